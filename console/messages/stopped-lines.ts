import { useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { answerOf, api } from '../api/client.ts';
import { useSession } from '../frame/session.ts';

const LOOKED_AGAIN_MS = 30_000;

/** All sending that is stopped, and why; undefined while nothing is. */
export function useStoppedSending() {
  const { hasEnded } = useSession();
  // After the page and its data: it is mostly empty.
  const isDrawn = useDeferredValue(true, false);
  const { data } = useQuery({
    queryKey: ['messages', 'sending-lines'],
    enabled: isDrawn && !hasEnded,
    refetchInterval: LOOKED_AGAIN_MS,
    queryFn: () => answerOf(api.GET('/v1/sending-lines')),
  });
  return data?.data[0];
}
