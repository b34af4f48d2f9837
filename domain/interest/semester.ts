import type { LocalDate } from '../calendar/local-date.ts';
import type { Language } from '../reminder-content.ts';

/** Half of a calendar year, `2026-H1` or `2026-H2`, in which one rate applies. Two of them compare as strings. */
export type Semester = string;

/** The semester of a day. */
export function semesterOf(on: LocalDate): Semester {
  return `${on.slice(0, 4)}-${on.slice(5, 7) <= '06' ? 'H1' : 'H2'}`;
}

/** The last day of the semester. */
export function lastDayOf(semester: Semester): LocalDate {
  return `${semester.slice(0, 4)}-${semester.endsWith('H1') ? '06-30' : '12-31'}`;
}

/** `1er semestre 2026`, `first half of 2026`. */
export function semesterName(semester: Semester, language: Language): string {
  const isFirst = semester.endsWith('H1');
  const year = semester.slice(0, 4);
  if (language === 'fr') return `${isFirst ? '1er' : '2e'} semestre ${year}`;
  return `${isFirst ? 'first' : 'second'} half of ${year}`;
}
