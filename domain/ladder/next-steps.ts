import type { ScenarioStep, StepRecord } from './step.ts';

/** The records in the order in which they happened. */
export function inOrder(progress: readonly StepRecord[]): StepRecord[] {
  return [...progress].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/**
 * The steps that may come next, in order. After a step of this version: the steps after it. After a change of scenario
 * or version, or a level set by a person: from the first step above the level reached, or at that level by a channel
 * not yet used for it. Never a step below the level reached.
 */
export function nextSteps(steps: readonly ScenarioStep[], progress: readonly StepRecord[]): ScenarioStep[] {
  const last = inOrder(progress).at(-1);
  if (!last || startsAgain(last)) return [...steps];
  const reached = Math.max(...progress.map((record) => record.level));
  if (!isOf(last, steps)) {
    const from = steps.findIndex((step) => isAbove(step, reached, last, progress));
    return from < 0 ? [] : steps.slice(from).filter((step) => step.level >= reached);
  }
  const elsewhere = progress.filter((record) => record.stepKey !== null && !isOf(record, steps));
  return steps
    .slice(furthest(steps, progress) + 1)
    .filter((step) => step.level >= reached && !isSentBy(elsewhere, step));
}

/** Whether a person set level 0, so that the ladder starts again. */
export function startsAgain(record: StepRecord): boolean {
  return record.outcome === 'level_set' && record.level === 0;
}

/**
 * Whether the record belongs to this step: in another ladder the same key may have another level or another channel.
 */
function isRecordOf(record: StepRecord, step: ScenarioStep): boolean {
  const isSameWay = record.kind === step.kind || record.byHand === true;
  return record.stepKey === step.key && record.level === step.level && isSameWay;
}

function isOf(record: StepRecord, steps: readonly ScenarioStep[]): boolean {
  return steps.some((step) => isRecordOf(record, step));
}

function furthest(steps: readonly ScenarioStep[], progress: readonly StepRecord[]): number {
  return steps.findLastIndex((step) => progress.some((record) => isRecordOf(record, step)));
}

function isAbove(step: ScenarioStep, reached: number, last: StepRecord, progress: readonly StepRecord[]): boolean {
  if (step.level !== reached) return step.level > reached;
  // A level set by a person counts as done by every channel.
  if (last.outcome === 'level_set') return false;
  return !isSentBy(progress, step);
}

/** Whether the step's level was already recorded for the step's channel. */
function isSentBy(progress: readonly StepRecord[], step: ScenarioStep): boolean {
  return progress.some((record) => record.level === step.level && record.kind === step.kind);
}
