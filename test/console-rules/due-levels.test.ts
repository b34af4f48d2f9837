import { expect, it } from 'vitest';
import { type CaseStanding, dueLevels } from '../../console/specific-action/due-levels.ts';

// Which steps an action outside the scenario is offered to take the place of.

const standing = (level: number, status: CaseStanding['status'], more: Partial<CaseStanding> = {}): CaseStanding => ({
  ...{ next: { level }, status, holds: [], levels: [{ level, state: 'not_concerned' }] },
  ...more,
});
const TURN = (level: number) => ({ levels: [{ level, state: 'due' as const }] });

it('names each level once whose turn has come, before its hour too', () => {
  expect(dueLevels([standing(2, 'due'), standing(1, 'to_confirm'), standing(2, 'due')])).toEqual([1, 2]);
  expect(dueLevels([standing(2, 'waiting', TURN(2))])).toEqual([2]);
});

it('names no step that is still to come, is held, or is being sent', () => {
  const held = standing(1, 'held', { ...TURN(1), holds: [{ kind: 'dispute' }] });
  expect(dueLevels([standing(1, 'waiting'), held, standing(2, 'sending', TURN(2))])).toEqual([]);
  expect(dueLevels([standing(1, 'exhausted', { next: null })])).toEqual([]);
});
