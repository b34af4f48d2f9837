/** Written without decimals, and with three; all others have two. */
const WITHOUT_DECIMALS = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'.split(' ');
const WITH_THREE = 'BHD JOD KWD LYD OMR TND'.split(' ');

/** How many decimals a currency has, as in the letters: what is named `cents` counts its smallest unit. */
export function decimalsOf(currency: string): 0 | 2 | 3 {
  if (WITHOUT_DECIMALS.includes(currency)) return 0;
  return WITH_THREE.includes(currency) ? 3 : 2;
}

/** Smallest units in one of the currency: 100 cents in a euro. */
export const smallestIn = (currency: string): number => 10 ** decimalsOf(currency);
