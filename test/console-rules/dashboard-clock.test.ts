import { expect, it } from 'vitest';
import { clock } from '../../console/pages/dashboard/clock.ts';

it('004-03 the hour of the figures is the creditor’s, wherever and in whatever zone they are read', () => {
  const at = '2026-11-30T08:58:00Z';
  const said = (zone: string) => clock(at, 'fr', zone).replaceAll('\u00a0', ' ');
  expect(said('Europe/Paris')).toBe('9 h 58');
  expect(said('Indian/Reunion')).toBe('12 h 58');
  expect(said('America/Martinique')).toBe('4 h 58');
  expect(clock(at, 'en', 'Europe/Paris')).toBe('09:58');
});
