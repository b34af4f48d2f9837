import { defineWords } from '../words/words.ts';

/** Beside a sum of one currency, where it leaves out what is in others. */
export const otherCurrencies = defineWords({ apart: 'hors autres devises' }, { apart: 'other currencies apart' });
