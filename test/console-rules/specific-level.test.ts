import { expect, it } from 'vitest';
import { BLANK_PLAN, levelOtherwise, planOf } from '../../console/specific-action/plan.ts';

// The level of a specific action that is sent to the API.

const step = { scenario_id: 's', step_key: 'r3' };
const copied = { ...step, level: 3 };

it('003-13 a copied formal notice stays one as a letter; as a mail it says nothing of its level', () => {
  const notice = { ...BLANK_PLAN, kind: 'letter', level: 3, copied } as const;
  expect(planOf(notice)).toMatchObject({ level: 3, copy_from: step });
  expect(planOf({ ...notice, kind: 'email' })).not.toHaveProperty('level');
  expect(planOf({ ...notice, level: 2 })).toMatchObject({ level: 2 });
});

it('a step beyond R3 is a formal notice as well', () => {
  expect(planOf({ ...BLANK_PLAN, kind: 'letter', level: 4, copied })).toMatchObject({ level: 3 });
});

it('003-13 a copied letter that is to be no formal notice after all has its own step’s level again', () => {
  expect(levelOtherwise({ copied: { ...step, level: 1 } })).toBe(1);
  expect(levelOtherwise({ copied })).toBe(2);
  expect(levelOtherwise({ copied: null })).toBeNull();
});

it('003-13 a letter written from nothing has no level unless it is said to be a formal notice', () => {
  expect(planOf({ ...BLANK_PLAN, kind: 'letter' })).not.toHaveProperty('level');
  expect(planOf({ ...BLANK_PLAN, kind: 'letter', level: 3 })).toMatchObject({ level: 3 });
});
