import { expect, it } from 'vitest';
import { ApiProblem } from '../../console/api/problem.ts';
import { sendOnce } from '../../console/api/send-once.ts';

/** Tries again after each problem; returns the Idempotency-Keys of the tries. */
async function keysOf(what: unknown, problems: (ApiProblem | null)[]): Promise<string[]> {
  const keys: string[] = [];
  for (const problem of problems) {
    await sendOnce(what, async (header) => {
      keys.push(header['Idempotency-Key']);
      if (problem) throw problem;
    }).catch(() => undefined);
  }
  return keys;
}

it('what has no answer goes again under the same key: nobody there, no verdict, still under way', async () => {
  const open = [
    new ApiProblem(0, 'unreachable', ''),
    new ApiProblem(503, 'no_verdict', ''),
    new ApiProblem(409, 'in_progress', ''),
    null,
  ];
  expect(new Set(await keysOf(['confirm', 1], open)).size).toBe(1);
});

it('what was refused, or done, goes under a new key the next time', async () => {
  const [first, second, third] = await keysOf(['confirm', 2], [new ApiProblem(409, 'held', ''), null, null]);
  expect(new Set([first, second, third]).size).toBe(3);
});

it('two things never share a key', async () => {
  const away = new ApiProblem(0, 'unreachable', '');
  const [[one], [other]] = [await keysOf(['confirm', 3], [away]), await keysOf(['confirm', 4], [away])];
  expect(one).not.toBe(other);
});
