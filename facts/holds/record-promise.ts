import { furthestDay } from '../../domain/actions/furthest-day.ts';
import { holdEndsAt } from '../../domain/holds/hold-end.ts';
import { fromDateColumn, toDateColumn } from '../../prisma/dates.ts';
import type { Database, Transaction } from '../../prisma/client.ts';
import { type BusinessDay, readBusinessDay } from '../business-calendar.ts';
import { readHandedOver } from '../handed-over.ts';
import { recordHistory } from '../history.ts';
import type { PromiseInput } from '../inputs/holds.ts';
import type { FactContext, FactOutcome } from '../outcome.ts';
import { invalid } from '../refused.ts';
import { type HoldRow, type PromiseAnswer, promiseAnswer } from './hold-answer.ts';
import { type OpenCase, takeKnownCase, tellAgain } from './open-case.ts';
import { startHold } from './start-hold.ts';

/**
 * The customer promises an amount for a day; the case is held until that day and the days of grace are over. An invoice
 * may have several promises, for instalments. The same amount for the same day, while in force, is the same promise and
 * not stored twice; its evidence may be added later.
 */
export async function recordPromise(
  db: Database,
  context: FactContext,
  invoiceId: string,
  input: PromiseInput,
): Promise<FactOutcome<PromiseAnswer>> {
  return db.$transaction((tx) => storePromise(tx, context, invoiceId, input));
}

/** Records a promise as `recordPromise` does, within a transaction of the caller that stores more. */
export async function storePromise(
  tx: Transaction,
  context: FactContext,
  invoiceId: string,
  input: PromiseInput,
): Promise<FactOutcome<PromiseAnswer>> {
  const invoice = await takeKnownCase(tx, context, invoiceId);
  const handedOver = await readHandedOver(tx, [invoiceId]);
  const standing = invoice.holds.find((hold) => hold.kind === 'promise' && isSame(hold, input));
  const day = await readBusinessDay(tx, context);
  const evidence = evidenceOf(day, input);
  if (standing) {
    const proved = evidence && (await prove(tx, context, standing, { evidence, currency: invoice.currency }));
    const telling = { invoiceId, signal: 'promiseReceived', data: { holdId: standing.id } } as const;
    return {
      answer: promiseAnswer(proved ?? standing),
      tellings: tellAgain(invoice, telling),
      replayed: true,
      handedOver,
    };
  }
  refuse(invoice, day, input);
  const untilOn = input.promised_on;
  const endsAt = holdEndsAt({ kind: 'promise', untilOn }, day.calendar, day.settings.promiseGraceDays);
  const hold = await startHold(tx, context, invoice, {
    kind: 'promise',
    reason: 'promise',
    comment: input.comment || null,
    amountCents: input.amount_cents,
    untilOn: toDateColumn(untilOn),
    endsAt: endsAt === null ? null : new Date(endsAt),
    settledAtStartCents: invoice.paidCents,
    ...evidence,
  });
  const data = { holdId: hold.id, amountCents: input.amount_cents, currency: invoice.currency, promisedOn: untilOn };
  await recordHistory(tx, context, [
    {
      customerId: invoice.customerId,
      invoiceId,
      kind: 'promise',
      data: { ...data, comment: input.comment ?? undefined, ...saidOf(evidence) },
    },
  ]);
  return {
    answer: promiseAnswer(hold),
    tellings: [{ invoiceId, signal: 'promiseReceived', data }],
    replayed: false,
    handedOver,
  };
}

interface Evidence {
  evidenceKind: 'written' | 'oral';
  evidenceOn: Date;
}

/** The evidence in its stored form; null when none was given. Refuses a day in the future. */
function evidenceOf({ todayOn }: BusinessDay, { evidence }: PromiseInput): Evidence | null {
  if (!evidence) return null;
  const { kind, received_on: on = todayOn } = evidence;
  if (on > todayOn) {
    const detail = `This day is still to come; today is ${todayOn}.`;
    throw invalid('day_to_come', '/evidence/received_on', detail, 'Give the day on which the promise came.');
  }
  return { evidenceKind: kind, evidenceOn: toDateColumn(on) };
}

/** The evidence in the form that history keeps. */
const saidOf = (evidence: Evidence | null) =>
  evidence ? { evidence: evidence.evidenceKind, evidenceOn: fromDateColumn(evidence.evidenceOn) } : {};

/**
 * Stores new evidence for a promise in force, such as a mail that confirms a call. Returns null when nothing changed.
 */
async function prove(
  tx: Transaction,
  context: FactContext,
  hold: HoldRow,
  { evidence, currency }: { evidence: Evidence; currency: string },
): Promise<HoldRow | null> {
  const isKnown =
    hold.evidenceKind === evidence.evidenceKind && hold.evidenceOn?.getTime() === evidence.evidenceOn.getTime();
  if (isKnown) return null;
  const { id: holdId, customerId, invoiceId, amountCents, untilOn, comment } = hold;
  const promise = {
    amountCents: amountCents ?? 0,
    currency,
    ...(untilOn ? { promisedOn: fromDateColumn(untilOn) } : {}),
  };
  await recordHistory(tx, context, [
    {
      customerId,
      invoiceId,
      kind: 'promise',
      data: { holdId, ...promise, comment: comment ?? undefined, ...saidOf(evidence) },
    },
  ]);
  return tx.hold.update({ where: { id: holdId }, data: evidence });
}

function isSame(hold: HoldRow, input: PromiseInput): boolean {
  return (
    hold.amountCents === input.amount_cents &&
    hold.comment === (input.comment || null) &&
    hold.untilOn !== null &&
    fromDateColumn(hold.untilOn) === input.promised_on
  );
}

function refuse(invoice: OpenCase, { todayOn }: BusinessDay, input: PromiseInput): void {
  if (input.amount_cents > invoice.balanceCents) {
    const detail = `More is promised than the balance of ${String(invoice.balanceCents)} cents.`;
    throw invalid('above_balance', '/amount_cents', detail, 'Promise at most what is left to pay.');
  }
  if (input.promised_on < todayOn) {
    const detail = `The promised day is before today, ${todayOn}.`;
    throw invalid('day_is_past', '/promised_on', detail, 'Give today or a later day.');
  }
  if (input.promised_on > furthestDay(todayOn)) {
    const detail = 'The promised day is more than three years off.';
    throw invalid('day_too_far', '/promised_on', detail, 'Give a day within three years.');
  }
}
