import { v7 as uuidv7 } from 'uuid';
import { instantAt } from '../../domain/calendar/local-time.ts';
import { toDateColumn } from '../../prisma/dates.ts';
import type { Transaction } from '../../prisma/client.ts';
import { insertRows, type NewRows } from '../../prisma/insert-rows.ts';
import { historyRow } from '../history.ts';
import { type BusinessDay, readBusinessDay } from '../holds/open-case.ts';
import type { InvoiceInput } from '../inputs/invoice.ts';
import type { FactContext } from '../outcome.ts';
import { invalid } from '../refused.ts';
import { type ResolvedScenario, resolveScenarios } from '../resolve-scenario.ts';
import { caseFileColumns } from './case-file-columns.ts';

/** An invoice to be stored; its customer is locked and what it refers to exists. */
export interface NewInvoice {
  customerId: string;
  input: InvoiceInput;
  hash: string;
}

/** A case that was just opened, with what its workflow's start shows of it. */
export interface OpenedCase {
  id: string;
  customerId: string;
  number: string;
  totalCents: number;
  currency: string;
}

/** Writes invoices of locked customers, each on the current version of the scenario that it follows. */
export async function storeInvoices(
  tx: Transaction,
  context: FactContext,
  invoices: readonly NewInvoice[],
): Promise<OpenedCase[]> {
  const day = invoices.some(({ input }) => input.initial_level) ? await readBusinessDay(tx, context) : null;
  const scenarios = await resolveScenarios(
    tx,
    invoices.map(({ customerId, input }) => ({ customerId, ownScenarioId: input.scenario_id ?? null })),
  );
  const rows = invoices.map((invoice, index) => rowsOf(context, day, invoice, scenarios[index] ?? null));
  await insertRows(tx, {
    invoices: rows.map(({ invoice }) => invoice),
    step_records: rows.flatMap(({ reached }) => reached),
    history: rows.map(({ history }) => history),
  });
  return invoices.map(({ customerId, input }, index) => ({
    id: rows[index]!.invoice.id,
    customerId,
    number: input.number,
    totalCents: input.total_cents,
    currency: input.currency,
  }));
}

function rowsOf(
  context: FactContext,
  day: BusinessDay | null,
  { customerId, input, hash }: NewInvoice,
  scenario: ResolvedScenario | null,
) {
  const id = uuidv7();
  const { number, currency, total_cents: amountCents } = input;
  const dueOn = input.due_on ?? input.issued_on;
  const level = input.initial_level ?? 0;
  const reached = level > 0 && day ? reachedElsewhere(context, day, input, id, level) : null;
  const data = { number, amountCents, currency, dueOn, ...(level > 0 ? { level } : {}) };
  return {
    invoice: {
      id,
      creditorId: context.creditorId,
      customerId,
      number,
      issuedOn: toDateColumn(input.issued_on),
      dueOn: toDateColumn(dueOn),
      totalCents: amountCents,
      balanceCents: amountCents,
      currency,
      invoiceUrl: input.invoice_url ?? null,
      paymentUrl: input.payment_url ?? null,
      scenarioId: input.scenario_id ?? null,
      scenarioVersionId: scenario?.versionId ?? null,
      initialLevel: level,
      initialLevelOn: reached?.on ?? null,
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
    reached: reached ? [reached] : [],
    history: historyRow(context, { customerId, invoiceId: id, kind: 'created', data }),
  };
}

/** The level reached elsewhere counts as that level's day for what comes after. */
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
