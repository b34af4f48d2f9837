import type { Channel, StepOutcome } from './step.ts';

interface LevelRecord {
  level: number;
  outcome: StepOutcome;
}

/**
 * The level whose turn a step brings. Null for a call, a task or an SMS of a level that is already done: it accompanies
 * that level's reminder, which nobody has to send again. A second mail or letter of a level brings its turn again.
 * `progress`: what happened in this cycle.
 */
export function levelTurn(
  { level, kind }: { level: number; kind: Channel },
  progress: readonly LevelRecord[],
): number | null {
  if (kind === 'email' || kind === 'letter') return level;
  const isDone = progress.some((record) => record.level === level && ['sent', 'completed'].includes(record.outcome));
  return isDone ? null : level;
}
