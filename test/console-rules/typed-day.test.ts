import { expect, it } from 'vitest';
import { dayFaultOf, dayOf as read, type DaysRead } from '../../console/fields/typed-day.ts';
import { instantOf, wallClockOf } from '../../console/task/local-instant.ts';

const todayOn = '2026-11-30';
const dayOf = (typed: string, language: DaysRead['language']) => read(typed, { language, todayOn });

it('a day is understood as people type it', () => {
  for (const typed of [
    '4/12/2026',
    '04.12.26',
    '4 déc. 2026',
    '4 décembre 2026',
    '2026-12-04',
    '4 dec 2026',
    '4/12',
    '4 decembre',
    '04122026',
  ]) {
    expect(dayOf(typed, 'fr')).toBe('2026-12-04');
  }
  for (const typed of ['1er déc. 2026', '1er decembre', '1ER/12', '1 déc.'])
    expect(dayOf(typed, 'fr')).toBe('2026-12-01');
  expect(dayOf('15 aout 2026', 'fr')).toBe('2026-08-15');
  expect(dayOf('3 fev', 'fr')).toBe('2026-02-03');
  expect(dayOf('4 Dec 2026', 'en')).toBe('2026-12-04');
});

it('what is no day is none', () => {
  for (const typed of [
    '',
    'demain',
    '31/2/2026',
    '4/13/2026',
    '4 brumaire 2026',
    '12/2026',
    '2026-02-31',
    '31/2',
    '4 ju 2026',
    '4 ma',
    '2er déc. 2026',
  ]) {
    expect(dayOf(typed, 'fr')).toBeNull();
  }
});

it('a day that is none, or too early, or too late is refused with the reason; nothing at all is no fault', () => {
  const limits = { language: 'fr', todayOn, minOn: '2026-12-01', maxOn: '2026-12-31' } as const;
  expect(dayFaultOf('31/11/2026', limits)).toEqual({ kind: 'no-day' });
  expect(dayFaultOf('30/11/2026', limits)).toEqual({ kind: 'early', fromOn: '2026-12-01' });
  expect(dayFaultOf('1er janv. 2027', limits)).toEqual({ kind: 'late', untilOn: '2026-12-31' });
  for (const taken of ['1/12/2026', '31 déc. 2026', ' ']) expect(dayFaultOf(taken, limits)).toBeNull();
  expect(dayFaultOf('31/1/1999', { language: 'fr', todayOn })).toBeNull();
});

it('nine o’clock is nine o’clock at the creditor’s, in winter and in summer', () => {
  expect(instantOf('2026-12-04 09:00:00', 'Europe/Paris')).toBe('2026-12-04T08:00:00.000Z');
  expect(instantOf('2026-07-04 09:00:00', 'Europe/Paris')).toBe('2026-07-04T07:00:00.000Z');
  expect(wallClockOf('2026-07-04T07:00:00.000Z', 'Europe/Paris')).toBe('2026-07-04 09:00:00');
});

it('the hour that the clocks leave out is the one after', () => {
  expect(wallClockOf(instantOf('2027-03-28 03:30:00', 'Europe/Paris'), 'Europe/Paris')).toBe('2027-03-28 03:30:00');
  expect(instantOf('2027-03-28 02:30:00', 'Europe/Paris')).toMatch(/^2027-03-28T0[01]:30/);
});

it('a day begins at the creditor’s: the same day in the Antilles, and not still to come in Nouméa', () => {
  expect(instantOf('2026-12-04 00:00:00', 'America/Guadeloupe')).toBe('2026-12-04T04:00:00.000Z');
  expect(instantOf('2026-12-04 00:00:00', 'Pacific/Noumea')).toBe('2026-12-03T13:00:00.000Z');
});
