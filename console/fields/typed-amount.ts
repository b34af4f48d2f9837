import { centsWritten } from '../words/amount-text.ts';

/** What a field says when its text has changed, as the browser names it. */
interface Typed {
  /** All that stands in it now. */
  text: string;
  /** E.g. `insertText`, `insertFromPaste`; none where the browser filled it by itself. */
  inputType?: string | undefined;
  /** What was added, where the browser says so. */
  data?: string | null | undefined;
}

/** Of a field: what it shows behind its number, and the number in its smallest unit; null: not read. */
interface Kind {
  signs: readonly string[];
  read: (bare: string) => number | null;
}

/** The minus of keyboards, of printed text, and the brackets of accountants. */
const BELOW_ZERO = /[-\u2010-\u2015\u2212()]/;
const MOST_BASIS_POINTS = 100_00;

/** An amount in cents. `symbol` is what the field shows after it. */
export const typedAmount = (typed: Typed, currency: string, symbol: string) =>
  typedNumber(typed, { signs: [symbol, currency], read: (bare) => centsWritten(bare, currency) });

/** A rate in hundredths of a percent, up to a hundred. */
export const typedPercent = (typed: Typed) => typedNumber(typed, { signs: ['%'], read: basisPointsWritten });

/**
 * What to make of a number that is changed. One key after the other goes on as it is typed. What comes at once (pasted, dictated,
 * filled in) is read as a whole, as in a file: the number, or refused where it is below zero or may be two.
 */
function typedNumber({ text, inputType = '', data }: Typed, { signs, read }: Kind) {
  if (/^(?:delete|history)/.test(inputType)) return 'as_typed';
  const isComposed = inputType === 'insertCompositionText';
  if (inputType === 'insertText' && data?.length === 1) return BELOW_ZERO.test(data) ? 'refused' : 'as_typed';
  const bare = signs.reduce((rest, sign) => rest.replace(sign, ''), text).trim();
  if (bare === '') return 'as_typed';
  const number = read(bare);
  if (number !== null && !BELOW_ZERO.test(bare)) return number;
  return isComposed && !BELOW_ZERO.test(bare) ? 'as_typed' : 'refused';
}

/** A percentage has two decimals, as a euro has; a sum of money is none. */
function basisPointsWritten(bare: string): number | null {
  const basisPoints = bare.includes('€') ? null : centsWritten(bare, 'EUR');
  return basisPoints !== null && basisPoints <= MOST_BASIS_POINTS ? basisPoints : null;
}
