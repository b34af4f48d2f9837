import { ApiProblem } from '../../api/problem.ts';
import type { Refused } from './bulk/in-portions.ts';

/** A letter is made within moments of its confirmation: ask again this many times. */
const TRIES = 10;

/** Refusals that exclude single letters from the file. The others are printed. */
const LEFT_OUT: ReadonlySet<string> = new Set(['no_letter', 'letter_outdated', 'draft_changed']);

interface Asking {
  /** Returns the letters of these actions as one PDF. Throws an ApiProblem. */
  ask: (ids: readonly string[]) => Promise<Blob>;
  /** Waits before asking again for a letter that is being made. */
  wait: () => Promise<unknown>;
}

/**
 * Returns one PDF of the letters that exist (null when none does), and the actions left out with their reasons. Throws
 * an ApiProblem.
 */
export async function lettersToPrint(
  ids: readonly string[],
  { ask, wait }: Asking,
): Promise<{ pdf: Blob | null; left: Refused[] }> {
  const left: Refused[] = [];
  let rest = ids;
  for (let tries = 1; rest.length > 0;) {
    try {
      return { pdf: await ask(rest), left };
    } catch (error) {
      const without = error instanceof ApiProblem ? leftOut(error, rest) : [];
      if (without.length > 0) {
        left.push(...without);
        rest = rest.filter((id) => !without.some((one) => one.id === id));
      } else if (error instanceof ApiProblem && error.code === 'not_made_yet' && tries < TRIES) {
        tries += 1;
        await wait();
      } else throw error;
    }
  }
  return { pdf: null, left };
}

/** The actions that the refusal names by position: `/ids/0` is the first. */
function leftOut({ code, detail, errors }: ApiProblem, asked: readonly string[]): Refused[] {
  if (!LEFT_OUT.has(code)) return [];
  return errors.flatMap(({ pointer }) => {
    const id = asked[Number(pointer.slice('/ids/'.length))];
    return id === undefined ? [] : [{ id, code, detail }];
  });
}
