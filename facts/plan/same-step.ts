import type { Step } from '../../domain/ladder/step.ts';
import type { OpenStep } from '../../prisma/generated/client.ts';

/**
 * True when a step is still the open one: in another scenario or version its key may have another level, channel or
 * text.
 */
export function isSameStep(open: Pick<OpenStep, 'stepKey' | Exclude<keyof Step, 'key'>>, step: Step): boolean {
  return (
    open.stepKey === step.key &&
    open.level === step.level &&
    open.kind === step.kind &&
    open.letterKind === step.letterKind &&
    open.templateId === step.templateId
  );
}
