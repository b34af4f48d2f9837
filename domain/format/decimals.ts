/** Currencies without decimals, and those with three; all others have two. */
const WITHOUT_DECIMALS = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'.split(' ');
const WITH_THREE = 'BHD JOD KWD LYD OMR TND'.split(' ');

/**
 * How many decimals a currency has. A field named `…Cents` counts the currency's smallest unit: a franc of XPF as a
 * cent of EUR.
 */
export function decimalsOf(currency: string): 0 | 2 | 3 {
  if (WITHOUT_DECIMALS.includes(currency)) return 0;
  return WITH_THREE.includes(currency) ? 3 : 2;
}
