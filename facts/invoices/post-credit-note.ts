import type { Transaction } from '../../prisma/client.ts';
import type { BusinessDay } from '../business-calendar.ts';
import { readHandedOver } from '../handed-over.ts';
import type { InvoiceInput } from '../inputs/invoice.ts';
import { findDebts } from '../money/find-debts.ts';
import { spendCreditNote } from '../money/spend-credit-note.ts';
import { storeCreditNote } from '../money/store-credit-note.ts';
import type { FactContext } from '../outcome.ts';
import { invalid } from '../refused.ts';
import { caseFileColumns } from './case-file-columns.ts';
import type { StoredInvoice } from './stored-invoice.ts';

/**
 * Stores a credit note of a locked customer, and sets it against the invoice that it `applies_to`, up to that invoice's
 * balance.
 */
export async function postCreditNote(
  tx: Transaction,
  context: FactContext,
  day: BusinessDay,
  customerId: string,
  input: InvoiceInput,
  hash: string,
): Promise<StoredInvoice> {
  const debt = input.applies_to ? await findDebt(tx, context, customerId, input.applies_to, input.currency) : null;
  const note = await storeCreditNote(tx, context, {
    customerId,
    number: input.number,
    issuedOn: input.issued_on,
    dueOn: input.due_on,
    totalCents: input.total_cents,
    currency: input.currency,
    invoiceUrl: input.invoice_url ?? null,
    paymentUrl: input.payment_url ?? null,
    contentHash: hash,
    ...caseFileColumns(input.case_file),
  });
  const spending = debt ? { invoiceId: debt.id, amountCents: input.total_cents } : null;
  const { tellings } = await spendCreditNote(tx, context, day, note, spending, { isNew: true });
  const ids = [...(debt ? [debt.id] : []), ...tellings.map(({ invoiceId }) => invoiceId)];
  const handedOver = await readHandedOver(tx, ids);
  return { id: note.id, tellings, handedOver };
}

async function findDebt(tx: Transaction, context: FactContext, customerId: string, number: string, currency: string) {
  const debt = (await findDebts(tx, context, [{ pointer: '/applies_to', number }], currency)).get(number)!;
  if (debt.customerId === customerId) return debt;
  const detail = `${number} is another customer's.`;
  throw invalid('other_customer', '/applies_to', detail, 'Give an invoice of the same customer.');
}
