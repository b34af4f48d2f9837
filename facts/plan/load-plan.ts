import type { BusinessCalendar } from '../../domain/calendar/business-calendar.ts';
import { addDays } from '../../domain/calendar/local-date.ts';
import { localDate } from '../../domain/calendar/local-time.ts';
import type { ConfirmReason, PlanInput } from '../../domain/ladder/plan.ts';
import type { Settings } from '../../prisma/generated/client.ts';
import { fromDateColumn, toDateColumn } from '../../prisma/dates.ts';
import type { Transaction } from '../../prisma/client.ts';
import { businessCalendar } from '../business-calendar.ts';
import { caseFacts } from '../case-facts.ts';
import { WITHOUT_LOGO } from '../settings-without-logo.ts';
import { isCreditCovering } from './credit-cover.ts';

const CASE = {
  holds: { where: { endedAt: null }, orderBy: { sinceAt: 'asc' } },
  customer: {
    include: {
      holds: { where: { endedAt: null, invoiceId: null } },
      creditor: { include: { settings: WITHOUT_LOGO } },
    },
  },
  scenarioVersion: { include: { steps: { orderBy: { position: 'asc' } } } },
  openStep: { include: { action: true } },
  stepRecords: true,
} as const;

/** An open or closed invoice with all that its plan depends on. To be read under the lock of its customer. */
export async function loadCaseForPlan(tx: Transaction, invoiceId: string) {
  return tx.invoice.findUniqueOrThrow({ where: { id: invoiceId }, include: CASE });
}

export type CaseForPlan = Awaited<ReturnType<typeof loadCaseForPlan>>;

/** The creditor's settings; every creditor has them from the start. */
export function settingsOf(row: CaseForPlan) {
  const { settings } = row.customer.creditor;
  if (!settings) throw new Error(`creditor ${row.creditorId} has no settings`);
  return settings;
}

/** The plan's input as plain data, `at` being the workflow's instant. */
export async function planInput(tx: Transaction, row: CaseForPlan, at: Date): Promise<PlanInput> {
  const settings = settingsOf(row);
  const calendar = businessCalendar(settings);
  const open = row.openStep;
  return {
    nowAt: at.toISOString(),
    calendar,
    settings: {
      minimumSpacingDays: settings.minimumSpacingDays,
      confirmAfterRelease: settings.confirmAfterRelease,
      cap: capOf(settings),
    },
    invoice: { issuedOn: fromDateColumn(row.issuedOn), dueOn: fromDateColumn(row.dueOn ?? row.issuedOn) },
    steps: row.scenarioVersion?.steps ?? [],
    cycle: row.cycle,
    progress: row.stepRecords
      .filter((record) => record.cycle === row.cycle)
      .map((record) => ({ ...record, on: fromDateColumn(record.on), at: record.at.toISOString() })),
    lastMessageOn: await lastMessageOn(tx, row.id, settings),
    customerMessageDays: await customerMessageDays(tx, row.customerId, calendar, settings, at),
    holds: caseFacts(row).holds,
    confirmReason: row.confirmReason as ConfirmReason | null,
    creditCover: await isCreditCovering(tx, row),
    postponedUntilOn: postponedUntilOn(row),
    openStep: open ? { cycle: open.cycle, stepKey: open.stepKey, dueAt: open.dueAt.toISOString() } : null,
  };
}

/** Until when a person put the next step off; over once that step has a record in this cycle. */
function postponedUntilOn(row: CaseForPlan): string | null {
  const isPast = row.stepRecords.some(({ cycle, stepKey }) => cycle === row.cycle && stepKey === row.postponedStepKey);
  return row.postponedUntilOn && !isPast ? fromDateColumn(row.postponedUntilOn) : null;
}

type CapSettings = Pick<Settings, 'maxMessagesCount' | 'maxMessagesDays'>;

function capOf(settings: CapSettings): { count: number; days: number } | null {
  const { maxMessagesCount: count, maxMessagesDays: days } = settings;
  return count === null || days === null ? null : { count, days };
}

/** What a creditor tried out before going live does not count once he is. */
const inForce = ({ liveAt }: { liveAt: Date | null }) => (liveAt === null ? {} : { test: false });

async function lastMessageOn(
  tx: Transaction,
  invoiceId: string,
  settings: { liveAt: Date | null; timeZone: string },
): Promise<string | null> {
  const last = await tx.message.findFirst({
    where: { sentAt: { not: null }, items: { some: { invoiceId, active: true } }, ...inForce(settings) },
    orderBy: { sentAt: 'desc' },
    select: { sentAt: true },
  });
  return last?.sentAt ? localDate(last.sentAt.toISOString(), settings.timeZone) : null;
}

/** Days of what was sent to the customer within the cap's window, newest first; what is on its way counts as today. */
async function customerMessageDays(
  tx: Transaction,
  customerId: string,
  calendar: BusinessCalendar,
  settings: CapSettings & { liveAt: Date | null },
  at: Date,
): Promise<string[]> {
  const cap = capOf(settings);
  if (!cap) return [];
  const todayOn = localDate(at.toISOString(), calendar.timeZone);
  const messages = await tx.message.findMany({
    where: {
      customerId,
      origin: { not: 'statement' },
      ...inForce(settings),
      OR: [
        { sentAt: { gte: toDateColumn(addDays(todayOn, -cap.days - 1)) } },
        { sentAt: null, status: { in: ['reserved', 'rendered', 'sending', 'ambiguous'] } },
      ],
    },
    select: { sentAt: true },
  });
  return messages.map((message) => localDate((message.sentAt ?? at).toISOString(), calendar.timeZone));
}
