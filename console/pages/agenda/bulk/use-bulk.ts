import { useState } from 'react';
import type { Action } from '../../../action/action-data.ts';
import { useChange } from '../../../api/use-change.ts';

/** So many at a time: the progress moves, and a lost answer concerns few. */
const PORTION = 25;

interface Refused {
  id: string;
  code: string;
  detail: string;
}

/** Decides about these actions, at most 500; each may be refused by itself. */
type Decide = (ids: string[]) => Promise<{ accepted: number; refused: Refused[] }>;

/** Decides portion by portion; when one has no answer, what is left can be started again. */
export function useBulk(actions: readonly Action[], decide: Decide) {
  // Those chosen at first: the list behind the dialog changes while they leave it.
  const [chosen] = useState(() => [...actions]);
  const [state, setState] = useState({ answered: 0, accepted: 0, refused: [] as Refused[] });
  const { mutate, isPending, error } = useChange({
    run: async () => {
      for (let first = state.answered; first < chosen.length; first += PORTION) {
        const ids = chosen.slice(first, first + PORTION).map(({ id }) => id);
        const { accepted, refused } = await decide(ids);
        setState((was) => ({
          answered: first + ids.length,
          accepted: was.accepted + accepted,
          refused: [...was.refused, ...refused],
        }));
      }
    },
    showsError: true,
  });
  return {
    ...state,
    chosen,
    total: chosen.length,
    isRunning: isPending,
    isDone: state.answered === chosen.length && !isPending,
    error,
    start: () => mutate(undefined),
  };
}

export type Bulk = ReturnType<typeof useBulk>;
