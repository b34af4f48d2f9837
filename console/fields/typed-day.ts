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
