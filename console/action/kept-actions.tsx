import { notifications } from '@mantine/notifications';
import { useIsMutating, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { ApiProblem } from '../api/problem.ts';
import { forgetEdits, useKeptEdits } from '../draft/kept-edits.ts';
import { defineWords, useWords } from '../words/words.ts';
import { actionQuery } from './action-data.ts';
import { actionWords } from './action-words.ts';
import { isOpenAction } from './what-can-be-decided.ts';

const words = defineWords(
  {
    over: (name: string, status: string) =>
      `${name}\u00a0: l’action est ${status}. Ce que vous y aviez modifié n’est plus gardé.`,
    gone: 'Une action que vous aviez modifiée n’existe plus\u00a0: ce que vous y aviez modifié n’est plus gardé.',
  },
  {
    over: (name: string, status: string) => `${name}: the action is ${status}. What you changed in it is kept no more.`,
    gone: 'An action that you had changed is gone: what you changed in it is kept no more.',
  },
);

const EVERY_MS = 15_000;

/**
 * Watches every action whose draft was edited. When somebody else has closed it (paid, withdrawn, decided), the edits
 * are dropped and a notice says so.
 */
export function KeptActions() {
  return Object.keys(useKeptEdits()).map((id) => <KeptAction key={id} id={id} />);
}

function KeptAction({ id }: { id: string }) {
  const w = useWords(words);
  const { statuses } = useWords(actionWords);
  const { data, error } = useQuery({ ...actionQuery(id), refetchInterval: EVERY_MS });
  // While the user's own decision is under way, wait: its answer removes the edits.
  const isDeciding = useIsMutating() > 0;
  const isGone = error instanceof ApiProblem && error.status === 404;
  const said = isGone ? w.gone : data && !isOpenAction(data) ? w.over(data.text, statuses[data.status]) : null;
  useEffect(() => {
    if (said === null || isDeciding) return;
    forgetEdits(id);
    notifications.show({ message: said, color: 'yellow', withBorder: true, autoClose: false });
  }, [id, said, isDeciding]);
  return null;
}
