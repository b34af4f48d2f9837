import { v7 as uuidv7 } from 'uuid';
import { instantAt } from '../../domain/calendar/local-time.ts';
import { toDateColumn } from '../../prisma/dates.ts';
import type { Transaction } from '../../prisma/client.ts';
import { recordHistory } from '../history.ts';
import type { BusinessDay } from '../holds/open-case.ts';
import type { InvoiceInput } from '../inputs/invoice.ts';
import type { FactContext } from '../outcome.ts';
import { invalid } from '../refused.ts';
import { caseFileColumns } from './case-file-columns.ts';
import { scenarioVersionOf } from './scenario-version.ts';
import type { StoredInvoice } from './stored-invoice.ts';

/** Writes an invoice of a locked customer, on the current version of the scenario that it follows. */
export async function storeInvoice(
  tx: Transaction,
  context: FactContext,
  day: BusinessDay,
  customerId: string,
  input: InvoiceInput,
  hash: string,
): Promise<StoredInvoice> {
  const id = uuidv7();
  const dueOn = input.due_on ?? input.issued_on;
  const level = input.initial_level ?? 0;
  const levelOn = level > 0 ? (input.initial_level_on ?? day.todayOn) : null;
  refuseFuture(levelOn, day.todayOn);
  await tx.invoice.create({
    data: {
      id,
      creditorId: context.creditorId,
      customerId,
      number: input.number,
      issuedOn: toDateColumn(input.issued_on),
      dueOn: toDateColumn(dueOn),
      totalCents: input.total_cents,
      balanceCents: input.total_cents,
      currency: input.currency,
      invoiceUrl: input.invoice_url ?? null,
      paymentUrl: input.payment_url ?? null,
      scenarioId: input.scenario_id ?? null,
      scenarioVersionId: await scenarioVersionOf(tx, customerId, input.scenario_id ?? null),
      initialLevel: level,
      initialLevelOn: levelOn ? toDateColumn(levelOn) : null,
      level,
      contentHash: hash,
      ...caseFileColumns(input.case_file),
    },
  });
  if (levelOn) await recordInitialLevel(tx, context, day, id, level, levelOn);
  const { number, currency, total_cents: amountCents } = input;
  const data = { number, amountCents, currency, dueOn, ...(level > 0 ? { level } : {}) };
  await recordHistory(tx, context, [{ customerId, invoiceId: id, kind: 'created', data }]);
  return { id, tellings: [], handedOver: [] };
}

function refuseFuture(levelOn: string | null, todayOn: string): void {
  if (levelOn === null || levelOn <= todayOn) return;
  const detail = `The level was reached elsewhere, so not after today, ${todayOn}.`;
  throw invalid('day_in_future', '/initial_level_on', detail, 'Give the day on which the level was reached.');
}

/** The level reached elsewhere counts as that level's day for what comes after. */
async function recordInitialLevel(
  tx: Transaction,
  context: FactContext,
  { settings, todayOn }: BusinessDay,
  invoiceId: string,
  level: number,
  on: string,
): Promise<void> {
  const at = on === todayOn ? context.at : new Date(instantAt(on, settings.sendHour, settings.timeZone));
  await tx.stepRecord.create({
    data: { id: uuidv7(), invoiceId, cycle: 1, level, outcome: 'level_set', on: toDateColumn(on), at },
  });
}
