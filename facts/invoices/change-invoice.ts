import { fromDateColumn, toDateColumn } from '../../prisma/dates.ts';
import type { Prisma } from '../../prisma/generated/client.ts';
import type { Database, Transaction } from '../../prisma/client.ts';
import { readBusinessDay } from '../business-calendar.ts';
import { checkReferences } from '../check-references.ts';
import { refuseErased } from '../customers/refuse-erased.ts';
import { readHandedOver } from '../handed-over.ts';
import { recordHistory } from '../history.ts';
import type { InvoiceChange } from '../inputs/invoice.ts';
import type { InvoiceRow } from '../invoice-row.ts';
import { namesOfChanges } from '../named-changes.ts';
import type { FactContext, FactOutcome, Telling } from '../outcome.ts';
import { raiseVersion } from '../raise-version.ts';
import { caseClosed, conflict, creditNoteUsed, invalid } from '../refused.ts';
import { caseFileColumns } from './case-file-columns.ts';
import { changedInvoiceFields } from './changed-invoice-fields.ts';
import { changeCreditNote, changeTotal, lockPayers } from './change-total.ts';
import { scenarioVersionOf } from './scenario-version.ts';
import { takeInvoice } from './take-invoice.ts';

/** Fields that the plan depends on: they cannot be changed once the case has ended. A credit note has no plan. */
const PLANNED_FROM = new Set(['due_on', 'total_cents', 'scenario_id']);

/**
 * Changes a document; the plan follows. `matches` is called under the lock with the stored version, and throws when the
 * caller had read another one. A new total that is paid already ends the case. Returns the id.
 */
export async function changeInvoice(
  db: Database,
  context: FactContext,
  invoiceId: string,
  input: InvoiceChange,
  matches: (version: number) => void,
): Promise<FactOutcome<{ id: string }>> {
  return db.$transaction(async (tx) => {
    if (input.total_cents !== undefined) await lockPayers(tx, context, invoiceId);
    const invoice = await takeInvoice(tx, context, invoiceId);
    await refuseErased(tx, invoice.customerId);
    matches(invoice.version);
    const answer = { id: invoiceId };
    const fields = changedInvoiceFields(invoice, input);
    if (fields.length === 0) return { answer, tellings: [], replayed: true, handedOver: [] };
    await refuse(tx, context, invoice, input, fields);
    const handedOver = await readHandedOver(tx, [invoiceId]);
    await tx.invoice.update({ where: { id: invoiceId }, data: await columns(tx, invoice, input) });
    await raiseVersion(tx, [invoiceId]);
    const isInvoice = invoice.kind === 'invoice';
    if (!isInvoice) await tx.invoice.update({ where: { id: invoiceId }, data: { toldVersion: { increment: 1 } } });
    const tellings: Telling[] = isInvoice ? [{ invoiceId, signal: 'invoiceChanged', data: { fields } }] : [];
    const scenario = { from: invoice.scenarioId, to: input.scenario_id ?? null };
    const [names] = await namesOfChanges(tx, [fields.includes('scenario_id') ? { scenario } : {}]);
    const data = { fields, ...said(invoice, input), ...names };
    const totalCents = fields.includes('total_cents') ? input.total_cents : undefined;
    if (totalCents !== undefined && isInvoice) {
      const day = await readBusinessDay(tx, context);
      tellings.push(...(await changeTotal(tx, context, day, invoice, totalCents, data)));
    } else if (totalCents !== undefined)
      tellings.push(...(await changeCreditNote(tx, context, invoice, totalCents, data)));
    else await recordHistory(tx, context, [{ customerId: invoice.customerId, invoiceId, kind: 'changed', data }]);
    return { answer, tellings, replayed: false, handedOver };
  });
}

async function refuse(
  tx: Transaction,
  context: FactContext,
  invoice: InvoiceRow,
  input: InvoiceChange,
  fields: readonly string[],
): Promise<void> {
  if (fields.some((field) => PLANNED_FROM.has(field))) {
    if (invoice.kind === 'credit_note') refuseOfCreditNote(invoice, fields);
    if (invoice.closedAs !== null) throw caseClosed();
  }
  if (input.due_on !== undefined && toDateColumn(input.due_on) < invoice.issuedOn) {
    const detail = 'due_on is before issued_on.';
    throw invalid('due_before_issued', '/due_on', detail, 'Give the day of issue or a later day.');
  }
  await checkReferences(tx, context.creditorId, {
    scenarioId: input.scenario_id,
    referrerId: input.case_file?.referrer_id,
    notaryId: input.case_file?.notary_id,
  });
}

/** The amount of a credit note may be corrected while nothing of it is used; its due date and scenario never. */
function refuseOfCreditNote(note: InvoiceRow, fields: readonly string[]): void {
  if (fields.includes('due_on') || fields.includes('scenario_id'))
    throw conflict('not_an_invoice', 'A credit note has no ladder.');
  if (note.closedAs !== 'cancelled' && -note.balanceCents < note.totalCents) throw creditNoteUsed();
}

async function columns(
  tx: Transaction,
  invoice: InvoiceRow,
  input: InvoiceChange,
): Promise<Prisma.InvoiceUncheckedUpdateInput> {
  const { due_on: dueOn, invoice_url: invoiceUrl, payment_url: paymentUrl, scenario_id: scenarioId } = input;
  return {
    ...(dueOn === undefined ? {} : { dueOn: toDateColumn(dueOn) }),
    ...(invoiceUrl === undefined ? {} : { invoiceUrl }),
    ...(paymentUrl === undefined ? {} : { paymentUrl }),
    ...caseFileColumns(input.case_file),
    ...(scenarioId === undefined || scenarioId === invoice.scenarioId
      ? {}
      : { scenarioId, scenarioVersionId: await scenarioVersionOf(tx, invoice.customerId, scenarioId) }),
  };
}

const said = ({ dueOn, totalCents, currency }: InvoiceRow, { due_on, total_cents }: InvoiceChange) => ({
  ...(due_on === undefined ? {} : { dueOn: due_on, dueOnBefore: dueOn === null ? null : fromDateColumn(dueOn) }),
  ...(total_cents === undefined ? {} : { amountCents: total_cents, amountCentsBefore: totalCents, currency }),
});
