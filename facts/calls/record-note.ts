import type { Database } from '../../prisma/client.ts';
import { lockCustomer } from '../customers/lock-customer.ts';
import { recordHistory } from '../history.ts';
import type { NoteInput } from '../inputs/call.ts';
import type { FactContext } from '../outcome.ts';
import { FactRefused, invalid } from '../refused.ts';
import { checkInvoicesOf, eachOf } from './invoices-concerned.ts';
import { idOfRequest, writtenBefore } from './id-of-request.ts';

export interface NoteAnswer {
  id: string;
  customer_id: string;
  invoice_ids: string[];
  text: string;
  noted_at: string;
}

/**
 * Records a comment on some of a customer's invoices, or on the customer. No case moves. A repeated request adds no
 * second note.
 */
export async function recordNote(db: Database, context: FactContext, input: NoteInput): Promise<NoteAnswer> {
  const { customer_id: customerId, invoice_ids: invoiceIds, text } = input;
  return db.$transaction(async (tx) => {
    await lockCustomer(tx, context, customerId).catch((error: unknown) => {
      if (!(error instanceof FactRefused) || error.kind !== 'not_found') throw error;
      const detail = 'There is no such customer.';
      throw invalid('unknown_customer', '/customer_id', detail, 'Give the id of a customer.');
    });
    await checkInvoicesOf(tx, customerId, invoiceIds);
    const written = await writtenBefore(tx, context, customerId, { kind: 'note', field: 'noteId' });
    const id = written?.id ?? idOfRequest(context);
    const notedAt = (written?.at ?? context.at).toISOString();
    const answer = { id, customer_id: customerId, invoice_ids: invoiceIds, text, noted_at: notedAt };
    if (written) return answer;
    const lines = eachOf(invoiceIds).map((invoiceId) => ({
      customerId,
      invoiceId,
      kind: 'note' as const,
      data: { noteId: id, comment: text },
    }));
    await recordHistory(tx, context, lines);
    return answer;
  });
}
