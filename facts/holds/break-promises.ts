import { brokenPromiseTitle } from '../../domain/actions/task-titles.ts';
import { promiseState } from '../../domain/holds/promise.ts';
import { fromDateColumn } from '../../prisma/dates.ts';
import type { Transaction } from '../../prisma/client.ts';
import type { BusinessDay } from '../business-calendar.ts';
import { createTask } from '../create-task.ts';
import { recordHistory } from '../history.ts';
import type { FactContext } from '../outcome.ts';
import { endHold } from './end-hold.ts';

/**
 * A promise's day and its days of grace are over, and the money has not come. The first broken promise ends them all,
 * since the plan of instalments has failed: the others are lifted. A call is created, and history says how much had
 * come. Returns the ids of the holds that ended.
 */
export async function breakPromises(
  tx: Transaction,
  context: FactContext,
  day: BusinessDay,
  invoiceId: string,
  brokenId: string,
): Promise<string[]> {
  const invoice = await tx.invoice.findUniqueOrThrow({
    where: { id: invoiceId },
    include: { holds: { where: { kind: 'promise', endedAt: null }, orderBy: [{ untilOn: 'asc' }, { id: 'asc' }] } },
  });
  const broken = invoice.holds.find((hold) => hold.id === brokenId);
  if (!broken) return [];
  for (const hold of invoice.holds) {
    const outcome = hold.id === brokenId ? 'broken' : 'lifted';
    await endHold(tx, day, hold, { outcome, at: context.at, invoiceIds: [invoiceId] });
  }
  const promised = { amountCents: broken.amountCents ?? 0, settledAtStartCents: broken.settledAtStartCents ?? 0 };
  const { state, comeCents } = promiseState(promised, invoice.paidCents);
  const data = {
    holdId: broken.id,
    amountCents: promised.amountCents,
    receivedCents: comeCents,
    keptInPart: state === 'kept_in_part',
    currency: invoice.currency,
    balanceCents: invoice.balanceCents,
    promisedOn: broken.untilOn ? fromDateColumn(broken.untilOn) : undefined,
    endedHoldIds: invoice.holds.map((hold) => hold.id),
  };
  await recordHistory(tx, context, [{ customerId: invoice.customerId, invoiceId, kind: 'promise_broken', data }]);
  await createTask(tx, context, {
    customerId: invoice.customerId,
    invoiceIds: [invoiceId],
    kind: 'call',
    origin: 'promise_broken',
    title: brokenPromiseTitle(invoice.number),
    dueAt: context.at,
    dueOn: day.todayOn,
  });
  return data.endedHoldIds;
}
