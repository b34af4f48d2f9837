import { centsWritten } from '../words/amount-text.ts';

/** A change of a field's text, with what the browser reports about it. */
interface Typed {
  /** The whole text of the field. */
  text: string;
  /** E.g. `insertText`, `insertFromPaste`. Absent when the browser filled in the field. */
  inputType?: string | undefined;
  /** The inserted text, if the browser reports it. */
  data?: string | null | undefined;
}

/**
 * A kind of number field: the signs shown beside the number, and a parser that returns the number in its smallest unit,
 * or null.
 */
interface Kind {
  signs: readonly string[];
  read: (bare: string) => number | null;
}

/** The minus signs of keyboards and of print, and the brackets of accountants. */
const BELOW_ZERO = /[-\u2010-\u2015\u2212()]/;
/** 100 %. */
export const MOST_BASIS_POINTS = 100_00;

/** An amount in cents. `symbol` is what the field shows after it. */
export const typedAmount = (typed: Typed, currency: string, symbol: string) =>
  typedNumber(typed, { signs: [symbol, currency], read: (bare) => centsWritten(bare, currency) });

/** A rate in hundredths of a percent, up to 100 %. */
export const typedPercent = (typed: Typed) => typedNumber(typed, { signs: ['%'], read: basisPointsWritten });

/**
 * What to do with a change of a number field. A single key is accepted as typed. Text that comes at once (pasted,
 * dictated, filled in) is parsed as a whole, as in an imported file: the result is the number, or `refused` when it is
 * negative or ambiguous.
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

/** A percentage has two decimals, so it is parsed like an amount in euros; a text with a euro sign is refused. */
function basisPointsWritten(bare: string): number | null {
  const basisPoints = bare.includes('€') ? null : centsWritten(bare, 'EUR');
  return basisPoints !== null && basisPoints <= MOST_BASIS_POINTS ? basisPoints : null;
}
