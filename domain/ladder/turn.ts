import { addDays, type LocalDate } from '../calendar/local-date.ts';
import { rollForward, whyNotWorking } from '../calendar/working-days.ts';
import { inOrder, startsAgain } from './next-steps.ts';
import type { PlanInput, Reason } from './plan.ts';
import type { ScenarioStep, StepRecord } from './step.ts';

export interface Turn {
  /** The day on which the step's turn comes: a working day. */
  on: LocalDate;
  /** The step's own day: its turn without any spacing. */
  ownOn: LocalDate;
  reasons: Reason[];
}

interface Bound {
  on: LocalDate;
  reason: Reason;
}

/**
 * The day on which a step's turn comes, independent of today: roll-forward(max(anchor + delay, spacing, the other
 * bounds)).
 */
export function turnOf(step: ScenarioStep, input: PlanInput): Turn {
  const zone = input.calendar.holidayZone;
  const anchor = anchorOf(step, input);
  const rawOn = addDays(anchor.anchorOn, step.delayDays);
  const wished = [{ on: rawOn, reason: anchor }, ...ownBounds(step, input)];
  const on = latest([...wished, ...spacingBounds(input)]);
  const reasons: Reason[] = on.reason === anchor ? [anchor] : [anchor, on.reason];
  const because = whyNotWorking(on.on, zone);
  if (because) reasons.push({ code: 'not_working', on: on.on, because });
  return { on: rollForward(on.on, zone), ownOn: rollForward(latest(wished).on, zone), reasons };
}

function anchorOf(step: ScenarioStep, input: PlanInput): Reason & { code: 'anchor' } {
  const { issuedOn, dueOn } = input.invoice;
  const common = { code: 'anchor', anchor: step.anchor, delayDays: step.delayDays, previousLevel: null } as const;
  if (step.anchor === 'issued_on') return { ...common, anchorOn: issuedOn };
  if (step.anchor === 'due_on') return { ...common, anchorOn: dueOn };
  const last = inOrder(input.progress).at(-1);
  if (last) return { ...common, anchorOn: last.on, previousLevel: last.level };
  // Nothing has happened yet: the preventive step before it fell away, so that step's own day is used; the first step
  // counts from the due date.
  const before = input.steps[input.steps.findIndex((other) => other.key === step.key) - 1];
  return { ...common, anchorOn: before ? turnOf(before, { ...input, postponed: null }).ownOn : dueOn };
}

/** Bounds from the step itself and from the person who postponed it. */
function ownBounds(step: ScenarioStep, input: PlanInput): Bound[] {
  const { issuedOn, dueOn } = input.invoice;
  const bounds: Bound[] = [{ on: issuedOn, reason: { code: 'not_before_issue', issuedOn } }];
  if (step.level > 0 && !step.mayPrecedeDue) {
    bounds.push({ on: addDays(dueOn, 1), reason: { code: 'not_before_due', dueOn } });
  }
  const { postponed } = input;
  if (postponed && isPostponed(step, postponed))
    bounds.push({ on: postponed.untilOn, reason: { code: 'postponed', untilOn: postponed.untilOn } });
  return bounds;
}

/**
 * Whether this is the step that a person postponed, and not a step that replaces it, even under the same key in another
 * scenario.
 */
function isPostponed(step: ScenarioStep, { stepKey, level, kind }: NonNullable<PlanInput['postponed']>): boolean {
  return stepKey === step.key && (level ?? step.level) === step.level && (kind ?? step.kind) === step.kind;
}

/** The minimum spacing after each step and after the last message of any kind; never two steps on one day. */
function spacingBounds(input: PlanInput): Bound[] {
  const days = input.settings.minimumSpacingDays;
  const after = (lastOn: LocalDate, least: number): Bound => {
    const gap = Math.max(days, least);
    return { on: addDays(lastOn, gap), reason: { code: 'spacing', lastOn, days: gap } };
  };
  const records = input.progress.filter((record) => !startsAgain(record));
  const bounds = records.map((record) => after(record.on, leastGap(record)));
  return input.lastMessageOn ? [...bounds, after(input.lastMessageOn, 0)] : bounds;
}

function leastGap(record: StepRecord): number {
  return record.outcome === 'level_set' ? 0 : 1;
}

/** The bound with the latest day; the first one of several with the same day. */
function latest(bounds: readonly Bound[]): Bound {
  return bounds.reduce((last, bound) => (bound.on > last.on ? bound : last));
}
