import { expect, it } from 'vitest';
import { type CaseStanding, dueLevels } from '../../console/specific-action/due-levels.ts';
import { noneReplaced, replacedSaid } from '../../console/specific-action/replaced-words.ts';

// Which steps a specific action can replace.

const standing = (level: number, status: CaseStanding['status'], more: Partial<CaseStanding> = {}): CaseStanding => ({
  ...{ next: { level }, status, holds: [], levels: [{ level, state: 'not_concerned' }] },
  ...more,
});
const TURN = (level: number) => ({ levels: [{ level, state: 'due' as const }] });

it('names the level of each step whose turn has come, before its hour too', () => {
  expect(dueLevels([standing(2, 'due'), standing(1, 'to_confirm'), standing(2, 'due')])).toEqual([1, 2, 2]);
  expect(dueLevels([standing(2, 'waiting', TURN(2))])).toEqual([2]);
});

it('names no step that is still to come, is held, or is being sent', () => {
  const held = standing(1, 'held', { ...TURN(1), holds: [{ kind: 'dispute' }] });
  expect(dueLevels([standing(1, 'waiting'), held, standing(2, 'sending', TURN(2))])).toEqual([]);
  expect(dueLevels([standing(1, 'exhausted', { next: null })])).toEqual([]);
});

it('says of several steps that they are skipped and come back, of one level too, whose name stands there once', () => {
  const one = replacedSaid([1], 'fr');
  expect(one.label).toBe('Remplace l’étape prévue\u00a0: R1');
  expect(one.description).toMatch(/^L’étape est passée, .* elle revient/);
  const twelve = replacedSaid(
    Array.from({ length: 12 }, () => 1),
    'fr',
  );
  expect(twelve.label).toBe('Remplace les étapes prévues\u00a0: R1');
  expect(twelve.description).toMatch(/^Les étapes sont passées, .* elles reviennent/);
  expect(replacedSaid([1, 2], 'en').label).toBe('Takes the place of the planned steps: R1, R2');
  expect(replacedSaid([1, 2], 'en').description).toMatch(/^The steps are skipped, .* they come back/);
});

it('says of an action that was to take the place of steps that there were none by then, and nothing else', () => {
  expect(noneReplaced(0, 'fr')).toBe('Aucune étape n’est remplacée\u00a0: plus aucune n’est prévue aujourd’hui.');
  expect([noneReplaced(2, 'fr'), noneReplaced(undefined, 'fr')]).toEqual([null, null]);
});
