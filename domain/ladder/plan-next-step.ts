import { startOfDayAfter } from '../calendar/local-time.ts';
import { type Departure, departureOf } from './departure.ts';
import { nextSteps } from './next-steps.ts';
import { needsProvider } from '../messages/connectors.ts';
import type { Plan, PlanInput, Reason } from './plan.ts';
import { isMessage, type ScenarioStep, type Step, type StepMode } from './step.ts';
import { type Turn, turnOf } from './turn.ts';

/**
 * Works out what leaves next, when, and why (docs/how-it-decides.md, "When a step is due"). Pure: the same input gives the
 * same plan.
 *
 * 1. The next step follows what was done in this cycle (`nextSteps`). A preventive step is skipped once its own day and the
 *    due date are over (`lapseOf`).
 * 2. Its turn comes on roll-forward(max(anchor + delay, last step or message + spacing, day after the due date)) (`turnOf`).
 * 3. It leaves at the send hour of that day. When it is late, held or over the customer's cap: at the first possible send
 *    hour of a working day, once, and never two steps at a time (`departureOf`).
 * 4. While a hold without an end is in force nothing is planned; `step` and `turnOn` still say which step is held.
 */
export function planNextStep(input: PlanInput): Plan {
  for (const step of nextSteps(input.steps, input.progress)) {
    const turn = turnOf(step, input);
    const { mode, reasons } = modeOf(step, input);
    const departure = departureOf(step, turn.on, mode, input);
    const lapsesAt = step.level === 0 ? lapseOf(turn, input) : null;
    if (lapsesAt && isPast(lapsesAt, departure, input)) continue;
    const planned = { step: stepOf(step), turnOn: turn.on, rule: ruleOf(step) };
    const endless = input.holds.find((hold) => hold.endsAt === null);
    if (endless) return { kind: 'held', ...planned, reasons: [...turn.reasons, { code: 'held', hold: endless.kind }] };
    return {
      kind: 'step',
      ...planned,
      dueAt: departure.at,
      dueOn: departure.on,
      lapsesAt,
      mode,
      reasons: [...turn.reasons, ...departure.reasons, ...reasons],
    };
  }
  return { kind: 'exhausted' };
}

/** A preventive step makes no sense once the debt is due, unless its own day is even later. */
function lapseOf(turn: Turn, input: PlanInput): string {
  const { dueOn } = input.invoice;
  return startOfDayAfter(turn.ownOn > dueOn ? turn.ownOn : dueOn, input.calendar.timeZone);
}

function isPast(lapsesAt: string, departure: Departure, input: PlanInput): boolean {
  return Math.max(Date.parse(departure.at), Date.parse(input.nowAt)) >= Date.parse(lapsesAt);
}

/** The step's mode, or `to_confirm` when a person has to check the message before it leaves. */
function modeOf(step: ScenarioStep, input: PlanInput): { mode: StepMode; reasons: Reason[] } {
  if (!isMessage(step.kind)) return { mode: step.mode, reasons: [] };
  const { confirmReason, creditCover, settings } = input;
  const reasons: Reason[] = [];
  const isAlways = confirmReason === 'going_live' || confirmReason === 'restored';
  if (confirmReason && (isAlways || settings.confirmAfterRelease)) {
    reasons.push({ code: 'confirm', why: confirmReason });
  }
  if (creditCover) reasons.push({ code: 'confirm', why: 'credit_cover' });
  if (isWithoutProvider(step, input)) reasons.push({ code: 'confirm', why: 'no_provider' });
  return { mode: reasons.length > 0 ? 'to_confirm' : step.mode, reasons };
}

/** Whether the step would leave by itself and count as sent although no provider takes it. */
function isWithoutProvider(step: ScenarioStep, { withoutProvider = [] }: PlanInput): boolean {
  const needed = step.mode === 'automatic' ? needsProvider(step) : null;
  return needed !== null && withoutProvider.includes(needed);
}

function ruleOf(step: ScenarioStep): string {
  return `${step.anchor}${step.delayDays < 0 ? '' : '+'}${step.delayDays}`;
}

function stepOf({ key, level, kind, letterKind, templateId }: ScenarioStep): Step {
  return { key, level, kind, letterKind, templateId };
}
