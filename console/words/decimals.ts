/** Currencies without decimals, and with three. All others have two. */
const WITHOUT_DECIMALS = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'.split(' ');
const WITH_THREE = 'BHD JOD KWD LYD OMR TND'.split(' ');

/** The number of decimals of a currency, as in letters. Everything named `cents` is in the smallest unit. */
export function decimalsOf(currency: string): 0 | 2 | 3 {
  if (WITHOUT_DECIMALS.includes(currency)) return 0;
  return WITH_THREE.includes(currency) ? 3 : 2;
}

/** The number of smallest units in one unit of the currency: 100 cents in a euro. */
export const smallestIn = (currency: string): number => 10 ** decimalsOf(currency);
