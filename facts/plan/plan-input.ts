import { localDate } from '../../domain/calendar/local-time.ts';
import { confirmReasonAfter } from '../../domain/holds/confirm-after-hold.ts';
import type { ConfirmReason, PlanInput } from '../../domain/ladder/plan.ts';
import { type Connectors, withoutProvider } from '../../domain/messages/connectors.ts';
import { covers } from '../../domain/money/balance.ts';
import type { Settings } from '../../prisma/generated/client.ts';
import { fromDateColumn } from '../../prisma/dates.ts';
import type { Transaction } from '../../prisma/client.ts';
import { businessCalendar, settingsOf } from '../business-calendar.ts';
import { caseFacts } from '../case-facts.ts';
import { type AroundCase, loadAround } from './load-around.ts';
import type { CaseForPlan } from './load-case.ts';

/**
 * The plan's input as plain data; `at` is the workflow's instant. `around` is read here unless given. `connectors`: the
 * creditor's providers; null or undefined when it does not matter who takes letters and SMS, as for what a person
 * sends.
 */
export async function planInput(
  tx: Transaction,
  row: CaseForPlan,
  at: Date,
  { around, connectors }: { around?: AroundCase; connectors: Connectors | null | undefined },
): Promise<PlanInput> {
  const settings = settingsOf(row.customer.creditor);
  const calendar = businessCalendar(settings);
  const open = row.openStep;
  const { lastSentAt, freeCents, customerSentAt, accountSentAt, byHand } = around ?? (await loadAround(tx, row, at));
  const dayOf = (instant: Date) => localDate(instant.toISOString(), calendar.timeZone);
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
      .map((record) => ({
        ...record,
        byHand: record.messageId !== null && byHand.includes(record.messageId),
        on: fromDateColumn(record.on),
        at: record.at.toISOString(),
      })),
    lastMessageOn: lastSentAt && dayOf(lastSentAt),
    customerMessageDays: customerSentAt.map(dayOf),
    ...(accountSentAt ? { accountMessageDays: accountSentAt.map(dayOf) } : {}),
    holds: caseFacts(row).holds,
    confirmReason: (row.confirmReason as ConfirmReason | null) ?? confirmReasonAhead(row, dayOf),
    creditCover: covers(freeCents, row.balanceCents, settings.toleranceCents),
    ...(connectors ? { withoutProvider: withoutProvider(connectors) } : {}),
    postponed: postponedOf(row),
    openStep: open && {
      cycle: open.cycle,
      stepKey: open.stepKey,
      dueAt: open.dueAt.toISOString(),
      dueOn: fromDateColumn(open.dueOn),
    },
  };
}

/** Why the step will need a person when the hold that stops the case now ends on its day; null when it will not. */
function confirmReasonAhead(row: CaseForPlan, dayOf: (at: Date) => string): ConfirmReason | null {
  const reasons = [...row.holds, ...row.customer.holds].map(({ kind, sinceAt, endsAt }) =>
    endsAt ? confirmReasonAfter({ kind, outcome: 'expired', sinceOn: dayOf(sinceAt), endedOn: dayOf(endsAt) }) : null,
  );
  return reasons.find((reason) => reason !== null) ?? null;
}

/** The day to which a person postponed a step. It applies to that step only, and so ends when the step is done. */
function postponedOf(row: CaseForPlan): PlanInput['postponed'] {
  const { postponedUntilOn, postponedStepKey, postponedLevel: level, postponedKind: kind } = row;
  if (postponedUntilOn === null || postponedStepKey === null) return null;
  const step = { ...(level === null ? {} : { level }), ...(kind === null ? {} : { kind }) };
  return { stepKey: postponedStepKey, ...step, untilOn: fromDateColumn(postponedUntilOn) };
}

type CapSettings = Pick<Settings, 'maxMessagesCount' | 'maxMessagesDays'>;

function capOf(settings: CapSettings): { count: number; days: number } | null {
  const { maxMessagesCount: count, maxMessagesDays: days } = settings;
  return count === null || days === null ? null : { count, days };
}
