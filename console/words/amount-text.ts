import { decimalsOf } from './decimals.ts';

/**
 * A currency's smallest units of `1 234,56 €`, `1234.56` or `1,234.56`, `-12,00` being below zero; null: not read. A comma or a
 * point before three digits stands between thousands only where decimals follow: `1,234` alone may be either. A blank stands
 * between thousands alone: `1 00,00` is a slip of the hand.
 */
export function centsWritten(text: string, currency: string): number | null {
  const ungrouped = withoutBlanks(text)
    .replace(/^-?\d{1,3}(?:,\d{3})+(?=\.\d{2}$)/, (whole) => whole.replaceAll(',', ''))
    .replace(/^-?\d{1,3}(?:\.\d{3})+(?=,\d{2}$)/, (whole) => whole.replaceAll('.', ''));
  const [, sign = '', whole, part = ''] = /^(-?)(\d+)(?:[.,](\d{1,3}))?$/.exec(ungrouped) ?? [];
  const decimals = decimalsOf(currency);
  // `1 234,00` is also written where there are no decimals.
  if (whole === undefined || part.length > Math.max(decimals, 2) || (decimals === 0 && Number(part) > 0)) return null;
  return Number(`${sign}${whole}${part.slice(0, decimals).padEnd(decimals, '0')}`);
}

/** An amount without the currency’s sign, nor the blanks around it and between thousands; those elsewhere stay. */
export const withoutBlanks = (text: string): string =>
  text
    .replaceAll('€', '')
    .trim()
    .replace(/^-\s+/, '-')
    .replace(/^-?\d{1,3}(?:\s\d{3})+(?!\d)/, (whole) => whole.replaceAll(/\s/g, ''));
