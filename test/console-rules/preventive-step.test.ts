import { expect, it } from 'vitest';
import type { Step } from '../../console/ladder/step.ts';
import { preventiveStep, takesPreventive } from '../../console/pages/scenario/preventive-step.ts';

const reminder = (key: string, level: number) => ({ key, level, anchor: 'due_on', delay_days: 15 }) as Step;

it('002-09 a scenario gets its courtesy mail in one click: a week before the due date, to be confirmed, in the shipped text', () => {
  const ladder = [reminder('r1', 1), reminder('r2', 2)];
  expect(takesPreventive(ladder)).toBe(true);
  expect(preventiveStep(ladder, 'text')).toEqual({
    ...{ key: 'r0', level: 0, kind: 'email', letter_kind: null, anchor: 'due_on', delay_days: -7 },
    ...{ mode: 'to_confirm', template_id: 'text', may_precede_due: false },
  });
});

it('once, and under a key of its own', () => {
  expect(takesPreventive([reminder('r0', 0), reminder('r1', 1)])).toBe(false);
  expect(preventiveStep([reminder('r0', 1)], null).key).toBe('r0-2');
});
