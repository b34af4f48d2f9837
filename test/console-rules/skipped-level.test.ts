import { expect, it } from 'vitest';
import { hasPassedLevels } from '../../console/case/next-level.ts';

// Whether the level dialog offers the level that the case already has.

const next = (level: number) => ({ step: `r${level}`, level });
const of = (level: number, status: string, nextLevel: number | null) =>
  hasPassedLevels({ level, status, next: nextLevel === null ? null : next(nextLevel) } as never);

it('a level that was skipped by mistake is brought back by setting the one that was reached', () => {
  expect(of(1, 'waiting', 3)).toBe(true);
  expect(of(0, 'due', 2)).toBe(true);
  expect(of(2, 'exhausted', null)).toBe(true);
});

it('setting the level that a case has changes nothing where none was skipped', () => {
  expect(of(1, 'waiting', 2)).toBe(false);
  expect(of(0, 'held', null)).toBe(false);
  expect(of(3, 'exhausted', null)).toBe(false);
});
