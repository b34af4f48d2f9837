import type { Language } from '../reminder-content.ts';
import { decimalsOf } from './decimals.ts';

const NARROW_NO_BREAK_SPACE = '\u202f';
const NO_BREAK_SPACE = '\u00a0';
const MINUS = '\u2212';
const SYMBOLS: Record<string, string> = { EUR: '€', GBP: '£', USD: '$' };

/**
 * Formats an amount for the debtor: `1 234,56 €` in French (U+202F between thousands, U+00A0 before the symbol),
 * `€1,234.56` in English. Does not use Intl, so that the bytes of a letter do not depend on the ICU version.
 */
export function formatAmount(amountCents: number, currency: string, language: Language): string {
  const decimals = decimalsOf(currency);
  const digits = String(Math.abs(Math.trunc(amountCents))).padStart(decimals + 1, '0');
  const units = decimals === 0 ? digits : digits.slice(0, -decimals);
  const fraction = decimals === 0 ? '' : digits.slice(-decimals);
  const sign = amountCents < 0 ? MINUS : '';
  const grouped = units.replace(/\B(?=(\d{3})+$)/g, language === 'fr' ? NARROW_NO_BREAK_SPACE : ',');
  const number = fraction === '' ? grouped : `${grouped}${language === 'fr' ? ',' : '.'}${fraction}`;
  const symbol = SYMBOLS[currency];
  if (language === 'fr') return `${sign}${number}${NO_BREAK_SPACE}${symbol ?? currency}`;
  return symbol ? `${sign}${symbol}${number}` : `${sign}${currency}${NO_BREAK_SPACE}${number}`;
}
