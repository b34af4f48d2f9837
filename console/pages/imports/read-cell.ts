import { centsWritten, withoutBlanks } from '../../words/amount-text.ts';
import { folded } from '../../words/folded.ts';
import type { AmountUnit, Form } from './columns.ts';

/** The unit and the currency of amounts. */
export interface AmountsRead {
  unit: AmountUnit;
  currency: string;
}

const CENTS: AmountsRead = { unit: 'cents', currency: 'EUR' };

/** Converts a cell to the API's format. Returns null when it cannot be parsed. */
export function readCell(cell: string, form: Form, amounts: AmountsRead = CENTS): string | null {
  if (form === 'text') return cell;
  if (form === 'cents') return centsOf(cell, amounts);
  if (form === 'day') return dayOf(cell);
  if (form === 'country') return countryOf(cell);
  return WORDS[form][folded(cell)] ?? null;
}

/** Words that people write, in lower case without accents, and the API's value for each. */
const WORDS: Record<'customer_kind' | 'invoice_kind' | 'language' | 'yes_no', Record<string, string>> = {
  customer_kind: {
    particulier: 'consumer',
    professionnel: 'professional',
    'organisme public': 'public',
    entreprise: 'professional',
    consumer: 'consumer',
    professional: 'professional',
    public: 'public',
  },
  invoice_kind: {
    facture: 'invoice',
    invoice: 'invoice',
    avoir: 'credit_note',
    credit_note: 'credit_note',
    'credit note': 'credit_note',
  },
  yes_no: { oui: 'true', yes: 'true', true: 'true', non: 'false', no: 'false', false: 'false' },
  language: { fr: 'fr', francais: 'fr', french: 'fr', en: 'en', anglais: 'en', english: 'en' },
};

/** Parses `31/12/2026` and `2026-12-31`. Returns null for 31 February. */
function dayOf(cell: string): string | null {
  if (/^\d{4}-\d{2}-\d{2}$/.test(cell)) return isDay(cell) ? cell : null;
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(cell) ?? [];
  if (!day || !month || !year) return null;
  const on = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(on) ? on : null;
}

// Browsers turn 31 February into a day of March.
const isDay = (on: string): boolean => !Number.isNaN(Date.parse(on)) && new Date(on).toISOString().startsWith(on);

/** The amount in the currency's smallest unit. A file in cents must contain digits only. */
function centsOf(cell: string, { unit, currency }: AmountsRead): string | null {
  if (unit === 'units') return centsWritten(cell, currency)?.toString() ?? null;
  const plain = withoutBlanks(cell);
  return /^-?\d+$/.test(plain) ? plain : null;
}

let countries: Map<string, string> | undefined;

/** Parses `fr`, `France` and, in English, `Belgium`. */
function countryOf(cell: string): string | null {
  countries ??= countryNames();
  return countries.get(folded(cell)) ?? null;
}

function countryNames(): Map<string, string> {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const names = ['fr', 'en'].map((language) => new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }));
  const found = new Map<string, string>();
  for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
    const known = names.flatMap((of) => of.of(code) ?? []);
    // DD and YD have the same names as DE and YE, which replaced them.
    if (known.length === 0 || new Intl.Locale(`und-${code}`).region !== code) continue;
    for (const name of [code, ...known]) if (!found.has(folded(name))) found.set(folded(name), code);
  }
  return found;
}
