import type { Transaction } from '../../prisma/client.ts';
import { lockCustomerOfInvoice } from '../../prisma/lock.ts';
import { customerErased } from '../customers/refuse-erased.ts';
import type { FactContext, Telling } from '../outcome.ts';
import { caseClosed, conflict, notFound } from '../refused.ts';

/**
 * Takes the lock of an invoice's customer, then reads the case with the holds in force on the invoice itself. Refuses
 * an unknown invoice (404) and a credit note.
 */
export async function takeCase(tx: Transaction, context: FactContext, invoiceId: string) {
  const where = { id: invoiceId, creditorId: context.creditorId };
  if ((await lockCustomerOfInvoice(tx, context.creditorId, invoiceId)) === null) throw notFound();
  const invoice = await tx.invoice.findFirstOrThrow({
    where,
    include: { holds: { where: { endedAt: null }, orderBy: [{ sinceAt: 'asc' }, { id: 'asc' }] }, customer: true },
  });
  if (invoice.kind === 'credit_note') throw conflict('not_an_invoice', 'A credit note has no ladder to stop.');
  return invoice;
}

/** Takes the lock and reads the case as `takeCase` does, and refuses a case that has ended. */
export async function takeOpenCase(tx: Transaction, context: FactContext, invoiceId: string) {
  const invoice = await takeCase(tx, context, invoiceId);
  if (invoice.closedAs !== null) throw caseClosed();
  return invoice;
}

/**
 * Does what `takeOpenCase` does, and refuses the case of an erased customer, about whom nothing more may be written.
 */
export async function takeKnownCase(tx: Transaction, context: FactContext, invoiceId: string) {
  const invoice = await takeOpenCase(tx, context, invoiceId);
  if (invoice.customer.erasedAt !== null) throw customerErased();
  return invoice;
}

export type OpenCase = Awaited<ReturnType<typeof takeOpenCase>>;

/** A fact that was stored before is told again only while the workflow has not heard of it. */
export function tellAgain(invoice: { version: number; toldVersion: number }, telling: Telling): Telling[] {
  return invoice.version > invoice.toldVersion ? [telling] : [];
}
