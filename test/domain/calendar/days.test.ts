import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, addYears, daysBetween, latestOf, weekday } from '../../../domain/calendar/local-date.ts';
import { addWorkingDays, isWorkingDay, rollForward, whyNotWorking } from '../../../domain/calendar/working-days.ts';
import { localDates, zones } from '../arbitraries.ts';

describe('Local dates', () => {
  it.each([
    ['2028-02-28', 1, '2028-02-29'],
    ['2027-02-28', 1, '2027-03-01'],
    ['2028-02-29', 365, '2029-02-28'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-03-01', -1, '2026-02-28'],
    ['2026-11-22', 0, '2026-11-22'],
  ])('%s and %i days are %s', (on, days, expected) => expect(addDays(on, days)).toBe(expected));

  it.each([
    ['2026-11-22', 2, '2028-11-22'],
    ['2026-11-22', -1, '2025-11-22'],
    ['2028-02-29', 2, '2030-02-28'],
    ['2028-02-29', 4, '2032-02-29'],
    ['2028-02-29', -1, '2027-02-28'],
    ['0999-12-31', 2, '1001-12-31'],
    ['1001-02-28', -2, '0999-02-28'],
  ])('%s and %i years are %s', (on, years, expected) => expect(addYears(on, years)).toBe(expected));

  it.each([
    ['2026-01-10', 2, '2026-03-10'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2026-10-31', 1, '2026-11-30'],
    ['2027-12-31', 2, '2028-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
  ])('%s and %i months are %s', (on, months, expected) => expect(addMonths(on, months)).toBe(expected));

  it('know the latest of several', () => {
    expect(latestOf('2026-11-22')).toBe('2026-11-22');
    expect(latestOf('2026-11-22', '2026-11-21')).toBe('2026-11-22');
    expect(latestOf('2026-11-22', '2027-01-01', '2026-12-31')).toBe('2027-01-01');
  });

  it('count the days that were added', () => {
    fc.assert(
      fc.property(localDates, fc.integer({ min: -800, max: 800 }), (on, days) => {
        expect(daysBetween(on, addDays(on, days))).toBe(days);
      }),
    );
  });

  it('know the day of the week', () => {
    expect(weekday('2026-11-22')).toBe(7);
    expect(weekday('2026-11-23')).toBe(1);
    expect(weekday('2028-02-29')).toBe(2);
  });

  it('refuse what is no day', () => {
    expect(() => addDays('2026-13-01', 1)).toThrow(RangeError);
    expect(() => rollForward('soon', 'metropole')).toThrow(RangeError);
  });
});

describe('Working days', () => {
  it.each([
    ['2026-11-20', null],
    ['2026-11-21', 'saturday'],
    ['2026-11-22', 'sunday'],
    ['2026-11-11', 'holiday'],
    ['2026-11-01', 'sunday'], // This is All Saints' Day too.
    ['2026-08-15', 'saturday'], // This is Assumption Day too.
  ])('%s is none because it is a %s', (on, why) => expect(whyNotWorking(on, 'metropole')).toBe(why));

  it('roll forward to the first working day that is not before the day itself', () => {
    fc.assert(
      fc.property(localDates, zones, (on, zone) => {
        const rolled = rollForward(on, zone);
        expect(isWorkingDay(rolled, zone)).toBe(true);
        expect(rolled >= on).toBe(true);
        for (let day = on; day < rolled; day = addDays(day, 1)) expect(isWorkingDay(day, zone)).toBe(false);
      }),
    );
  });

  it('are Monday to Friday without the holidays', () => {
    expect(isWorkingDay('2026-11-21', 'metropole')).toBe(false);
    expect(isWorkingDay('2026-11-22', 'metropole')).toBe(false);
    expect(isWorkingDay('2026-11-23', 'metropole')).toBe(true);
    expect(isWorkingDay('2026-05-14', 'metropole')).toBe(false);
  });

  it('are counted one by one', () => {
    expect(addWorkingDays('2026-11-20', 3, 'metropole')).toBe('2026-11-25');
    expect(addWorkingDays('2026-11-21', 0, 'metropole')).toBe('2026-11-21');
    expect(addWorkingDays('2026-12-23', 2, 'metropole')).toBe('2026-12-28');
    expect(addWorkingDays('2025-12-24', 1, 'alsace_moselle')).toBe('2025-12-29');
    fc.assert(
      fc.property(localDates, fc.integer({ min: 1, max: 20 }), zones, (on, count, zone) => {
        const end = addWorkingDays(on, count, zone);
        let counted = 0;
        for (let day = addDays(on, 1); day <= end; day = addDays(day, 1)) if (isWorkingDay(day, zone)) counted += 1;
        expect(counted).toBe(count);
        expect(isWorkingDay(end, zone)).toBe(true);
      }),
    );
  });
});
