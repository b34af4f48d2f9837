import { expect, it } from 'vitest';
import { addWorkingDays, rollForward } from '../../console/case/working-days.ts';
import * as domain from '../../domain/calendar/working-days.ts';
import { addDays } from '../../domain/calendar/local-date.ts';
import { isLongHold } from '../../console/case/business-day-rules.ts';
import { confirmReasonAfter } from '../../domain/holds/confirm-after-hold.ts';

it('the console counts working days as the ladder does, in metropolitan France and in Alsace-Moselle', () => {
  for (const zone of ['metropole', 'alsace_moselle'] as const) {
    for (let day = '2026-01-01'; day < '2029-01-01'; day = addDays(day, 1)) {
      expect([day, rollForward(day, zone)]).toEqual([day, domain.rollForward(day, zone)]);
      expect([day, addWorkingDays(day, 3, zone)]).toEqual([day, domain.addWorkingDays(day, 3, zone)]);
    }
  }
});

it('a promise for Saturday 12 December with three days of grace is over on the 16th', () => {
  expect(addWorkingDays('2026-12-12', 3, 'metropole')).toBe('2026-12-16');
  // Good Friday and Saint Stephen's Day are working days, except in Alsace and Moselle.
  expect(rollForward('2027-03-26', 'metropole')).toBe('2027-03-26');
  expect(rollForward('2027-03-26', 'alsace_moselle')).toBe('2027-03-30');
});

it('a pause from 26 November to Christmas Day asks for no confirmation, one day more does, as the ladder judges', () => {
  const sinceOn = '2026-11-26';
  const confirms = (lastOn: string) =>
    confirmReasonAfter({ kind: 'pause', outcome: 'expired', sinceOn, endedOn: addDays(lastOn, 1) }) !== null;
  for (let lastOn = sinceOn; lastOn < '2027-02-01'; lastOn = addDays(lastOn, 1))
    expect([lastOn, isLongHold(lastOn, sinceOn)]).toEqual([lastOn, confirms(lastOn)]);
  expect(isLongHold('2026-12-25', sinceOn)).toBe(false);
  expect(isLongHold('2026-12-26', sinceOn)).toBe(true);
});
