import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import type { ChosenItems } from '../../specific-action/specific-action-dialog.tsx';
import type { Selection } from '../../table/selection.ts';

/** The statement of account in one currency; what is over too when asked. */
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

/** The items ticked that something can be done about: invoices that are open. */
export const chosenOf = (account: AccountData | undefined, selection: Selection): ChosenItems =>
  sumOf(account, (item) => selection.has(item.id) && isOpen(item));

/** All open invoices of the account's currency. */
export const allOpenOf = (account: AccountData | undefined): ChosenItems =>
  sumOf(account, (item) => item.currency === account?.currency && isOpen(item));

function sumOf(account: AccountData | undefined, wanted: (item: AccountItem) => boolean): ChosenItems {
  const items = (account?.items ?? []).filter(wanted);
  return {
    ids: items.map(({ id }) => id),
    balanceCents: items.reduce((sum, { balance_cents }) => sum + balance_cents, 0),
    currency: items[0]?.currency ?? account?.currency ?? 'EUR',
  };
}

/** Neither paid, cancelled nor written off, and no credit note. */
export const isOpen = ({ kind, status }: AccountItem): boolean =>
  kind === 'invoice' && status !== null && !['paid', 'cancelled', 'written_off'].includes(status);
