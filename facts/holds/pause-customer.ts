import { v7 as uuidv7 } from 'uuid';
import { toDateColumn } from '../../prisma/dates.ts';
import type { Database, Transaction } from '../../prisma/client.ts';
import { readBusinessDay } from '../business-calendar.ts';
import { readHandedOver } from '../handed-over.ts';
import { recordHistory } from '../history.ts';
import type { PauseInput } from '../inputs/holds.ts';
import type { FactContext, FactOutcome } from '../outcome.ts';
import { raiseVersion } from '../raise-version.ts';
import { withdrawStep } from '../withdraw-step.ts';
import { seeToDeclaring } from './ask-to-declare.ts';
import { linesFor } from './expire-pause.ts';
import { isSamePause, type PauseAnswer, pauseAnswer } from './hold-answer.ts';
import { refuseSince, sinceNow } from './insolvency.ts';
import { pauseEnd } from './pause-end.ts';
import { takePausedCustomer, tellEach } from './paused-customer.ts';

/**
 * Stops every reminder of a customer, also about future invoices, until a last day or until a person ends the pause.
 * Called again, it replaces the terms.
 */
export async function pauseCustomer(
  db: Database,
  context: FactContext,
  customerId: string,
  input: PauseInput,
): Promise<FactOutcome<PauseAnswer>> {
  return db.$transaction(async (tx) => {
    const { pause, invoices } = await takePausedCustomer(tx, context, customerId);
    const ids = invoices.map((invoice) => invoice.id);
    const handedOver = await readHandedOver(tx, ids);
    const { reason, cause = null, until_on: untilOn = null, since_on: sinceOn = null } = input;
    if (pause && isSamePause(pause, input)) {
      const tellings = tellEach(invoices, { signal: 'pauseSet', data: { holdId: pause.id } }, { onlyUntold: true });
      return { answer: pauseAnswer(pause), tellings, replayed: true, handedOver };
    }
    const day = await readBusinessDay(tx, context);
    refuseSince(input, day.todayOn);
    const endsAt = pauseEnd(day, 'customer_pause', untilOn);
    const column = (on: string | null) => (on ? toDateColumn(on) : null);
    const terms = { reason, cause, endsAt, untilOn: column(untilOn), sinceOn: column(sinceOn) };
    const hold = pause
      ? await tx.hold.update({ where: { id: pause.id }, data: { ...terms, ...sinceNow(pause, terms, context.at) } })
      : await tx.hold.create({ data: { ...newPause(context, customerId), ...terms } });
    if (endsAt === null) await withdrawSteps(tx, ids, context.at);
    await seeToDeclaring(tx, context, day, { customerId, invoiceIds: ids, terms });
    await raiseVersion(tx, ids);
    const proceedings = { ...(cause ? { cause } : {}), ...(sinceOn ? { sinceOn } : {}) };
    const data = { holdId: hold.id, untilOn, customer: true, ...proceedings };
    await recordHistory(
      tx,
      context,
      linesFor(customerId, ids, { kind: 'paused', data: { ...data, reason, endsAt: endsAt?.toISOString() ?? null } }),
    );
    const tellings = tellEach(invoices, { signal: 'pauseSet', data }, { onlyUntold: false });
    return { answer: pauseAnswer(hold), tellings, replayed: pause !== null, handedOver };
  });
}

const newPause = (context: FactContext, customerId: string) => ({
  id: uuidv7(),
  creditorId: context.creditorId,
  customerId,
  kind: 'customer_pause' as const,
  sinceAt: context.at,
  createdBy: context.actor.name,
});

async function withdrawSteps(tx: Transaction, invoiceIds: readonly string[], at: Date): Promise<void> {
  for (const invoiceId of invoiceIds) await withdrawStep(tx, invoiceId, 'customer_pause', at);
}
