/** What stands around an amount: a currency's sign or code. */
const CURRENCY = /^(?:[A-Z]{3}|[€$£])|(?:[A-Z]{3}|[€$£])$/g;

/**
 * The smallest units of an amount with two decimals, as people copy it from a screen or a bank statement: `1 234,56 €`,
 * `1.234,56`, `€1,234.56`, `1234.56 EUR`; null of any other text. The last comma or point parts the decimals.
 */
export function amountSearched(text: string): number | null {
  const plain = text.trim().replaceAll(CURRENCY, '').replaceAll(/\s/g, '');
  if (!/^(\d+|\d{1,3}(,\d{3})+(?=\.)|\d{1,3}(\.\d{3})+(?=,))[.,]\d\d$/.test(plain)) return null;
  const cents = Number(plain.replaceAll(/[.,]/g, ''));
  return Number.isSafeInteger(cents) ? cents : null;
}
