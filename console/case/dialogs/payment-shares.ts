import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import type { Invoice } from '../case-data.ts';
import { owedBeside, sharePayment } from './share-payment.ts';

/** This invoice first; with `isShared` what is more goes to the customer's others, those due longest first. */
export function usePaymentShares(invoice: Invoice, cents: number, isShared: boolean) {
  const { data: others } = useQuery({
    queryKey: ['customers', invoice.customer.id, 'account'],
    enabled: isShared,
    queryFn: () => answerOf(api.GET('/v1/customers/{id}/account', { params: { path: { id: invoice.customer.id } } })),
  });
  return sharePayment(cents, [
    { number: invoice.number, balanceCents: invoice.balance_cents },
    ...(isShared ? owedBeside(invoice, others?.items ?? []) : []),
  ]);
}
