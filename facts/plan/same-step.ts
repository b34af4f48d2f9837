import type { Step } from '../../domain/ladder/step.ts';
import type { OpenStep } from '../../prisma/generated/client.ts';

/** Whether a step is still the one that is written as open: another scenario, or version, may have another level or text under its key. */
export function isSameStep(open: Pick<OpenStep, 'stepKey' | Exclude<keyof Step, 'key'>>, step: Step): boolean {
  return (
    open.stepKey === step.key &&
    open.level === step.level &&
    open.kind === step.kind &&
    open.letterKind === step.letterKind &&
    open.templateId === step.templateId
  );
}
