import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import type { Invoice } from '../case-data.ts';
import { sharePayment } from './share-payment.ts';

/** This invoice first; with `isShared` what is more goes to the customer's others, those due longest first. */
export function usePaymentShares(invoice: Invoice, cents: number, isShared: boolean) {
  const { data: others } = useQuery({
    queryKey: ['customers', invoice.customer.id, 'account'],
    enabled: isShared,
    queryFn: () => answerOf(api.GET('/v1/customers/{id}/account', { params: { path: { id: invoice.customer.id } } })),
  });
  const rest = (isShared ? (others?.items ?? []) : [])
    .filter((item) => item.kind === 'invoice' && item.invoice_id !== invoice.id && item.balance_cents > 0)
    .toSorted((a, b) => (a.due_on ?? '').localeCompare(b.due_on ?? ''))
    .map(({ number, balance_cents: balanceCents }) => ({ number, balanceCents }));
  return sharePayment(cents, [{ number: invoice.number, balanceCents: invoice.balance_cents }, ...rest]);
}
