import { ofOrigin } from '../../domain/actions/action-origin.ts';
import type { LocalDate } from '../../domain/calendar/local-date.ts';
import { instantAt, localDate } from '../../domain/calendar/local-time.ts';
import { type Alarm, alarmsOf, latestAlarming, type Limitation } from '../../domain/limitation/limitation.ts';
import { alarmTitle } from '../../domain/limitation/limitation-text.ts';
import { DEBTOR_KINDS } from '../../domain/reminder-content.ts';
import { fromDateColumn } from '../../prisma/dates.ts';
import type { Database, Transaction } from '../../prisma/client.ts';
import type { Prisma } from '../../prisma/generated/client.ts';
import { lockCustomers } from '../../prisma/lock.ts';
import { settingsOf } from '../business-calendar.ts';
import { createTask } from '../create-task.ts';
import { leaveAction } from '../leave-action.ts';
import { CLAIM, limitationOf } from './limitation-of.ts';

/** The number of claims read in one statement, and the most tasks that one call writes. */
const PAGE = 500;
const MOST = 1_000;

/** The tasks that ask a person to act before a claim is time-barred; a task that was taken back does not count. */
const ALARM = { ...ofOrigin('limitation'), state: { not: 'cancelled' } } as const satisfies Prisma.ActionWhereInput;

const CLAIM_TO_JUDGE = {
  ...CLAIM,
  id: true,
  creditorId: true,
  customerId: true,
  customer: {
    select: {
      kind: true,
      creditor: { select: { settings: { select: { timeZone: true, sendHour: true } } } },
    },
  },
  actions: {
    where: { action: ALARM },
    select: { action: { select: { id: true, state: true, dueOn: true } } },
  },
} as const satisfies Prisma.InvoiceSelect;

type ClaimToJudge = Prisma.InvoiceGetPayload<{ select: typeof CLAIM_TO_JUDGE }>;

/** How far the claims have been judged: the id of the last one. */
export interface Place {
  after: string | null;
}

/**
 * Asks a person, once for each period, to act before a claim is time-barred, and takes the task back when the end has
 * moved away: a payment has restarted the period, or the debtor is no consumer after all. An oral promise or an
 * arguable payment takes none back. `creditorId` null means all creditors. Returns false when there may be more to do,
 * because it has written its maximum or has run for `sliceMs`: the next call with the same `place` continues there.
 */
export async function raiseAlarms(
  db: Database,
  of: { creditorId: string | null; at: Date },
  place: Place = { after: null },
  sliceMs = Infinity,
): Promise<boolean> {
  const endMs = performance.now() + sliceMs;
  let written = 0;
  do {
    const page: ClaimToJudge[] = await db.invoice.findMany({
      where: { ...mayAlarm(of), ...(place.after === null ? {} : { id: { gt: place.after } }) },
      select: CLAIM_TO_JUDGE,
      orderBy: { id: 'asc' },
      take: PAGE,
    });
    for (const row of page.filter((one) => isToWrite(one, of.at))) {
      if (written >= MOST) return false;
      await db.$transaction((tx) => writeAlarm(tx, row, of.at));
      written += 1;
    }
    if (page.length < PAGE) return true;
    place.after = page.at(-1)!.id;
  } while (performance.now() < endMs);
  return false;
}

/**
 * Claims old enough for an alarm if nothing has restarted their period, and those about which a person is asked
 * already.
 */
function mayAlarm({ creditorId, at }: { creditorId: string | null; at: Date }): Prisma.InvoiceWhereInput {
  // Tomorrow in UTC: no time zone is further ahead.
  const tomorrowOn = localDate(new Date(at.getTime() + 86_400_000).toISOString(), 'UTC');
  const oldEnough = DEBTOR_KINDS.map((kind): Prisma.InvoiceWhereInput => {
    const before = { lte: new Date(latestAlarming(kind, tomorrowOn)) };
    return { customer: { kind }, OR: [{ issuedOn: before }, { dueOn: before }] };
  });
  return {
    ...(creditorId === null ? {} : { creditorId }),
    kind: 'invoice',
    closedAs: null,
    OR: [...oldEnough, { actions: { some: { action: { ...ALARM, state: 'open' } } } }],
  };
}

/** For one claim, the alarm that a person has to be asked about, and the tasks of a period that is over. */
function judge(row: ClaimToJudge, at: Date) {
  const { timeZone, sendHour } = settingsOf(row.customer.creditor);
  const todayOn = localDate(at.toISOString(), timeZone);
  const limitation = limitationOf(row, timeZone);
  if (!limitation) return null;
  const asked = row.actions.map(({ action }) => ({ ...action, dueOn: fromDateColumn(action.dueOn) }));
  const alarms = alarmsOf(limitation);
  const alarm = alarms.find(
    ({ fromOn, untilOn }) => todayOn >= fromOn && todayOn <= untilOn && !asked.some(({ dueOn }) => dueOn >= fromOn),
  );
  const stale = asked.filter(({ state, dueOn }) => state === 'open' && dueOn < alarms[0].fromOn);
  return { limitation, alarm, todayOn, timeZone, sendHour, staleIds: stale.map(({ id }) => id) };
}

function isToWrite(row: ClaimToJudge, at: Date): boolean {
  const judged = judge(row, at);
  return judged !== null && (judged.alarm !== undefined || judged.staleIds.length > 0);
}

/** Judges again under the lock: of two calls at once, only one writes. */
async function writeAlarm(tx: Transaction, { id, customerId }: ClaimToJudge, at: Date): Promise<void> {
  await lockCustomers(tx, [customerId]);
  const row = await tx.invoice.findUniqueOrThrow({ where: { id }, select: CLAIM_TO_JUDGE });
  const judged = judge(row, at);
  if (!judged) return;
  for (const staleId of judged.staleIds) await leaveAction(tx, staleId, id, 'limitation_put_off', at);
  const { alarm } = judged;
  if (alarm) await ask(tx, row, { ...judged, alarm });
}

async function ask(
  tx: Transaction,
  row: ClaimToJudge,
  of: { limitation: Limitation; alarm: Alarm; todayOn: LocalDate; timeZone: string; sendHour: number },
): Promise<void> {
  await createTask(tx, row, {
    customerId: row.customerId,
    invoiceIds: [row.id],
    kind: 'task',
    origin: 'limitation',
    title: alarmTitle(of.limitation, of.alarm, of.todayOn),
    dueOn: of.todayOn,
    dueAt: new Date(instantAt(of.todayOn, of.sendHour, of.timeZone)),
  });
}
