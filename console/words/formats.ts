import { useSession } from '../frame/session.ts';
import { dayWriter, localeOf } from './day-writer.ts';
import { dayIn, daysBetween } from './days.ts';
import { decimalsOf, smallestIn } from './decimals.ts';
import { type Language, useLanguage } from './language.ts';
import { counted } from './words.ts';

/**
 * Formats of amounts and days in the language of the page. Days and times are in the creditor's time zone, not the
 * browser's.
 */
export interface Formats {
  language: Language;
  /** Integer cents, the currency's smallest unit: `1 234,56 €`, `1 234 FCFP`. */
  money: (cents: number, currency?: string | null) => string;
  /** Sums in several currencies: `1 234,56 € + 50,00 $US`. */
  amounts: (sums: readonly { cents: number; currency: string }[]) => string;
  number: (value: number) => string;
  /** A local date (`YYYY-MM-DD`) or an instant: `22 nov. 2026`, `1er déc. 2026`. */
  day: (value: string) => string;
  /** Without its year: `22 nov.`. */
  shortDay: (value: string) => string;
  /** `lundi 7 décembre`. */
  longDay: (value: string) => string;
  /** An instant: `22 nov. 2026 à 9 h 05`. */
  instant: (value: string) => string;
  /** A time in the creditor's time zone (`YYYY-MM-DD HH:mm`, with or without seconds): `22 nov. 2026 09:05`. */
  wallClock: (local: string) => string;
  /** The time of an instant: `9 h 05`. */
  clock: (value: string) => string;
  /** For use beside a day, never alone: `dans 3 jours`, `aujourd’hui`, `il y a 12 jours`. */
  fromToday: (value: string) => string;
  /** `en retard de 12 jours`; null when it is not late. `days` comes from the API. */
  lateness: (days: number | null | undefined) => string | null;
  /** `1 dossier`, `2 dossiers`. */
  count: (count: number, one: string, many: string) => string;
  /** Today in the creditor's time zone on the product's clock, `YYYY-MM-DD`. */
  todayOn: string;
}

export function useFormats(): Formats {
  const { language } = useLanguage();
  const { todayOn, timeZone } = useSession();
  return sharedFormats(language, todayOn, timeZone);
}

let latest: { key: string; formats: Formats } | undefined;

/**
 * Shared by everything on the page: creating a date formatter costs a hundred times as much as using it, and a list has
 * hundreds of cells.
 */
function sharedFormats(language: Language, todayOn: string, timeZone: string): Formats {
  const key = [language, todayOn, timeZone].join();
  if (latest?.key !== key) latest = { key, formats: formatsOf(language, todayOn, timeZone) };
  return latest.formats;
}

function formatsOf(language: Language, todayOn: string, timeZone: string): Formats {
  const locale = localeOf(language);
  const writer = (form: Parameters<typeof dayWriter>[1]) => {
    const inZone = kept((zone: string) => dayWriter(language, { timeZone: zone, ...form }));
    return (value: string) => inZone(value.length === 10 ? 'UTC' : timeZone)(new Date(value));
  };
  const day = writer({ day: 'numeric', month: 'short', year: 'numeric' });
  const hour = new Intl.DateTimeFormat(locale, { timeZone, hour: 'numeric', minute: '2-digit' });
  const inCurrency = kept((currency: string) => {
    const decimals = decimalsOf(currency);
    const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
    return new Intl.NumberFormat(locale, { style: 'currency', currency, ...digits });
  });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const number = new Intl.NumberFormat(locale);
  const money: Formats['money'] = (cents, currency) =>
    inCurrency(currency ?? 'EUR').format(cents / smallestIn(currency ?? 'EUR'));
  return {
    language,
    money,
    amounts: (sums) => sums.map(({ cents, currency }) => money(cents, currency)).join(' + '),
    number: (value) => number.format(value),
    day,
    shortDay: writer({ day: 'numeric', month: 'short' }),
    longDay: writer({ weekday: 'long', day: 'numeric', month: 'long' }),
    instant: writer({ day: 'numeric', month: 'short', year: 'numeric', hour: 'numeric', minute: '2-digit' }),
    wallClock: (local) => `${day(local.slice(0, 10))} ${local.slice(11, 16)}`,
    clock: (value) => hour.format(new Date(value)),
    fromToday: (value) => relative.format(daysBetween(todayOn, dayIn(value, timeZone)), 'day'),
    lateness: (days) => {
      if (!days || days <= 0) return null;
      return language === 'fr'
        ? `en retard de ${counted(language, days, 'jour', 'jours')}`
        : `${counted(language, days, 'day', 'days')} late`;
    },
    count: (count, one, many) => counted(language, count, one, many),
    todayOn,
  };
}

/** Creates each value once. */
function kept<Made>(make: (of: string) => Made): (of: string) => Made {
  const made = new Map<string, Made>();
  return (of) => {
    const one = made.get(of) ?? make(of);
    made.set(of, one);
    return one;
  };
}
