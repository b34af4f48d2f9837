import { decimalsOf } from './decimals.ts';

/**
 * Parses `1 234,56 €`, `1234.56`, `1,234.56` or `-12,00` (negative) to the currency's smallest unit. Returns null when
 * it cannot be parsed. A comma or a point before three digits separates thousands only when decimals follow, because
 * `1,234` alone is ambiguous. A blank may only separate thousands: `1 00,00` is refused.
 */
export function centsWritten(text: string, currency: string): number | null {
  const ungrouped = withoutBlanks(text)
    .replace(/^-?\d{1,3}(?:,\d{3})+(?=\.\d{2}$)/, (whole) => whole.replaceAll(',', ''))
    .replace(/^-?\d{1,3}(?:\.\d{3})+(?=,\d{2}$)/, (whole) => whole.replaceAll('.', ''));
  const [, sign = '', whole, part = ''] = /^(-?)(\d+)(?:[.,](\d{1,3}))?$/.exec(ungrouped) ?? [];
  const decimals = decimalsOf(currency);
  // `1 234,00` is accepted for a currency without decimals too.
  if (whole === undefined || part.length > Math.max(decimals, 2) || (decimals === 0 && Number(part) > 0)) return null;
  return Number(`${sign}${whole}${part.slice(0, decimals).padEnd(decimals, '0')}`);
}

/** Removes the euro sign, and blanks around the amount and between thousands. Other blanks stay. */
export const withoutBlanks = (text: string): string =>
  text
    .replaceAll('€', '')
    .trim()
    .replace(/^-\s+/, '-')
    .replace(/^-?\d{1,3}(?:\s\d{3})+(?!\d)/, (whole) => whole.replaceAll(/\s/g, ''));
