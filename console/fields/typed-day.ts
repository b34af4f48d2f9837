import { folded } from '../words/folded.ts';

/** Day (`1er` too), month and an optional year, separated by signs or spaces; or eight digits. */
const TYPED = /^(\d{1,2}|0?1er)[\s./-]+(\d{1,2}|\p{L}+\.?)(?:[\s./-]+(\d{2}|\d{4}))?$/iu;
const DIGITS = /^(\d{2})(\d{2})(\d{4})$/;
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The language of the names of months, and the day (`YYYY-MM-DD`) that gives the year when none is typed. */
export interface DaysRead {
  language: 'fr' | 'en';
  todayOn: string;
}

/** Parses a typed day, day first, to `YYYY-MM-DD`. Returns null when it is no day. */
export function dayOf(typed: string, { language, todayOn }: DaysRead): string | null {
  const said = typed.trim();
  const iso = ISO.exec(said);
  if (iso) return realDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const [, day, month, year = todayOn.slice(0, 4)] = TYPED.exec(said) ?? DIGITS.exec(said) ?? [];
  if (!day || !month) return null;
  const monthNumber = /^\d/.test(month) ? Number(month) : monthNamed(month, language);
  return realDay(year.length === 2 ? 2000 + Number(year) : Number(year), monthNumber, Number.parseInt(day, 10));
}

/** Returns null for 31 February or a 13th month. */
function realDay(year: number, month: number, day: number): string | null {
  const on = new Date(Date.UTC(year, month - 1, day));
  return on.getUTCMonth() === month - 1 && on.getUTCDate() === day ? on.toISOString().slice(0, 10) : null;
}

/** The month (1 to 12) whose name starts with the text, accents ignored. Returns 0 when no month or several do. */
function monthNamed(name: string, language: 'fr' | 'en'): number {
  const begins = folded(name.replace('.', ''));
  const format = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { month: 'long', timeZone: 'UTC' });
  const months = Array.from({ length: 12 }, (_, month) => folded(format.format(new Date(Date.UTC(2026, month, 1)))));
  const meant = months.filter((month) => month.startsWith(begins));
  return meant.length === 1 ? months.indexOf(meant[0]!) + 1 : 0;
}

/** What is wrong with a typed day. `fromOn` and `untilOn` are the first and the last day allowed. */
export type DayFault = { kind: 'no-day' } | { kind: 'early'; fromOn: string } | { kind: 'late'; untilOn: string };

/** Why a typed text is not accepted. Null when it is, or when it is empty. Days are `YYYY-MM-DD`. */
export function dayFaultOf(
  typed: string,
  { minOn, maxOn, ...read }: DaysRead & { minOn?: string | undefined; maxOn?: string | undefined },
): DayFault | null {
  if (typed.trim() === '') return null;
  const on = dayOf(typed, read);
  if (on === null) return { kind: 'no-day' };
  if (minOn && on < minOn) return { kind: 'early', fromOn: minOn };
  if (maxOn && on > maxOn) return { kind: 'late', untilOn: maxOn };
  return null;
}
