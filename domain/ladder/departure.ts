import { nextSendAt } from '../calendar/business-calendar.ts';
import { addDays, daysBetween, type LocalDate } from '../calendar/local-date.ts';
import { instantAt, localDate } from '../calendar/local-time.ts';
import { rollForward } from '../calendar/working-days.ts';
import type { PlanInput, Reason } from './plan.ts';
import { isMessage, type ScenarioStep, type StepMode } from './step.ts';

export interface Departure {
  at: string;
  on: LocalDate;
  reasons: Reason[];
}

/** An automatic step later than this did not leave at its hour because of an outage. */
const PUNCTUAL_WITHIN_MS = 3_600_000;

/**
 * When a step leaves whose turn comes on `turnOn`: at the send hour of that day; if that is past, at the next send hour
 * of a working day; after the holds that end by themselves; on a day that the customer's limits leave free. A step that
 * already waits for a person, or is leaving at this hour, keeps its instant; only a turn on a later day moves it.
 */
export function departureOf(step: ScenarioStep, turnOn: LocalDate, mode: StepMode, input: PlanInput): Departure {
  const { calendar, nowAt } = input;
  const turnAt = instantAt(turnOn, calendar.sendHour, calendar.timeZone);
  let departure: Departure = { at: turnAt, on: turnOn, reasons: [] };
  if (isBefore(turnAt, nowAt)) departure = leavingAt(nextSendAt(nowAt, calendar), input, { code: 'late', turnOn });
  const hold = lastHold(input);
  if (hold && isBefore(departure.at, hold.endsAt)) {
    const { kind, untilOn, endsAt } = hold;
    const reason = { code: 'hold_ends', hold: kind, untilOn, endsAt } as const;
    departure = leavingAt(nextSendAt(endsAt, calendar), input, reason);
  }
  const waiting = waitingSince({ step, mode, turnOn, turnAt, holdEndsAt: hold?.endsAt ?? null }, input);
  const today = localDate(nowAt, calendar.timeZone);
  if (!waiting) return afterLimits(departure, step, mode, input);
  if (limitsOn(today, step, mode, input).length === 0)
    return leavingAt(waiting, input, { code: 'waiting', sinceAt: waiting });
  // The limit keeps it, not lateness.
  return afterLimits({ at: waiting, on: today, reasons: [] }, step, mode, input);
}

interface Turned {
  step: ScenarioStep;
  mode: StepMode;
  turnOn: LocalDate;
  turnAt: string;
  holdEndsAt: string | null;
}

/**
 * The instant since which the step has been waiting; null when it is not open, or when its turn or a hold's end is
 * still to come.
 */
function waitingSince({ step, mode, turnOn, turnAt, holdEndsAt }: Turned, input: PlanInput): string | null {
  const { openStep, nowAt, cycle, calendar } = input;
  if (!openStep || openStep.stepKey !== step.key || openStep.cycle !== cycle) return null;
  if (holdEndsAt && isBefore(nowAt, holdEndsAt)) return null;
  if (mode !== 'automatic') {
    const { dueAt, dueOn = localDate(dueAt, calendar.timeZone) } = openStep;
    const sinceAt = turnOn > dueOn ? turnAt : standingAt({ dueAt, dueOn }, input);
    return isBefore(sinceAt, nowAt) ? sinceAt : null;
  }
  if (!isBefore(openStep.dueAt, nowAt) || isBefore(nowAt, turnAt)) return null;
  const sinceAt = isBefore(openStep.dueAt, turnAt) ? turnAt : openStep.dueAt;
  return Date.parse(nowAt) - Date.parse(sinceAt) > PUNCTUAL_WITHIN_MS ? null : sinceAt;
}

/**
 * The step's stored instant. When the send hour or the time zone was changed since, so that this instant is still to
 * come or falls on another local day, the send hour of the step's day.
 */
function standingAt({ dueAt, dueOn }: { dueAt: string; dueOn: LocalDate }, { calendar, nowAt }: PlanInput): string {
  const stands = isBefore(dueAt, nowAt) && localDate(dueAt, calendar.timeZone) === dueOn;
  return stands ? dueAt : instantAt(dueOn, calendar.sendHour, calendar.timeZone);
}

function lastHold(
  input: PlanInput,
): { kind: PlanInput['holds'][number]['kind']; untilOn: LocalDate | null; endsAt: string } | null {
  const ending = input.holds.flatMap(({ kind, untilOn, endsAt }) =>
    endsAt === null ? [] : [{ kind, untilOn, endsAt }],
  );
  return ending.reduce<(typeof ending)[number] | null>(
    (last, hold) => (last && !isBefore(last.endsAt, hold.endsAt) ? last : hold),
    null,
  );
}

/**
 * Moves a departure to the first working day that the customer's limits leave free, and adds the limits that kept it
 * from its own day.
 */
function afterLimits(departure: Departure, step: ScenarioStep, mode: StepMode, input: PlanInput): Departure {
  const limits = limitsOn(departure.on, step, mode, input);
  if (limits.length === 0) return departure;
  const { cap } = input.settings;
  if (cap && cap.count < 1) throw new RangeError('a cap lets at least one message pass');
  const { holidayZone, sendHour, timeZone } = input.calendar;
  let on = departure.on;
  while (limitsOn(on, step, mode, input).length > 0) on = rollForward(addDays(on, 1), holidayZone);
  return { at: instantAt(on, sendHour, timeZone), on, reasons: [...departure.reasons, ...limits] };
}

/**
 * The limits that forbid one more message to the customer on that day: the cap, for every message; with unit `account`,
 * a message of that day already, for automatic ones. Calls and tasks are not messages.
 */
function limitsOn(on: LocalDate, step: ScenarioStep, mode: StepMode, input: PlanInput): Reason[] {
  if (!isMessage(step.kind)) return [];
  const limits: Reason[] = [];
  const { cap } = input.settings;
  const inWindow = (sentOn: LocalDate, days: number) => {
    const age = daysBetween(sentOn, on);
    return age >= 0 && age < days;
  };
  if (cap && input.customerMessageDays.filter((sentOn) => inWindow(sentOn, cap.days)).length >= cap.count)
    limits.push({ code: 'cap', count: cap.count, days: cap.days });
  if (mode === 'automatic' && input.accountMessageDays?.includes(on)) limits.push({ code: 'one_a_day', on });
  return limits;
}

function leavingAt(at: string, input: PlanInput, reason: Reason): Departure {
  return { at, on: localDate(at, input.calendar.timeZone), reasons: [reason] };
}

function isBefore(at: string, otherAt: string): boolean {
  return Date.parse(at) < Date.parse(otherAt);
}
