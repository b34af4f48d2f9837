import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../api/client.ts';

/** The providers of e-mails, letters and SMS. They are part of the installation's configuration and change rarely. */
export const useProviders = () =>
  useQuery({
    queryKey: ['settings', 'providers'],
    queryFn: () => answerOf(api.GET('/v1/settings/providers')),
    staleTime: 60_000,
    refetchInterval: 60_000,
  });

/** Whether SMS can be sent. */
export type SmsOffer = Pick<NonNullable<ReturnType<typeof useProviders>['data']>, 'sms'>;
