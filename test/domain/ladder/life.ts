import { addDays } from '../../../domain/calendar/local-date.ts';
import { instantAt, localDate, startOfDayAfter } from '../../../domain/calendar/local-time.ts';
import type { PlanInput } from '../../../domain/ladder/plan.ts';
import { planNextStep } from '../../../domain/ladder/plan-next-step.ts';
import { isMessage, type ScenarioStep, type StepMode, type StepRecord } from '../../../domain/ladder/step.ts';
import { aCase } from './case.ts';

/** What may happen to a case on a day, before its send hour or after it. */
export type DayEvent =
  | { type: 'litigation'; open: boolean }
  | { type: 'pause'; days: number }
  | { type: 'message_by_hand' }
  | { type: 'message_about_another_invoice' }
  | { type: 'skip' }
  | { type: 'set_level'; level: number }
  | { type: 'due_date_moved'; days: number }
  | { type: 'outage'; days: number };

export interface Left {
  step: ScenarioStep;
  mode: StepMode;
  cycle: number;
  on: string;
  at: string;
  dueOn: string;
}

/** What was seen during a life, on which the promises are checked. */
export interface Life {
  left: Left[];
  messageDays: string[];
  records: (StepRecord & { cycle: number })[];
  heldSends: number;
}

/** Lives one case through `days` days as its workflow would, with planning at midnight, at the send hour and in the evening. */
export function live(
  steps: readonly ScenarioStep[],
  events: ReadonlyMap<number, DayEvent>,
  days: number,
  spacing: number,
): Life {
  const life: Life = { left: [], messageDays: [], records: [], heldSends: 0 };
  const { calendar, invoice } = aCase();
  let input: PlanInput = aCase({
    steps,
    settings: { minimumSpacingDays: spacing, confirmAfterRelease: true, cap: null },
  });
  let asleepUntil = '';
  for (let day = 0; day < days; day += 1) {
    const on = addDays(invoice.issuedOn, day);
    const event = events.get(day);
    if (event?.type === 'outage') asleepUntil = addDays(on, event.days);
    else if (event) input = happen(input, event, on, life);
    if (on < asleepUntil) continue;
    for (const hour of [0, calendar.sendHour, 18]) {
      // After an outage the machine is back in the evening, not at a send hour.
      if (on === asleepUntil && hour < 18) continue;
      input = look({ ...input, nowAt: instantAt(on, hour, calendar.timeZone) }, life);
    }
  }
  return life;
}

/** Plans, stores the plan, and lets the step leave when it is due; a step that waits for a person is confirmed on the same day. */
function look(input: PlanInput, life: Life): PlanInput {
  const { nowAt, cycle, calendar } = input;
  const now = { ...input, holds: input.holds.filter((hold) => hold.endsAt === null || hold.endsAt > nowAt) };
  const plan = planNextStep(now);
  if (plan.kind !== 'step') return { ...now, openStep: null };
  const openStep = { cycle, stepKey: plan.step.key, dueAt: plan.dueAt };
  if (plan.dueAt > nowAt) return { ...now, openStep };
  if (now.holds.length > 0) life.heldSends += 1;
  const step = now.steps.find(({ key }) => key === plan.step.key)!;
  const on = localDate(nowAt, calendar.timeZone);
  life.left.push({ step, mode: plan.mode, cycle, on, at: nowAt, dueOn: now.invoice.dueOn });
  if (isMessage(step.kind)) life.messageDays.push(on);
  return record({ ...now, openStep: null, lastMessageOn: on }, life, {
    stepKey: step.key,
    level: step.level,
    kind: step.kind,
    outcome: 'sent',
    on,
    at: nowAt,
  });
}

function record(input: PlanInput, life: Life, entry: StepRecord): PlanInput {
  life.records.push({ ...entry, cycle: input.cycle });
  return { ...input, openStep: null, postponed: null, progress: [...input.progress, entry] };
}

function happen(input: PlanInput, event: DayEvent, on: string, life: Life): PlanInput {
  const at = instantAt(on, 7, input.calendar.timeZone);
  switch (event.type) {
    case 'litigation': {
      const others = input.holds.filter((hold) => hold.kind !== 'litigation');
      const holds = event.open ? [...others, { kind: 'litigation' as const, untilOn: null, endsAt: null }] : others;
      return { ...input, holds };
    }
    case 'pause': {
      const untilOn = addDays(on, event.days);
      const endsAt = startOfDayAfter(untilOn, input.calendar.timeZone);
      return { ...input, holds: [...input.holds, { kind: 'pause', untilOn, endsAt }] };
    }
    case 'message_by_hand':
      life.messageDays.push(on);
      return { ...input, lastMessageOn: on };
    case 'message_about_another_invoice':
      return { ...input, customerMessageDays: [...input.customerMessageDays, on] };
    case 'skip': {
      const plan = planNextStep({ ...input, nowAt: at });
      if (plan.kind !== 'step') return input;
      const { key, level, kind } = plan.step;
      return record(input, life, { stepKey: key, level, kind, outcome: 'skipped', on, at });
    }
    case 'set_level': {
      const reached = Math.max(0, ...input.progress.map(({ level }) => level));
      const again =
        event.level < reached || event.level === 0 ? { ...input, cycle: input.cycle + 1, progress: [] } : input;
      return record(again, life, { stepKey: null, level: event.level, kind: null, outcome: 'level_set', on, at });
    }
    case 'due_date_moved':
      return { ...input, invoice: { ...input.invoice, dueOn: addDays(input.invoice.dueOn, event.days) } };
    case 'outage':
      return input;
  }
}
