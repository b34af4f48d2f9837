import type { Database, Transaction } from '../../prisma/client.ts';
import { lockCustomers } from '../../prisma/lock.ts';
import { readBusinessDay } from '../business-calendar.ts';
import { contentHash, isHashOf } from '../content-hash.ts';
import { readHandedOver } from '../handed-over.ts';
import type { CreditInput } from '../inputs/money.ts';
import { type InvoiceRow, readInvoices } from '../invoice-row.ts';
import type { FactContext, FactOutcome } from '../outcome.ts';
import { conflict, notFound } from '../refused.ts';
import { storeOnce } from '../store-once.ts';
import { tellUntold } from '../tell-untold.ts';
import { type CreditAnswer, creditAnswer } from './credit-answer.ts';
import { isSameCredit } from './same-credit.ts';
import { spendCreditNote } from './spend-credit-note.ts';
import { storeCreditNote } from './store-credit-note.ts';

/**
 * Stores a credit on an invoice: a credit note with its own number, set against the invoice up to its balance. The same
 * credit again returns where it stands, also when an import had brought it for this invoice; another one under its
 * external id or number is a conflict.
 */
export async function recordCredit(
  db: Database,
  context: FactContext,
  invoiceId: string,
  input: CreditInput,
): Promise<FactOutcome<CreditAnswer>> {
  return storeOnce(db, (tx) => storeCredit(tx, context, invoiceId, input));
}

/**
 * Does what `recordCredit` does, in a transaction of the caller that stores more. May throw P2002 when two are posted
 * at once.
 */
export async function storeCredit(
  tx: Transaction,
  context: FactContext,
  invoiceId: string,
  input: CreditInput,
): Promise<FactOutcome<CreditAnswer>> {
  const { creditorId } = context;
  const found = await tx.invoice.findFirst({ where: { id: invoiceId, creditorId } });
  if (!found) throw notFound();
  if (found.kind === 'credit_note') throw conflict('not_an_invoice', 'A credit note cannot be credited.');
  await lockCustomers(tx, [found.customerId]);
  const known = await findCredit(tx, found, input);
  if (known !== null) return replay(tx, known, invoiceId);
  const day = await readBusinessDay(tx, context);
  const stored = await storeCreditNote(tx, context, {
    customerId: found.customerId,
    number: input.number,
    externalId: input.external_id,
    issuedOn: input.issued_on,
    totalCents: input.amount_cents,
    currency: found.currency,
    contentHash: contentHash({ invoiceId, ...input }),
  });
  const spent = await spendCreditNote(
    tx,
    context,
    day,
    stored,
    { invoiceId, amountCents: input.amount_cents },
    { isNew: true },
  );
  const { note, invoice, tellings } = spent;
  const handedOver = await readHandedOver(tx, [invoiceId, ...tellings.map((telling) => telling.invoiceId)]);
  return { answer: creditAnswer(note, [invoice!]), tellings, replayed: false, handedOver };
}

type CreditedInvoice = Pick<InvoiceRow, 'id' | 'creditorId' | 'customerId' | 'currency'>;

/**
 * The id of the credit note as which this credit was stored, entered or imported; null when there is none. Refuses
 * another one under its external id or its number.
 */
export async function findCredit(
  tx: Transaction,
  invoice: CreditedInvoice,
  input: CreditInput,
): Promise<string | null> {
  const { creditorId } = invoice;
  const known = await tx.invoice.findFirst({ where: { creditorId, externalId: input.external_id } });
  if (known && !isHashOf(known.contentHash, { invoiceId: invoice.id, ...input }))
    throw conflict('other_content', 'Another credit was posted under this external_id.');
  if (known) return known.id;
  const numbered = await tx.invoice.findFirst({ where: { creditorId, number: input.number } });
  if (numbered && !(await isImported(tx, numbered, invoice, input)))
    throw conflict('number_taken', `The number ${input.number} is another document's.`);
  return numbered?.id ?? null;
}

/**
 * True when the document of that number is this credit, imported before a person entered it. A cancelled one is not.
 */
async function isImported(tx: Transaction, numbered: InvoiceRow, invoice: CreditedInvoice, input: CreditInput) {
  const { id: appliesToId, customerId, currency } = invoice;
  const said = { customerId, currency, appliesToId, totalCents: input.amount_cents, issuedOn: input.issued_on };
  return numbered.externalId === null && numbered.closedAs !== 'cancelled' && (await isSameCredit(tx, numbered, said));
}

async function replay(tx: Transaction, noteId: string, invoiceId: string): Promise<FactOutcome<CreditAnswer>> {
  const rows = await readInvoices(tx, [noteId, invoiceId]);
  const note = rows.find(({ id }) => id === noteId)!;
  const invoice = rows.find(({ id }) => id === invoiceId)!;
  const telling = { signal: 'creditNoteIssued', data: { creditNoteId: noteId } } as const;
  const tellings = await tellUntold(tx, { id: invoiceId }, telling);
  return { answer: creditAnswer(note, [invoice]), tellings, replayed: true, handedOver: [] };
}
