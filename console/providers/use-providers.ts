import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../api/client.ts';

/** By whom mails, letters and SMS leave: set where this installation runs, and the same for long. */
export const useProviders = () =>
  useQuery({
    queryKey: ['settings', 'providers'],
    queryFn: () => answerOf(api.GET('/v1/settings/providers')),
    staleTime: 60_000,
    refetchInterval: 60_000,
  });

/** Whether SMS leave. */
export type SmsOffer = Pick<NonNullable<ReturnType<typeof useProviders>['data']>, 'sms'>;
