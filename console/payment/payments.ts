import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../api/client.ts';
import { usePages } from '../table/use-pages.ts';

/** The customer's payments, newest first, page by page. */
export const usePayments = (id: string) =>
  usePages(['customers', id, 'payments'], (cursor) => {
    const query = { limit: 100, ...(cursor ? { cursor } : {}) };
    return answerOf(api.GET('/v1/customers/{id}/payments', { params: { path: { id }, query } }));
  });

/** The customer's payments with unallocated money, oldest first. Fetched only when there are any. */
export const useFreePayments = (id: string, enabled: boolean) =>
  useQuery({
    queryKey: ['customers', id, 'payments', 'free'],
    enabled,
    queryFn: async () => {
      const query = { unallocated: true, sort: 'paid_on', limit: 200 } as const;
      return (await answerOf(api.GET('/v1/customers/{id}/payments', { params: { path: { id }, query } }))).data;
    },
  });
