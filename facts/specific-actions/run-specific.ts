import { freeAgainAt } from '../../domain/actions/specific-action.ts';
import { nextSendAt } from '../../domain/calendar/business-calendar.ts';
import { localDate, startOfDayAfter } from '../../domain/calendar/local-time.ts';
import { isInSendWindow } from '../../domain/calendar/send-window.ts';
import { isMessage } from '../../domain/ladder/step.ts';
import { needsProvider, withoutProvider } from '../../domain/messages/connectors.ts';
import { stoppingHolds } from '../../domain/messages/stopping-holds.ts';
import { fromDateColumn, toDateColumn } from '../../prisma/dates.ts';
import type { Transaction } from '../../prisma/client.ts';
import { businessCalendar, settingsOf } from '../business-calendar.ts';
import { changedBy } from '../decisions/decision.ts';
import { endHoldsThatAreOver } from '../holds/end-holds-that-are-over.ts';
import type { AfterCommit, FactContext, Telling } from '../outcome.ts';
import { holdsOn, loadSpecific, type LoadedSpecific } from './load-specific.ts';
import { askAboutSums, mayNameOldSums } from './outdated-words.ts';
import { freeInvoices, isEarlyNotice, reserveSpecific } from './reserve-specific.ts';
import { isUnderWay } from './under-way.ts';

/** The next move of an automatic specific action's workflow. `untilAt` null: wait until it is told of a change. */
export type SpecificMove =
  | ({ kind: 'over'; messageId: string | null } & AfterCommit)
  | { kind: 'waits'; untilAt: string | null };

/** The reason on an action whose day was moved because something stops it. */
const HELD = 'held';
/** How long the action waits for another message about its invoices that is on its way, unless it is told earlier. */
const LOOK_AGAIN_MS = 3_600_000;

/**
 * Called at the hour of an automatic specific action, under the lock: sends one message about those invoices that may
 * be written about. When there is none, it waits for the end of what stops them. When its words may name an old sum, a
 * person is asked. For a settled or non-automatic action the workflow is over.
 */
export async function runSpecific(tx: Transaction, context: FactContext, actionId: string): Promise<SpecificMove> {
  const before = await loadSpecific(tx, actionId);
  if (!before || before.state !== 'open' || before.mode !== 'automatic' || !isMessage(before.kind)) return OVER;
  if (before.messageId !== null) return leaves(before.messageId, []);
  await endHolds(tx, context, before);
  const action = (await loadSpecific(tx, actionId)) ?? before;
  const calendar = businessCalendar(settingsOf(action.customer.creditor));
  const nowAt = context.at.toISOString();
  const dueAt = action.dueAt.toISOString();
  // Nothing moves it before its own day: a pause over that day may still be lifted or shortened.
  if (action.dueAt > context.at && action.reason !== HELD) return { kind: 'waits', untilAt: dueAt };
  if (isTakenByNobody(context, action)) {
    await tx.action.update({ where: { id: actionId }, data: { mode: 'to_confirm', reason: 'no_provider' } });
    return OVER;
  }
  const free = freeInvoices(action, context.at);
  if (free.length === 0) {
    const untilAt = freeAgainAt(endsOf(action, context.at), calendar);
    if (untilAt !== null && untilAt !== dueAt) await moveTo(tx, action, untilAt, HELD);
    return { kind: 'waits', untilAt };
  }
  if (await mayNameOldSums(tx, action)) {
    await askAboutSums(tx, action);
    return OVER;
  }
  if (!isInSendWindow(nowAt, calendar)) {
    const untilAt = nextSendAt(nowAt, calendar);
    await moveTo(tx, action, untilAt, null);
    return { kind: 'waits', untilAt };
  }
  if (
    await isUnderWay(
      tx,
      free.map(({ id }) => id),
    )
  ) {
    // It is told when that message is settled; otherwise it checks again after this time.
    const untilAt = new Date(context.at.getTime() + LOOK_AGAIN_MS).toISOString();
    await moveTo(tx, action, untilAt, HELD);
    return { kind: 'waits', untilAt };
  }
  const invoiceIds = action.invoices.map((one) => one.invoiceId);
  const messageId = await reserveSpecific(tx, context, action, free, context.actor);
  return leaves(messageId, changedBy(invoiceIds, 'specific_action'));
}

const leaves = (messageId: string, tellings: Telling[]): SpecificMove => ({
  kind: 'over',
  messageId,
  startMessageIds: [messageId],
  tellings,
});

/** True when no provider takes it: sent anyway, it would count as sent, so a person is asked. */
function isTakenByNobody({ connectors }: FactContext, action: LoadedSpecific): boolean {
  const needed = needsProvider(action);
  return needed !== null && connectors !== undefined && withoutProvider(connectors).includes(needed);
}

const OVER: SpecificMove = { kind: 'over', messageId: null, tellings: [] };

/** Ends holds whose day is over, if nothing has ended them yet. */
async function endHolds(tx: Transaction, context: FactContext, action: LoadedSpecific): Promise<void> {
  const { customerId } = action;
  const isOver = ({ endsAt }: { endsAt: Date | null }) => endsAt !== null && endsAt <= context.at;
  for (const { invoice } of action.invoices) {
    if (!holdsOn(action, invoice).some(isOver)) continue;
    await endHoldsThatAreOver(tx, {
      creditorId: context.creditorId,
      customerId,
      invoiceId: invoice.id,
      at: context.at,
    });
  }
}

/**
 * When the last obstacle of each invoice ends (its holds, and for a formal notice its due date); null for a person or
 * money.
 */
function endsOf(action: LoadedSpecific, at: Date): (string | null)[] {
  return action.invoices.map(({ invoice }) => {
    if (invoice.attentionCode !== null || invoice.closedAs !== null) return null;
    const stopping = stoppingHolds('specific_action', holdsOn(action, invoice), action.id);
    const ends = stopping.flatMap(({ endsAt }) => (endsAt ? [endsAt.toISOString()] : []));
    if (ends.length < stopping.length) return null;
    const { timeZone } = settingsOf(action.customer.creditor);
    const isEarly = invoice.dueOn !== null && isEarlyNotice(action, invoice, at);
    const overdueAt = isEarly ? [startOfDayAfter(fromDateColumn(invoice.dueOn!), timeZone)] : [];
    return [...ends, ...overdueAt].toSorted().at(-1) ?? null;
  });
}

async function moveTo(tx: Transaction, action: LoadedSpecific, at: string, reason: string | null): Promise<void> {
  const dueOn = toDateColumn(localDate(at, settingsOf(action.customer.creditor).timeZone));
  await tx.action.update({ where: { id: action.id }, data: { dueAt: new Date(at), dueOn, reason } });
}
