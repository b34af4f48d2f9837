import { describe, expect, it } from 'vitest';
import { cycleFrom } from '../../../domain/ladder/set-level.ts';

const of = (cycle: number, ...levels: number[]) => levels.map((level) => ({ cycle, level }));

describe('The level that a person sets', () => {
  it('leaves the case in its cycle where nothing was done or skipped above it', () => {
    expect(cycleFrom(1, { cycle: 1, level: 0, records: [] })).toBe(1);
    expect(cycleFrom(2, { cycle: 1, level: 1, records: of(1, 1, 2) })).toBe(1);
    expect(cycleFrom(3, { cycle: 2, level: 1, records: of(2, 1) })).toBe(2);
  });

  it('begins a new one below the level reached, and at level 0', () => {
    expect(cycleFrom(1, { cycle: 1, level: 2, records: of(1, 1, 2) })).toBe(2);
    expect(cycleFrom(0, { cycle: 3, level: 0, records: [] })).toBe(4);
  });

  it('begins a new one below a level that was skipped, though a skip raises no level', () => {
    expect(cycleFrom(1, { cycle: 1, level: 1, records: of(1, 1, 2) })).toBe(2);
    expect(cycleFrom(2, { cycle: 1, level: 2, records: of(1, 2, 3) })).toBe(2);
  });

  it('minds no level of a cycle that is over', () => {
    expect(cycleFrom(1, { cycle: 2, level: 1, records: [...of(1, 1, 2, 3), ...of(2, 1)] })).toBe(2);
  });
});
