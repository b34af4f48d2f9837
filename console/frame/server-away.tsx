import { Alert } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { isAway } from '../api/problem.ts';
import { defineWords, useWords } from '../words/words.ts';

const words = defineWords(
  {
    away: 'Le serveur ne répond pas. Ce que vous voyez date d’avant la coupure\u00a0; ce que vous saisissez reste ici. Nouvel essai en cours…',
  },
  { away: 'The server does not answer. What you see is from before; what you type stays here. Trying again…' },
);

/** Notice above the page while its data cannot be refetched. */
export function ServerAway() {
  const w = useWords(words);
  const cache = useQueryClient().getQueryCache();
  const away = useSyncExternalStore(
    (changed) => cache.subscribe(changed),
    () => cache.getAll().some(({ state }) => isAway(state.error) || isAway(state.fetchFailureReason)),
  );
  return away ? (
    <Alert color="orange" variant="light" radius={0} py={8} role="status">
      {w.away}
    </Alert>
  ) : null;
}
