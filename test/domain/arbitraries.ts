import fc from 'fast-check';
import type { BusinessCalendar } from '../../domain/calendar/business-calendar.ts';
import { addDays } from '../../domain/calendar/local-date.ts';

export const localDates = fc.integer({ min: 0, max: 365 * 12 }).map((days) => addDays('2024-01-01', days));

export const zones = fc.constantFrom('metropole' as const, 'alsace_moselle' as const);

export const timeZones = fc.constantFrom(
  'Europe/Paris',
  'Indian/Reunion',
  'America/Martinique',
  'Pacific/Noumea',
  'UTC',
);

export const calendars: fc.Arbitrary<BusinessCalendar> = fc.record({
  timeZone: timeZones,
  holidayZone: zones,
  sendHour: fc.integer({ min: 0, max: 23 }),
});

export const instants = fc
  .integer({ min: Date.parse('2024-01-01T00:00:00Z'), max: Date.parse('2035-12-31T23:59:59Z') })
  .map((ms) => new Date(ms).toISOString());
