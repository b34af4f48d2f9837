import { useState } from 'react';
import { answerOf, api } from '../../api/client.ts';
import { sendOnce } from '../../api/send-once.ts';
import { useChange } from '../../api/use-change.ts';
import type { Action } from '../../action/action-data.ts';

/** So many at a time: the progress moves, and a lost answer concerns few. */
const PORTION = 25;

interface Refused {
  id: string;
  code: string;
  detail: string;
}

/** Confirms portion by portion; when one has no answer, what is left can be started again. */
export function useBulkConfirm(actions: readonly Action[]) {
  // Those chosen at first: the list behind the dialog changes while they leave.
  const [ids] = useState(() => actions.map(({ id }) => id));
  const [state, setState] = useState({ answered: 0, confirmed: 0, refused: [] as Refused[] });
  const { mutate, isPending, error } = useChange({
    run: async () => {
      for (let first = state.answered; first < ids.length; first += PORTION) {
        const body = { ids: ids.slice(first, first + PORTION) };
        const { confirmed, refused } = await sendOnce(['confirm-many', body], (header) =>
          answerOf(api.POST('/v1/actions/confirm', { params: { header }, body })),
        );
        setState((was) => ({
          answered: first + body.ids.length,
          confirmed: was.confirmed + confirmed,
          refused: [...was.refused, ...refused],
        }));
      }
    },
    showsError: true,
  });
  return {
    ...state,
    total: ids.length,
    isRunning: isPending,
    isDone: state.answered === ids.length && !isPending,
    error,
    start: () => mutate(undefined),
  };
}
