import type { Step } from '../../ladder/step.ts';

const DAYS_BEFORE = 7;

/** A preventive step is sent before anything is late, so it is the first step and there is only one. */
export const takesPreventive = (steps: readonly Step[]): boolean => steps.every(({ level }) => level > 0);

/**
 * A courtesy e-mail a week before the due date, to be confirmed; if nobody confirms it in time, it is dropped.
 * `templateId`: a template of level 0, when there is one.
 */
export function preventiveStep(steps: readonly Step[], templateId: string | null): Step {
  const taken = new Set(steps.map(({ key }) => key));
  let key = 'r0';
  for (let more = 2; taken.has(key); more += 1) key = `r0-${more}`;
  return {
    ...{ key, level: 0, kind: 'email', letter_kind: null, anchor: 'due_on', delay_days: -DAYS_BEFORE },
    ...{ mode: 'to_confirm', template_id: templateId, may_precede_due: false },
  };
}
