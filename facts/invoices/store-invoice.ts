import { v7 as uuidv7 } from 'uuid';
import { instantAt } from '../../domain/calendar/local-time.ts';
import { toDateColumn } from '../../prisma/dates.ts';
import type { Transaction } from '../../prisma/client.ts';
import { insertRows, type NewRows } from '../../prisma/insert-rows.ts';
import { type BusinessDay, readBusinessDay } from '../business-calendar.ts';
import { historyRow } from '../history.ts';
import { declareTheNew } from '../holds/ask-to-declare.ts';
import type { InvoiceInput } from '../inputs/invoice.ts';
import type { FactContext } from '../outcome.ts';
import { invalid } from '../refused.ts';
import { resolveScenarios } from '../resolve-scenario.ts';
import { caseFileColumns } from './case-file-columns.ts';

/** A case that was just opened, with what is shown when its workflow starts. */
export interface OpenedCase {
  id: string;
  customerId: string;
  number: string;
  totalCents: number;
  currency: string;
}

/** Stores an invoice of a locked customer, on the current version of the scenario that it follows. */
export async function storeInvoice(
  tx: Transaction,
  context: FactContext,
  customerId: string,
  input: InvoiceInput,
  hash: string,
): Promise<OpenedCase> {
  const day = input.initial_level ? await readBusinessDay(tx, context) : null;
  const [scenario] = await resolveScenarios(tx, [{ customerId, ownScenarioId: input.scenario_id ?? null }]);
  const { invoice, history } = invoiceRows(context, input, hash);
  const level = input.initial_level ?? 0;
  const reached = level > 0 && day ? reachedElsewhere(context, day, input, invoice.id, level) : null;
  const data = { ...history.data, ...(level > 0 ? { level } : {}) };
  const resolved = { customerId, scenarioVersionId: scenario?.versionId ?? null };
  await insertRows(tx, {
    invoices: [{ ...invoice, ...resolved, initialLevelOn: reached?.on ?? null }],
    step_records: reached ? [reached] : [],
    history: [{ ...history, customerId, data }],
  });
  await declareTheNew(tx, context, { id: invoice.id, customerId });
  return openedCase(invoice.id, customerId, input);
}

/** The opened case for an invoice stored from this input. */
export function openedCase(id: string, customerId: string, input: InvoiceInput): OpenedCase {
  const { number, total_cents: totalCents, currency } = input;
  return { id, customerId, number, totalCents, currency };
}

/** The rows of a new invoice, without its customer and scenario version. */
export function invoiceRows(context: FactContext, input: InvoiceInput, hash: string) {
  const id = uuidv7();
  const { number, currency, total_cents: amountCents } = input;
  const dueOn = input.due_on ?? input.issued_on;
  const level = input.initial_level ?? 0;
  const data = { number, amountCents, currency, dueOn };
  const { customerId: _, ...history } = historyRow(context, { customerId: '', invoiceId: id, kind: 'created', data });
  return {
    invoice: {
      id,
      creditorId: context.creditorId,
      number,
      issuedOn: toDateColumn(input.issued_on),
      dueOn: toDateColumn(dueOn),
      totalCents: amountCents,
      balanceCents: amountCents,
      currency,
      invoiceUrl: input.invoice_url ?? null,
      paymentUrl: input.payment_url ?? null,
      scenarioId: input.scenario_id ?? null,
      initialLevel: level,
      level,
      contentHash: hash,
      caseReference: null,
      mission: null,
      reportStatus: null,
      invoiceStatus: null,
      referrerId: null,
      notaryId: null,
      ...caseFileColumns(input.case_file),
      updatedAt: new Date(),
    },
    history: { ...history, data },
  };
}

/** A level reached elsewhere is recorded with its day, which counts for what comes next. */
function reachedElsewhere(
  context: FactContext,
  { settings, todayOn }: BusinessDay,
  input: InvoiceInput,
  invoiceId: string,
  level: number,
): NonNullable<NewRows['step_records']>[number] & { on: Date } {
  const on = input.initial_level_on ?? todayOn;
  if (on > todayOn) {
    const detail = `The level was reached elsewhere, so not after today, ${todayOn}.`;
    throw invalid('day_in_future', '/initial_level_on', detail, 'Give the day on which the level was reached.');
  }
  const at = on === todayOn ? context.at : new Date(instantAt(on, settings.sendHour, settings.timeZone));
  return { id: uuidv7(), invoiceId, cycle: 1, level, outcome: 'level_set', on: toDateColumn(on), at };
}
