import type { Plan } from '../../../domain/ladder/plan.ts';
import { isMessage } from '../../../domain/ladder/step.ts';
import type { Transaction } from '../../../prisma/client.ts';
import type { CaseForPlan } from '../../plan/load-case.ts';
import type { ReminderInput } from '../../inputs/sending.ts';
import { conflict } from '../../refused.ts';
import { stepNumbers } from '../reserving/step-numbers.ts';

type ScenarioStepRow = NonNullable<CaseForPlan['scenarioVersion']>['steps'][number];

/** What a reminder sent by hand is in the ladder of its invoice. */
export interface HandStep {
  /** Null for an extra, which is no step of the ladder. */
  stepKey: string | null;
  /** The level that the reminder records. */
  level: number;
  /** Above 0 when it repeats a step that left before. */
  repeat: number;
  /** The step whose text and channel it uses; null when the scenario has none for it. */
  step: Pick<ScenarioStepRow, 'kind' | 'letterKind' | 'templateId'> | null;
}

/**
 * Which step a reminder by hand is. At the next level it is the next step; at the level reached it repeats that level,
 * unless the next step has the same level and the channel asked for. Without a level it is an extra, in the text of a
 * first reminder until a second one has left, and after that in no text of the ladder, which would start over. Refuses
 * any other level: none is skipped or comes again.
 */
export async function handStep(
  tx: Transaction,
  row: CaseForPlan,
  plan: Plan,
  { level, mode }: Pick<ReminderInput, 'level' | 'mode'>,
): Promise<HandStep> {
  const steps = row.scenarioVersion?.steps ?? [];
  if (level === undefined) return { stepKey: null, level: row.level, repeat: 0, step: textOfExtra(steps, row.level) };
  const done = row.stepRecords.filter((record) => record.cycle === row.cycle && record.level === level);
  const messages = done.filter(({ kind }) => kind !== null && isMessage(kind));
  const isRepeat = level === row.level && messages.length > 0;
  if (plan.kind !== 'exhausted' && plan.step.level === level && !(isRepeat && plan.step.kind !== mode)) {
    const { key: stepKey, kind } = plan.step;
    const [repeat = 0] = await stepNumbers(tx, [{ invoiceId: row.id, cycle: row.cycle, stepKey, level, kind }]);
    return { stepKey, level, repeat, step: plan.step };
  }
  if (level !== row.level || (level === 0 && done.length === 0)) {
    const next = plan.kind === 'exhausted' ? 'none' : `R${plan.step.level}`;
    throw conflict('wrong_level', `The level reached is R${row.level} and the next one ${next}: no level is skipped.`);
  }
  const written = messages.filter(({ kind }) => kind !== 'sms');
  const repeated =
    [written, messages].find((some) => some.length > 0) ?? done.filter(({ stepKey }) => stepKey !== null);
  const [last] = repeated.toSorted((a, b) => b.at.getTime() - a.at.getTime());
  // In another ladder the key of what was done may belong to another level.
  const ofLevel = steps.filter((one) => one.level === level);
  const step = ofLevel.find((one) => one.key === last?.stepKey) ?? ofLevel[0] ?? null;
  const stepKey = last?.stepKey ?? step?.key ?? `R${level}`;
  return { stepKey, level, repeat: await nextRepeat(tx, row, stepKey), step };
}

function textOfExtra(steps: readonly ScenarioStepRow[], level: number): ScenarioStepRow | null {
  const writes = ({ kind, templateId }: ScenarioStepRow) => isMessage(kind) && kind !== 'sms' && templateId !== null;
  return level > 1 ? null : (steps.findLast((step) => writes(step) && step.level <= 1) ?? null);
}

async function nextRepeat(tx: Transaction, row: CaseForPlan, stepKey: string): Promise<number> {
  const where = { invoiceId: row.id, cycle: row.cycle, stepKey };
  const sent = await tx.messageItem.aggregate({ where: { ...where, active: true }, _max: { repeat: true } });
  const recorded = await tx.stepRecord.aggregate({ where, _max: { repeat: true } });
  return 1 + Math.max(0, sent._max.repeat ?? 0, recorded._max.repeat ?? 0);
}
