import { describe, expect, it } from 'vitest';
import { heldNote as noteOf } from '../../../domain/wording/held-note.ts';
import { plain } from '../plain.ts';

const held = (kind: 'promise' | 'litigation' | 'specific_action', untilOn: string | null = null) => ({ kind, untilOn });

const owed = { balanceCents: 300_00, currency: 'EUR' };
const heldNote = (holds: Parameters<typeof noteOf>[0], language: 'fr' | 'en') => noteOf(holds, language, owed);

describe('An item that is held says why, to its debtor', () => {
  it('with the day on which he promised to pay, of instalments all of them in order', () => {
    expect(heldNote([held('promise', '2026-12-12')], 'fr')).toBe('promesse de règlement\u00a0: 12/12/2026');
    expect(heldNote([held('promise', '2027-01-12'), held('promise', '2026-12-12')], 'en')).toBe(
      'promise to pay: 12/12/2026, 12/01/2027',
    );
  });

  it('with the sum beside the day where a part was promised, and without where the whole was', () => {
    const part = (amountCents: number, untilOn: string) => ({ ...held('promise', untilOn), amountCents });
    expect(plain(heldNote([part(100_00, '2026-12-12')], 'fr')!)).toBe('promesse de règlement : 100,00 € le 12/12/2026');
    expect(plain(heldNote([part(200_00, '2027-01-12'), part(100_00, '2026-12-12')], 'en')!)).toBe(
      'promise to pay: €100.00 on 12/12/2026, €200.00 on 12/01/2027',
    );
    expect(plain(heldNote([part(300_00, '2026-12-12')], 'fr')!)).toBe('promesse de règlement : 12/12/2026');
    const three = ['01', '02', '03'].map((month) => part(100_00, `2027-${month}-01`));
    expect(plain(heldNote(three, 'fr')!)).toBe('promesse de règlement : 01/01/2027, 01/02/2027, 01/03/2027');
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
