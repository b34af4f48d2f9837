import { expect, it } from 'vitest';
import { ApiProblem } from '../../console/api/problem.ts';
import { lettersToPrint } from '../../console/pages/agenda/letters-to-print.ts';
import { fileParts, hasLetter } from '../../console/pages/agenda/printable.ts';

// Which of the ticked actions have a letter to print, and how many files they make.

const action = (of: object) => hasLetter({ kind: 'letter', status: 'to_confirm', message_id: null, ...of } as never);

it('a letter or a mail that is open has one, and one that is done if a message was made', () => {
  expect([action({}), action({ kind: 'email' }), action({ status: 'done', message_id: 'm' })]).toEqual([
    true,
    true,
    true,
  ]);
});

it('one left out or done by hand has none, and a task never', () => {
  expect([action({ status: 'skipped' }), action({ status: 'done' }), action({ kind: 'task' })]).toEqual([
    false,
    false,
    false,
  ]);
});

it('five hundred go into one file, one more into a second, in their order', () => {
  const ids = Array.from({ length: 501 }, (_, at) => String(at));
  expect(fileParts(ids.slice(0, 500)).map(({ length }) => length)).toEqual([500]);
  expect(fileParts(ids)).toEqual([ids.slice(0, 500), ['500']]);
});

/** A printer that answers the requests one after the other, and the requests it got. */
function printer(answers: (ApiProblem | Blob)[]) {
  const asked: (readonly string[])[] = [];
  const ask = async (ids: readonly string[]) => {
    asked.push(ids);
    const answer = answers.shift();
    if (answer instanceof ApiProblem) throw answer;
    return answer!;
  };
  return { asked, ask, wait: async () => undefined };
}

const missing = (code: string, ...places: number[]) =>
  new ApiProblem(
    409,
    code,
    'Why.',
    places.map((place) => ({ pointer: `/ids/${place}`, detail: '', fix: '' })),
  );

it('those without a letter, and those whose words are out of date, are named, and the others are printed', async () => {
  const file = new Blob(['pdf']);
  const at = printer([missing('no_letter', 0, 3), missing('letter_outdated', 1), file]);
  const { pdf, left } = await lettersToPrint(['a', 'b', 'c', 'd'], at);
  expect(at.asked).toEqual([['a', 'b', 'c', 'd'], ['b', 'c'], ['b']]);
  expect(left.map(({ id, code }) => [id, code])).toEqual([
    ['a', 'no_letter'],
    ['d', 'no_letter'],
    ['c', 'letter_outdated'],
  ]);
  expect(pdf).toBe(file);
});

it('when none of them has one there is no file', async () => {
  expect((await lettersToPrint(['a'], printer([missing('no_letter', 0)]))).pdf).toBeNull();
});

it('one that is being made is waited for, and not without end', async () => {
  const file = new Blob(['pdf']);
  expect((await lettersToPrint(['a'], printer([missing('not_made_yet', 0), file]))).pdf).toBe(file);
  const never = printer(Array.from({ length: 99 }, () => missing('not_made_yet', 0)));
  await expect(lettersToPrint(['a'], never)).rejects.toMatchObject({ code: 'not_made_yet' });
});

it('any other refusal is the whole file’s', async () => {
  await expect(lettersToPrint(['a'], printer([new ApiProblem(403, 'forbidden', '')]))).rejects.toMatchObject({
    code: 'forbidden',
  });
});
