/** A currency's sign or code before or after an amount. */
const CURRENCY = /^(?:[A-Z]{3}|[€$£])|(?:[A-Z]{3}|[€$£])$/g;

/**
 * The smallest units (cents) of an amount with two decimals, as people copy it from a screen or a bank statement: `1
 * 234,56 €`, `1.234,56`, `€1,234.56`, `1234.56 EUR`. Null for any other text. The last comma or point separates the
 * decimals.
 */
export function amountSearched(text: string): number | null {
  const plain = text.trim().replaceAll(CURRENCY, '').replaceAll(/\s/g, '');
  if (!/^(\d+|\d{1,3}(,\d{3})+(?=\.)|\d{1,3}(\.\d{3})+(?=,))[.,]\d\d$/.test(plain)) return null;
  const cents = Number(plain.replaceAll(/[.,]/g, ''));
  return Number.isSafeInteger(cents) ? cents : null;
}
