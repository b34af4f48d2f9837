import { expect, it } from 'vitest';
import { fileParts, hasLetter } from '../../console/pages/agenda/printable.ts';

// Which of the ticked actions have a letter to print, and into how many files.

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
