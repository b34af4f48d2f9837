import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';

/** The statement of account in one currency. Closed items are included when `closed` is set. */
export function useAccount(customerId: string, currency: string | undefined, closed: boolean) {
  return useQuery({
    queryKey: ['customers', customerId, 'account', currency ?? '', closed],
    placeholderData: keepPreviousData,
    queryFn: async () => {
      const query = { closed, ...(currency ? { currency } : {}) };
      const params = { path: { id: customerId }, query };
      const { items, ...sums } = await answerOf(api.GET('/v1/customers/{id}/account', { params }));
      return { ...sums, items: items.map((item) => ({ ...item, id: item.invoice_id })) };
    },
  });
}

export type Account = ReturnType<typeof useAccount>;
export type AccountData = NonNullable<Account['data']>;
export type AccountItem = AccountData['items'][number];
