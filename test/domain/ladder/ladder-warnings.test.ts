import { describe, expect, it } from 'vitest';
import { ladderWarnings } from '../../../domain/ladder/ladder-warnings.ts';

const step = (level: number, kind: 'email' | 'letter' | 'sms' | 'call') => ({ level, kind });

describe('Whoever makes a scenario', () => {
  it.each(['email', 'sms'] as const)('is told that an R3 by %s is no formal notice', (kind) => {
    expect(ladderWarnings([step(1, 'email'), step(3, kind)])).toEqual([expect.stringContaining('pas de lettre')]);
  });

  it('is told nothing where a letter of that level stands beside it, before or after', () => {
    expect(ladderWarnings([step(3, 'email'), step(3, 'letter')])).toEqual([]);
    expect(ladderWarnings([step(3, 'letter'), step(4, 'email')])).toEqual([]);
  });

  it('nor of a scenario that stops short of it, or whose level 3 is a call', () => {
    expect(ladderWarnings([step(1, 'email'), step(2, 'email')])).toEqual([]);
    expect(ladderWarnings([step(2, 'email'), step(3, 'call')])).toEqual([]);
  });
});
