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

/** The minus of keyboards, of printed text, and the brackets of accountants. */
const BELOW_ZERO = /[-\u2010-\u2015\u2212()]/;

/**
 * What to make of an amount that is changed. One key after the other goes on as it is typed. What comes at once (pasted, dictated,
 * filled in) is read as a whole, as in a file: cents, or refused where it is below zero or may be two amounts.
 * `symbol` is what the field shows after it.
 */
export function typedAmount({ text, inputType = '', data }: Typed, currency: string, symbol: string) {
  if (/^(?:delete|history)/.test(inputType)) return 'as_typed';
  const isComposed = inputType === 'insertCompositionText';
  if (inputType === 'insertText' && data?.length === 1) return BELOW_ZERO.test(data) ? 'refused' : 'as_typed';
  const bare = text.replace(symbol, '').replace(currency, '').trim();
  if (bare === '') return 'as_typed';
  const cents = centsWritten(bare, currency);
  if (cents !== null && !BELOW_ZERO.test(bare)) return cents;
  return isComposed && !BELOW_ZERO.test(bare) ? 'as_typed' : 'refused';
}
