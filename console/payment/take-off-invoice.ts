import { answerOf, api } from '../api/client.ts';
import type { FreeMoney } from './free-money.ts';

/** The money set against an invoice, with its identifier in the API and its label. */
export type Taken = Pick<FreeMoney, 'kind' | 'name' | 'label'>;

/** Takes all of this money off the invoice with that number. */
export async function takeOffInvoice({ kind, name }: Omit<Taken, 'label'>, invoiceNumber: string, reason: string) {
  const body = { invoice_number: invoiceNumber, reason };
  if (kind === 'credit_note')
    return answerOf(api.POST('/v1/invoices/{id}/allocations/reversal', { params: { path: { id: name } }, body }));
  const params = { path: { external_id: name } };
  return answerOf(api.POST('/v1/payments/{external_id}/allocations/reversal', { params, body }));
}

/** The numbers of the invoices that some of this money is set against. */
export async function usedFor({ kind, name }: Omit<Taken, 'label'>): Promise<string[]> {
  const { allocations = [] } = await (kind === 'credit_note'
    ? answerOf(api.GET('/v1/invoices/{id}', { params: { path: { id: name } } }))
    : answerOf(api.GET('/v1/payments/{external_id}', { params: { path: { external_id: name } } })));
  return allocations.map(({ invoice_number: number }) => number);
}
