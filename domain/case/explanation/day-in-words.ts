import { weekday, type LocalDate } from '../../calendar/local-date.ts';
import { formatLongDate } from '../../format/date.ts';
import type { Language } from '../../reminder-content.ts';

const WEEKDAYS: Record<Language, readonly string[]> = {
  fr: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};

/** `20 novembre`, with the year when it is not the year of `todayOn`. */
export function shortDay(on: LocalDate, todayOn: LocalDate, language: Language): string {
  const withYear = formatLongDate(on, language);
  return on.slice(0, 4) === todayOn.slice(0, 4) ? withYear.replace(/\u00a0\d{4}$/, '') : withYear;
}

/** `lundi 7 décembre`, with the year when it is not the year of `todayOn`. */
export function fullDay(on: LocalDate, todayOn: LocalDate, language: Language): string {
  return `${WEEKDAYS[language][weekday(on) - 1]} ${shortDay(on, todayOn, language)}`;
}

/** `9 h`, `9 h 30`; in English `9:00`, `9:30`. */
export function clockInWords({ hour, minute }: { hour: number; minute: number }, language: Language): string {
  const minutes = String(minute).padStart(2, '0');
  if (language === 'en') return `${hour}:${minutes}`;
  return minute === 0 ? `${hour}\u00a0h` : `${hour}\u00a0h\u00a0${minutes}`;
}
