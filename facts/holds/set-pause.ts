import { toDateColumn } from '../../prisma/dates.ts';
import type { Database, Transaction } from '../../prisma/client.ts';
import { readBusinessDay } from '../business-calendar.ts';
import { readHandedOver } from '../handed-over.ts';
import { recordHistory } from '../history.ts';
import type { PauseInput } from '../inputs/holds.ts';
import type { FactContext, FactOutcome } from '../outcome.ts';
import { raiseVersion } from '../raise-version.ts';
import { withdrawStep } from '../withdraw-step.ts';
import { type HoldRow, isSamePause, type PauseAnswer, pauseAnswer } from './hold-answer.ts';
import { type OpenCase, takeKnownCase, tellAgain } from './open-case.ts';
import { pauseEnd } from './pause-end.ts';
import { seeToDeclaring } from './ask-to-declare.ts';
import { refuseSince, sinceNow } from './insolvency.ts';
import { startHold } from './start-hold.ts';
import { type EndedHold, inForceAgain, withdrawConfirmation } from './in-force-again.ts';

/** How long after being lifted a pause can be set again as the same pause. */
const LIFTED_BY_MISTAKE_MINUTES = 5;

interface NewTerms extends Partial<ReturnType<typeof inForceAgain>> {
  reason: string;
  cause: string | null;
  sinceOn: Date | null;
  untilOn: Date | null;
  endsAt: Date | null;
}

/**
 * Stops an invoice's reminders until a last day or until a person ends the pause. Called again, it replaces the terms.
 */
export async function setPause(
  db: Database,
  context: FactContext,
  invoiceId: string,
  input: PauseInput,
): Promise<FactOutcome<PauseAnswer>> {
  return db.$transaction(async (tx) => {
    const invoice = await takeKnownCase(tx, context, invoiceId);
    const handedOver = await readHandedOver(tx, [invoiceId]);
    const standing = invoice.holds.find((hold) => hold.kind === 'pause');
    const { cause, reason, until_on: untilOn = null, since_on: sinceOn = null } = input;
    if (standing && isSamePause(standing, input)) {
      const telling = { invoiceId, signal: 'pauseSet', data: { holdId: standing.id } } as const;
      return { answer: pauseAnswer(standing), tellings: tellAgain(invoice, telling), replayed: true, handedOver };
    }
    const day = await readBusinessDay(tx, context);
    refuseSince(input, day.todayOn);
    const terms = {
      reason,
      cause: cause ?? null,
      sinceOn: sinceOn ? toDateColumn(sinceOn) : null,
      untilOn: untilOn ? toDateColumn(untilOn) : null,
      endsAt: pauseEnd(day, 'pause', untilOn),
    };
    const lifted = standing ? undefined : await liftedJustNow(tx, context, invoiceId, input);
    const hold = standing
      ? await changeTerms(tx, context, invoice, standing, terms)
      : lifted
        ? await goOn(tx, context, invoice, lifted, terms)
        : await startHold(tx, context, invoice, { kind: 'pause', ...terms });
    const { customerId } = invoice;
    await seeToDeclaring(tx, context, day, { customerId, invoiceIds: [invoiceId], terms });
    const data = { holdId: hold.id, untilOn, cause: cause ?? undefined, ...(sinceOn ? { sinceOn } : {}) };
    await recordHistory(tx, context, [
      {
        customerId: invoice.customerId,
        invoiceId,
        kind: 'paused',
        data: { ...data, reason, endsAt: terms.endsAt?.toISOString() ?? null },
      },
    ]);
    return {
      answer: pauseAnswer(hold),
      tellings: [{ invoiceId, signal: 'pauseSet', data }],
      replayed: standing !== undefined,
      handedOver,
    };
  });
}

/**
 * The pause with exactly these terms that was lifted a moment ago: setting it again continues it, as if it had never
 * ended.
 */
async function liftedJustNow(
  tx: Transaction,
  context: FactContext,
  invoiceId: string,
  input: PauseInput,
): Promise<EndedHold | undefined> {
  const since = new Date(context.at.getTime() - LIFTED_BY_MISTAKE_MINUTES * 60_000);
  const lifted = await tx.hold.findFirst({
    where: { invoiceId, kind: 'pause', outcome: 'lifted', endedAt: { gte: since } },
    orderBy: { endedAt: 'desc' },
  });
  return lifted && isSamePause(lifted, input) ? lifted : undefined;
}

/** Undoes its end, and the confirmation that the end asked for, unless another hold has ended since. */
async function goOn(tx: Transaction, context: FactContext, invoice: OpenCase, lifted: EndedHold, terms: NewTerms) {
  await withdrawConfirmation(tx, invoice, lifted);
  return changeTerms(tx, context, invoice, lifted, { ...terms, ...inForceAgain(lifted, context.at) });
}

async function changeTerms(
  tx: Transaction,
  context: FactContext,
  invoice: OpenCase,
  standing: HoldRow,
  terms: NewTerms,
) {
  if (terms.endsAt === null) await withdrawStep(tx, invoice.id, 'pause', context.at);
  await raiseVersion(tx, [invoice.id]);
  return tx.hold.update({ where: { id: standing.id }, data: { ...terms, ...sinceNow(standing, terms, context.at) } });
}
