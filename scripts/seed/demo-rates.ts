import { addDays } from '../../domain/calendar/local-date.ts';
import { type Rate, rateIn, rateTable } from '../../domain/interest/rates.ts';
import { lastDayOf, semesterOf } from '../../domain/interest/semester.ts';

const SHIPPED = rateTable([]);
const SOURCE = 'Valeur de démonstration, à remplacer par le taux publié';
/** Rates for semesters that are not published yet, or that the product does not know. */
const DEMO_BASIS_POINTS = { ecb: 215, legal: 262 } as const;
const DAYS_BACK = 730;
const DAYS_AHEAD = 370;

/**
 * Invented rates for the semesters that the product does not know, so that the demonstration can show late interest on any
 * day.
 */
export function demoRates(todayOn: string): Omit<Rate, 'toVerify'>[] {
  const rates: Omit<Rate, 'toVerify'>[] = [];
  const last = semesterOf(addDays(todayOn, DAYS_AHEAD));
  let semester = semesterOf(addDays(todayOn, -DAYS_BACK));
  while (semester <= last) {
    for (const kind of ['ecb', 'legal'] as const) {
      if (rateIn(SHIPPED, kind, semester)) continue;
      rates.push({ kind, semester, basisPoints: DEMO_BASIS_POINTS[kind], source: SOURCE });
    }
    semester = semesterOf(addDays(lastDayOf(semester), 1));
  }
  return rates;
}
