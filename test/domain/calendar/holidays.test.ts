import Holidays from 'date-holidays';
import { describe, expect, it } from 'vitest';
import { isHoliday } from '../../../domain/calendar/holidays.ts';
import { addDays } from '../../../domain/calendar/local-date.ts';

const YEARS = Array.from({ length: 41 }, (_, index) => 2020 + index);

/** The public holidays of one year according to the library, without observances such as Mother's Day. */
function oracle(library: Holidays, year: number): string[] {
  const days = library.getHolidays(year).filter((day) => day.type === 'public');
  return [...new Set(days.map((day) => day.date.slice(0, 10)))].sort();
}

function ours(year: number, zone: 'metropole' | 'alsace_moselle'): string[] {
  const days: string[] = [];
  for (let on = `${year}-01-01`; on.startsWith(`${year}`); on = addDays(on, 1)) if (isHoliday(on, zone)) days.push(on);
  return days;
}

describe('The public holidays of France, 2020 to 2060', () => {
  it.each([
    ['metropole', new Holidays('FR')],
    ['alsace_moselle', new Holidays('FR', '57')],
    ['alsace_moselle', new Holidays('FR', '67')],
    ['alsace_moselle', new Holidays('FR', '68')],
  ] as const)('are those of the independent library: %s', (zone, library) => {
    for (const year of YEARS) expect(ours(year, zone), String(year)).toEqual(oracle(library, year));
  });

  it('are eleven days, and thirteen in Alsace-Moselle, unless two fall on one', () => {
    expect(ours(2026, 'metropole')).toHaveLength(11);
    expect(ours(2026, 'alsace_moselle')).toHaveLength(13);
    expect(ours(2059, 'metropole'), 'Ascension on 8 May').toHaveLength(10);
  });

  it('leave Good Friday and 26 December to Alsace-Moselle', () => {
    expect(isHoliday('2026-04-03', 'alsace_moselle')).toBe(true);
    expect(isHoliday('2026-04-03', 'metropole')).toBe(false);
    expect(isHoliday('2025-12-26', 'alsace_moselle')).toBe(true);
    expect(isHoliday('2025-12-26', 'metropole')).toBe(false);
  });
});
