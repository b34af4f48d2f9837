import type { Language } from '../reminder-content.ts';

const MONTHS: Record<Language, readonly string[]> = {
  fr: [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
};

/** `2026-11-22` as `22 novembre 2026` (`1er` on the first) or `22 November 2026`, with no-break spaces. */
export function formatLongDate(localDate: string, language: Language): string {
  const { year, month, day } = partsOf(localDate);
  const dayText = language === 'fr' && day === 1 ? '1er' : String(day);
  return `${dayText}\u00a0${MONTHS[language][month - 1]}\u00a0${year}`;
}

/** A day as `formatLongDate` says it in French, said in English; other text stays. */
export function longDateInEnglish(french: string): string {
  const [, day, name, year] = /^(\d{1,2})(?:er)?\s(\S+)\s(\d{4})$/.exec(french) ?? [];
  const month = MONTHS.fr.indexOf(name ?? '');
  return month < 0 ? french : `${day}\u00a0${MONTHS.en[month]}\u00a0${year}`;
}

/** `2026-11-22` as `22/11/2026`, for tables; day first in English too, as everywhere outside the United States. */
export function formatShortDate(localDate: string): string {
  const { year, month, day } = partsOf(localDate);
  return `${pad(day)}/${pad(month)}/${year}`;
}

function partsOf(localDate: string): { year: number; month: number; day: number } {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(localDate);
  if (!match) throw new RangeError(`not a local date: ${localDate.slice(0, 20)}`);
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  if (month < 1 || month > 12 || day < 1 || day > 31) throw new RangeError(`not a local date: ${localDate}`);
  return { year, month, day };
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
