import { expect, it } from 'vitest';
import { sayLevel } from '../../console/level/level-words.ts';

// What the summary of a case and the columns of the work list show for a held level.

const say = {
  done: (on: string) => `faite le ${on}`,
  due: () => 'à faire',
  held: () => 'suspendue',
  planned: (on: string) => `prévue le ${on}`,
  set: (on: string) => `considérée comme faite le ${on}, sans envoi`,
  no: () => 'non concernée',
};
const said = (state: 'not_concerned' | 'due' | 'done', dueOn: string | null, heldBy: string[], doneAt?: string) =>
  sayLevel({ state, due_on: dueOn, done_at: doneAt ?? null, set_at: null }, heldBy, say);

it('promises no day of a level while a dispute, a promise, a pause or the courts hold the case, whether its turn has come or not', () => {
  for (const heldBy of [['dispute'], ['dispute', 'promise'], ['pause'], ['customer_pause'], ['litigation']]) {
    expect(said('not_concerned', '2026-12-02', heldBy)).toBe('suspendue');
    expect(said('due', '2026-11-30', heldBy)).toBe('suspendue');
  }
});

it('says when a level was done, and of one that no plan names yet nothing else, held or not', () => {
  for (const heldBy of [[], ['dispute']]) {
    expect(said('done', null, heldBy, '2026-11-20')).toBe('faite le 2026-11-20');
    expect(said('done', '2026-12-02', heldBy, '2026-11-20')).toBe('faite le 2026-11-20');
    expect(said('not_concerned', null, heldBy)).toBe('non concernée');
  }
});

it('names the day of the next level of a case that nothing holds', () => {
  expect(said('not_concerned', '2026-12-02', [])).toBe('prévue le 2026-12-02');
  expect(said('due', '2026-11-30', [])).toBe('à faire');
});

it('says of a level that a person set, or that an import brought, that it counts as done without a sending', () => {
  const set = { state: 'not_concerned' as const, due_on: null, done_at: null, set_at: '2026-11-30' };
  expect(sayLevel(set, [], say)).toBe('considérée comme faite le 2026-11-30, sans envoi');
  expect(sayLevel(set, ['dispute'], say)).toBe('considérée comme faite le 2026-11-30, sans envoi');
});
