const TYPED = /^\s*(\d{1,2})[\s./-]+(\d{1,2}|\p{L}+\.?)[\s./-]+(\d{2}|\d{4})\s*$/u;

/** What a person typed, day first, as `YYYY-MM-DD`; null when it is no day. */
export function dayOf(typed: string, language: 'fr' | 'en'): string | null {
  if (/^\d{4}-\d{2}-\d{2}$/.test(typed.trim())) return typed.trim();
  const [, day, month, year] = TYPED.exec(typed) ?? [];
  if (!day || !month || !year) return null;
  const monthNumber = /^\d/.test(month) ? Number(month) : monthNamed(month, language);
  const fullYear = year.length === 2 ? 2000 + Number(year) : Number(year);
  const on = new Date(Date.UTC(fullYear, monthNumber - 1, Number(day)));
  const isReal = on.getUTCMonth() === monthNumber - 1 && on.getUTCDate() === Number(day);
  return isReal ? on.toISOString().slice(0, 10) : null;
}

/** 1 to 12 by the beginning of the month's name; 0 when there is none. */
function monthNamed(name: string, language: 'fr' | 'en'): number {
  const begins = name.replace('.', '').toLowerCase();
  const format = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { month: 'long', timeZone: 'UTC' });
  const months = Array.from({ length: 12 }, (_, month) => format.format(new Date(Date.UTC(2026, month, 1))));
  return months.findIndex((month) => month.toLowerCase().startsWith(begins)) + 1;
}

/** What is wrong with a day that was typed; `from` and `until` are the first and the last that are taken. */
export type DayFault = { kind: 'no-day' } | { kind: 'early'; fromOn: string } | { kind: 'late'; untilOn: string };

/** Why what was typed is not taken; null when it is, and for nothing at all. Days are `YYYY-MM-DD`. */
export function dayFaultOf(
  typed: string,
  { language, minOn, maxOn }: { language: 'fr' | 'en'; minOn?: string | undefined; maxOn?: string | undefined },
): DayFault | null {
  if (typed.trim() === '') return null;
  const on = dayOf(typed, language);
  if (on === null) return { kind: 'no-day' };
  if (minOn && on < minOn) return { kind: 'early', fromOn: minOn };
  if (maxOn && on > maxOn) return { kind: 'late', untilOn: maxOn };
  return null;
}
