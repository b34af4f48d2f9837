import { describe, expect, it } from 'vitest';
import { heldNote } from '../../../domain/wording/held-note.ts';

const held = (kind: 'promise' | 'litigation' | 'specific_action', untilOn: string | null = null) => ({ kind, untilOn });

describe('An item that is held says why, to its debtor', () => {
  it('with the day on which he promised to pay, of instalments all of them in order', () => {
    expect(heldNote([held('promise', '2026-12-12')], 'fr')).toBe('promesse de règlement\u00a0: 12/12/2026');
    expect(heldNote([held('promise', '2027-01-12'), held('promise', '2026-12-12')], 'en')).toBe(
      'promise to pay: 12/12/2026, 12/01/2027',
    );
  });

  it('in a line: what is beyond four instalments is only hinted at', () => {
    const months = ['01', '02', '03', '04', '05'].map((month) => held('promise', `2027-${month}-01`));
    expect(heldNote(months, 'fr')).toBe(
      'promesse de règlement\u00a0: 01/01/2027, 01/02/2027, 01/03/2027, 01/04/2027, …',
    );
    expect(heldNote(months, 'fr')!.length).toBeLessThanOrEqual(80);
    expect(heldNote(months.slice(1), 'fr')).toMatch(/, 01\/05\/2027$/);
  });

  it('with the days promised alone, whatever else holds it until a day', () => {
    expect(heldNote([held('promise', '2026-12-12'), held('litigation', '2026-12-31')], 'fr')).toBe(
      'promesse de règlement\u00a0: 12/12/2026',
    );
  });

  it('without a day where none is promised, and of a step apart only where nothing else holds it', () => {
    expect(heldNote([held('litigation', '2026-12-12')], 'fr')).toBe('contentieux');
    expect(heldNote([held('specific_action'), held('promise', '2026-12-12')], 'fr')).toMatch(/^promesse/);
    expect(heldNote([held('specific_action')], 'fr')).toBe('suivi particulier');
    expect(heldNote([], 'fr')).toBeNull();
  });
});
