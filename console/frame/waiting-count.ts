import { useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { answerOf, api } from '../api/client.ts';
import { useSession } from './session.ts';

const COUNT_MS = 60_000;

/** How many actions wait for the user, including tasks that are due. Undefined until loaded. */
export function useWaitingCount(): number | undefined {
  const { user } = useSession();
  const id = user?.id;
  // After the page and its data, because nothing depends on the count.
  const isDrawn = useDeferredValue(true, false);
  const { data } = useQuery({
    queryKey: ['actions', 'count', 'mine', id],
    enabled: isDrawn && id !== undefined,
    staleTime: COUNT_MS / 2,
    refetchInterval: COUNT_MS,
    queryFn: () =>
      answerOf(
        api.GET('/v1/actions', {
          params: { query: { status: WAITING, limit: 1, count: true, ...(id ? { collector_id: id } : {}) } },
        }),
      ),
  });
  return data?.total;
}

const WAITING = 'to_do,to_confirm,needs_attention';
