import { defineWords } from '../words/words.ts';

/** Note beside a sum in one currency that leaves out other currencies. */
export const otherCurrencies = defineWords({ apart: 'hors autres devises' }, { apart: 'other currencies apart' });
