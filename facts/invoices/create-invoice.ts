import type { Database, Transaction } from '../../prisma/client.ts';
import { lockCustomerByReference } from '../../prisma/lock.ts';
import { readBusinessDay } from '../business-calendar.ts';
import type { CaseDocument } from '../cases/read-document.ts';
import { checkReferences } from '../check-references.ts';
import { contentHash, isHashOf } from '../content-hash.ts';
import { refuseErased } from '../customers/refuse-erased.ts';
import type { InvoiceInput } from '../inputs/invoice.ts';
import type { InvoiceRow } from '../invoice-row.ts';
import { isSameCredit } from '../money/same-credit.ts';
import type { FactContext, FactOutcome, Telling } from '../outcome.ts';
import { conflict, invalid } from '../refused.ts';
import { storeOnce } from '../store-once.ts';
import { isAsItStands } from './as-it-stands.ts';
import { postCreditNote } from './post-credit-note.ts';
import { createReadInvoice } from './create-invoices.ts';
import { type OpenedCase, storeInvoice } from './store-invoice.ts';

/**
 * `starts`: its workflow was never told anything and has to be started; `opened`: what to start it with, when the case
 * is new; `document`: what the answer shows, when it was read together with the storing.
 */
export interface CreatedInvoice {
  id: string;
  starts: boolean;
  opened: OpenedCase | null;
  document: CaseDocument | null;
}

/**
 * Stores an invoice or a credit note. Posting the same one (same number) again returns the first one, also when a
 * document corrected here is posted as it is stored now; other content is a conflict. Refuses an unknown customer,
 * scenario or third party (invalid).
 */
export async function createInvoice(
  db: Database,
  context: FactContext,
  input: InvoiceInput,
): Promise<FactOutcome<CreatedInvoice>> {
  // Nearly every invoice is plain and new and is stored here; any other goes through the checks below.
  const plain = await createReadInvoice(db, context, input);
  if (plain) return openedOutcome(plain.opened, plain.document);
  return storeOnce(db, async (tx) => {
    const customerId = await lockCustomerByReference(tx, context.creditorId, input.customer_reference);
    const replay = await findReplay(tx, context, input);
    if (replay) return replay;
    if (!customerId) throw unknownCustomer(input.customer_reference);
    await refuseErased(tx, customerId);
    const { scenario_id: scenarioId, case_file: file } = input;
    await checkReferences(tx, context.creditorId, {
      scenarioId,
      referrerId: file?.referrer_id,
      notaryId: file?.notary_id,
    });
    if (input.kind === 'credit_note') {
      const day = await readBusinessDay(tx, context);
      const { id, tellings, handedOver } = await postCreditNote(
        tx,
        context,
        day,
        customerId,
        input,
        contentHash(input),
      );
      return { answer: { id, starts: false, opened: null, document: null }, tellings, replayed: false, handedOver };
    }
    return openedOutcome(await storeInvoice(tx, context, customerId, input, contentHash(input)));
  });
}

function openedOutcome(opened: OpenedCase, document: CaseDocument | null = null): FactOutcome<CreatedInvoice> {
  return { answer: { id: opened.id, starts: true, opened, document }, tellings: [], replayed: false, handedOver: [] };
}

function unknownCustomer(reference: string) {
  const detail = `There is no customer ${reference}.`;
  return invalid(
    'unknown_customer',
    '/customer_reference',
    detail,
    'Create the customer first, or correct the reference.',
  );
}

/**
 * True when an import brings a credit note that a person or a program had already recorded as a credit under that
 * number.
 */
async function isTyped(
  tx: Transaction,
  context: FactContext,
  known: InvoiceRow,
  input: InvoiceInput,
): Promise<boolean> {
  if (input.kind !== 'credit_note' || known.externalId === null) return false;
  const { creditorId } = context;
  const { applies_to: appliesTo, customer_reference: reference, currency, total_cents: totalCents } = input;
  const customer = await tx.customer.findFirst({ where: { creditorId, reference }, select: { id: true } });
  const debt = appliesTo ? await tx.invoice.findFirst({ where: { creditorId, number: appliesTo } }) : null;
  if (!customer || (appliesTo && !debt)) return false;
  const said = { currency, totalCents, customerId: customer.id, issuedOn: input.issued_on };
  return isSameCredit(tx, known, { ...said, appliesToId: debt?.id ?? null });
}

async function findReplay(
  tx: Transaction,
  context: FactContext,
  input: InvoiceInput,
): Promise<FactOutcome<CreatedInvoice> | null> {
  const { number } = input;
  const known = await tx.invoice.findFirst({ where: { creditorId: context.creditorId, number } });
  if (!known) return null;
  const isSame =
    isHashOf(known.contentHash, input) ||
    (await isTyped(tx, context, known, input)) ||
    (await isAsItStands(tx, known, input));
  if (!isSame) throw conflict('other_content', `Another document was posted under the number ${number}.`);
  const starts = known.kind === 'invoice' && known.toldVersion === 0;
  const untold = known.kind === 'invoice' && !starts && known.version > known.toldVersion;
  const tellings: Telling[] = untold ? [{ invoiceId: known.id, signal: 'invoiceChanged', data: {} }] : [];
  return { answer: { id: known.id, starts, opened: null, document: null }, tellings, replayed: true, handedOver: [] };
}
