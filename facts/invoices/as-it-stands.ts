import { fromDateColumn } from '../../prisma/dates.ts';
import type { Transaction } from '../../prisma/client.ts';
import { fieldsChangedHere } from '../fields-changed-here.ts';
import type { InvoiceInput } from '../inputs/invoice.ts';
import type { InvoiceRow } from '../invoice-row.ts';
import { isMadeFor } from '../money/own-credit-notes.ts';
import { changedInvoiceFields } from './changed-invoice-fields.ts';

/**
 * True when a document that was corrected here is posted again as it is stored now: the source system was corrected
 * too. A field corrected here may be absent in the post; every other field must equal the stored one.
 */
export async function isAsItStands(tx: Transaction, known: InvoiceRow, input: InvoiceInput): Promise<boolean> {
  const changedHere = await fieldsChangedHere(tx, { invoiceId: known.id });
  if (changedHere.size === 0 || !isOfTheSameKind(known, input)) return false;
  const { id: customerId } = (await tx.customer.findFirst({
    where: { creditorId: known.creditorId, reference: input.customer_reference },
    select: { id: true },
  })) ?? { id: null };
  if (customerId !== known.customerId || !(await appliesTo(tx, known, input.applies_to))) return false;
  const { due_on, total_cents, case_file: file } = input;
  const { reference = null, mission = null, report_status = null, invoice_status = null } = file ?? {};
  const { referrer_id = null, notary_id = null } = file ?? {};
  const caseFile = { reference, mission, report_status, invoice_status, referrer_id, notary_id };
  const { invoice_url = null, payment_url = null, scenario_id = null } = input;
  const ours = { invoice_url, payment_url, scenario_id };
  const said = { ...(due_on ? { due_on } : {}), total_cents, ...ours, case_file: caseFile };
  const leftOut: Record<string, unknown> = { ...ours, ...caseFile };
  return changedInvoiceFields(known, said).every((field) => leftOut[field] === null && changedHere.has(field));
}

/** Compares the fields that cannot be corrected here. */
function isOfTheSameKind(known: InvoiceRow, input: InvoiceInput): boolean {
  const { kind, currency, issued_on: issuedOn, initial_level: level, initial_level_on: levelOn } = input;
  if (known.kind !== kind || known.currency !== currency || fromDateColumn(known.issuedOn) !== issuedOn) return false;
  if (known.initialLevel !== (level ?? 0)) return false;
  return !levelOn || (known.initialLevelOn !== null && fromDateColumn(known.initialLevelOn) === levelOn);
}

/** A credit note posted without `applies_to` matches any. */
async function appliesTo(tx: Transaction, { id, creditorId }: InvoiceRow, number: string | null | undefined) {
  if (!number) return true;
  const debt = await tx.invoice.findFirst({ where: { creditorId, number }, select: { id: true } });
  return debt !== null && isMadeFor(tx, id, debt.id);
}
