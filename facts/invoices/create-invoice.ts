import type { Database, Transaction } from '../../prisma/client.ts';
import { lockCustomers } from '../../prisma/lock.ts';
import { checkReferences } from '../check-references.ts';
import { contentHash } from '../content-hash.ts';
import { readBusinessDay } from '../holds/open-case.ts';
import type { InvoiceInput } from '../inputs/invoice.ts';
import type { FactContext, FactOutcome, Telling } from '../outcome.ts';
import { conflict, invalid } from '../refused.ts';
import { storeOnce } from '../store-once.ts';
import { postCreditNote } from './post-credit-note.ts';
import { storeInvoice } from './store-invoice.ts';

/** `starts`: its workflow has not been told anything yet, and is to be started. */
export interface CreatedInvoice {
  id: string;
  starts: boolean;
}

/**
 * Stores an invoice or a credit note. The same one again (by its number) answers the first; other content is a conflict.
 * Refuses an unknown customer, scenario or third party (invalid).
 */
export async function createInvoice(
  db: Database,
  context: FactContext,
  input: InvoiceInput,
): Promise<FactOutcome<CreatedInvoice>> {
  return storeOnce(db, async (tx) => {
    const hash = contentHash(input);
    const replay = await findReplay(tx, context, input, hash);
    if (replay) return replay;
    const customer = await findCustomer(tx, context, input.customer_reference);
    await lockCustomers(tx, [customer.id]);
    const { scenario_id: scenarioId, case_file: file } = input;
    await checkReferences(tx, context.creditorId, {
      scenarioId,
      referrerId: file?.referrer_id,
      notaryId: file?.notary_id,
    });
    const day = await readBusinessDay(tx, context);
    const store = input.kind === 'credit_note' ? postCreditNote : storeInvoice;
    const { id, tellings, handedOver } = await store(tx, context, day, customer.id, input, hash);
    return { answer: { id, starts: input.kind === 'invoice' }, tellings, replayed: false, handedOver };
  });
}

async function findCustomer(tx: Transaction, context: FactContext, reference: string) {
  const where = { creditorId: context.creditorId, reference };
  const customer = await tx.customer.findFirst({ where, select: { id: true } });
  if (customer) return customer;
  const detail = `There is no customer ${reference}.`;
  throw invalid(
    'unknown_customer',
    '/customer_reference',
    detail,
    'Create the customer first, or correct the reference.',
  );
}

async function findReplay(
  tx: Transaction,
  context: FactContext,
  input: InvoiceInput,
  hash: string,
): Promise<FactOutcome<CreatedInvoice> | null> {
  const { number } = input;
  const known = await tx.invoice.findFirst({ where: { creditorId: context.creditorId, number } });
  if (!known) return null;
  if (known.contentHash !== hash)
    throw conflict('other_content', `Another document was posted under the number ${number}.`);
  const starts = known.kind === 'invoice' && known.toldVersion === 0;
  const untold = known.kind === 'invoice' && !starts && known.version > known.toldVersion;
  const tellings: Telling[] = untold ? [{ invoiceId: known.id, signal: 'invoiceChanged', data: {} }] : [];
  return { answer: { id: known.id, starts }, tellings, replayed: true, handedOver: [] };
}
