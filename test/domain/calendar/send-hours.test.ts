import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BusinessCalendar, nextSendAt } from '../../../domain/calendar/business-calendar.ts';
import { addDays } from '../../../domain/calendar/local-date.ts';
import { instantAt, localClock, localDate, startOfDayAfter } from '../../../domain/calendar/local-time.ts';
import { isWorkingDay } from '../../../domain/calendar/working-days.ts';
import { calendars, instants, localDates, timeZones } from '../arbitraries.ts';

const PARIS: BusinessCalendar = { timeZone: 'Europe/Paris', holidayZone: 'metropole', sendHour: 9 };

describe('Local time', () => {
  it('follows summer and winter time', () => {
    expect(instantAt('2026-07-01', 9, 'Europe/Paris')).toBe('2026-07-01T07:00:00.000Z');
    expect(instantAt('2026-12-01', 9, 'Europe/Paris')).toBe('2026-12-01T08:00:00.000Z');
    expect(localDate('2026-06-30T22:30:00Z', 'Europe/Paris')).toBe('2026-07-01');
    expect(localDate('2026-12-31T22:30:00Z', 'Europe/Paris')).toBe('2026-12-31');
  });

  it('takes the next hour on the night that has no two o’clock, and the first of two in autumn', () => {
    expect(instantAt('2026-03-29', 2, 'Europe/Paris')).toBe('2026-03-29T01:00:00.000Z');
    expect(localClock('2026-03-29T01:00:00.000Z', 'Europe/Paris')).toEqual({ hour: 3, minute: 0 });
    expect(instantAt('2026-10-25', 2, 'Europe/Paris')).toBe('2026-10-25T00:00:00.000Z');
  });

  it('ends a day at local midnight, on 23- and 25-hour days too', () => {
    expect(startOfDayAfter('2026-03-28', 'Europe/Paris')).toBe('2026-03-28T23:00:00.000Z');
    expect(startOfDayAfter('2026-03-29', 'Europe/Paris')).toBe('2026-03-29T22:00:00.000Z');
    expect(startOfDayAfter('2026-10-25', 'Europe/Paris')).toBe('2026-10-25T23:00:00.000Z');
  });

  it('reads back the day and the hour it was given', () => {
    fc.assert(
      fc.property(localDates, fc.integer({ min: 3, max: 23 }), timeZones, (on, hour, timeZone) => {
        const at = instantAt(on, hour, timeZone);
        expect(localDate(at, timeZone)).toBe(on);
        expect(localClock(at, timeZone)).toEqual({ hour, minute: 0 });
        expect(localDate(startOfDayAfter(on, timeZone), timeZone)).toBe(addDays(on, 1));
      }),
    );
  });
});

describe('The next send hour', () => {
  it.each([
    ['today’s while it is still to come', '2026-11-23T07:59:59.999Z', '2026-11-23T08:00:00.000Z'],
    ['this very instant', '2026-11-23T08:00:00.000Z', '2026-11-23T08:00:00.000Z'],
    ['tomorrow’s once it is past', '2026-11-23T08:00:00.001Z', '2026-11-24T08:00:00.000Z'],
    ['Monday’s on a Friday afternoon', '2026-11-20T15:00:00Z', '2026-11-23T08:00:00.000Z'],
    ['after Christmas and its week-end', '2026-12-24T15:00:00Z', '2026-12-28T08:00:00.000Z'],
    [
      'the day’s own in the first minutes of the day, UTC being still the day before',
      '2026-06-30T22:30:00Z',
      '2026-07-01T07:00:00.000Z',
    ],
  ])('is %s', (_, nowAt, expected) => expect(nextSendAt(nowAt, PARIS)).toBe(expected));

  it('may be midnight or eleven at night', () => {
    expect(nextSendAt('2026-11-22T12:00:00Z', { ...PARIS, sendHour: 0 })).toBe('2026-11-22T23:00:00.000Z');
    expect(nextSendAt('2026-11-23T21:30:00Z', { ...PARIS, sendHour: 23 })).toBe('2026-11-23T22:00:00.000Z');
  });

  it('is never in the past, always on a working day, and none was left out before it', () => {
    fc.assert(
      fc.property(instants, calendars, (nowAt, calendar) => {
        const at = nextSendAt(nowAt, calendar);
        const { timeZone, holidayZone, sendHour } = calendar;
        expect(Date.parse(at)).toBeGreaterThanOrEqual(Date.parse(nowAt));
        const on = localDate(at, timeZone);
        expect(isWorkingDay(on, holidayZone)).toBe(true);
        for (let day = localDate(nowAt, timeZone); day < on; day = addDays(day, 1)) {
          const missed =
            isWorkingDay(day, holidayZone) && Date.parse(instantAt(day, sendHour, timeZone)) >= Date.parse(nowAt);
          expect(missed).toBe(false);
        }
        expect(nextSendAt(at, calendar)).toBe(at);
      }),
    );
  });
});
