import type { Step } from '../../ladder/step.ts';

const DAYS_BEFORE = 7;

/** Nothing is late yet when it leaves, so it comes before every other step, once. */
export const takesPreventive = (steps: readonly Step[]): boolean => steps.every(({ level }) => level > 0);

/**
 * A courtesy mail a week before the due date, to be confirmed; unless somebody does so in time it falls away. `templateId`: of
 * a text for that level, when there is one.
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
