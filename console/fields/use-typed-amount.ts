import { type ClipboardEvent, type InputEvent, useState } from 'react';
import { decimalsOf, smallestIn } from '../words/decimals.ts';
import { useFormats } from '../words/formats.ts';
import { defineWords, useWords } from '../words/words.ts';
import { MOST_BASIS_POINTS, typedAmount, typedPercent } from './typed-amount.ts';

const words = defineWords(
  {
    amount: (text: string) =>
      `«\u00a0${text}\u00a0» n’est pas pris\u00a0: un montant sans signe, par exemple 1\u00a0234,56.`,
    percent: (text: string) => `«\u00a0${text}\u00a0» n’est pas pris\u00a0: un taux de 0 à 100, par exemple 12,5.`,
  },
  {
    amount: (text: string) => `“${text}” is not taken: an amount without a sign, e.g. 1234.56.`,
    percent: (text: string) => `“${text}” is not taken: a rate from 0 to 100, e.g. 12.5.`,
  },
);

/** How a kind of field handles text that comes at once. */
interface Kind {
  read: (typed: Parameters<typeof typedPercent>[0]) => ReturnType<typeof typedPercent>;
  /** Formats a parsed number with a decimal point. */
  written: (number: number) => string;
  refused: (text: string) => string;
  suffix: string;
}

/**
 * Pasted text must reach `onInput` unchanged: the library's field would drop its sign and guess the meaning of `1.234`.
 */
const leaveToTheBrowser = (event: ClipboardEvent) => event.stopPropagation();

/** Sets the text as if it were typed, so that React sees a change. */
const write = (field: HTMLInputElement, text: string) =>
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text);

/** For an amount field. */
export function useTypedAmount(currency: string, symbol: string) {
  const { amount: refused } = useWords(words);
  return useTypedNumber({
    read: (typed) => typedAmount(typed, currency, symbol),
    written: (cents) => (cents / smallestIn(currency)).toFixed(decimalsOf(currency)),
    refused,
    suffix: `\u00a0${symbol}`,
  });
}

/**
 * For a field with a rate in hundredths of a percent. A rate that is too high stays as it was typed, with the reason why
 * it is refused.
 */
export function useTypedPercent(basisPoints: number | null) {
  const { percent: refused } = useWords(words);
  const { language } = useFormats();
  const typed = useTypedNumber({
    read: typedPercent,
    written: (read) => String(read / 100),
    refused,
    suffix: language === 'fr' ? '\u00a0%' : '%',
  });
  const isTooHigh = basisPoints !== null && basisPoints > MOST_BASIS_POINTS;
  const written = () => String(Number(basisPoints) / 100).replace('.', typed.field.decimalSeparator);
  return { ...typed, refusal: typed.refusal ?? (isTooHigh ? refused(written()) : undefined) };
}

/** For a number field, which parses single keys itself: handles text that comes at once, and says why it is refused. */
function useTypedNumber({ read, written, refused: why, suffix }: Kind) {
  const { language } = useFormats();
  const [refused, setRefused] = useState<string | null>(null);
  const separator = language === 'fr' ? ',' : '.';
  // Runs before the field's own handling of the change, in the same React update: an earlier update would render the
  // field again first.
  const onInput = ({ currentTarget: field, nativeEvent }: InputEvent<HTMLInputElement>) => {
    const { inputType, data } = nativeEvent as Partial<globalThis.InputEvent>;
    const text = field.value;
    const typed = read({ text, inputType, data });
    // The field drops a typed minus. The refusal stays until something is deleted or inserted at once.
    const isOneKey = inputType === 'insertText' && data?.length === 1;
    if (typed === 'refused') setRefused(data ?? text);
    else setRefused((before) => (isOneKey && before?.length === 1 ? before : null));
    if (typed === 'refused' && !isOneKey) write(field, '');
    if (typeof typed === 'number') write(field, written(typed).replace('.', separator) + suffix);
  };
  return {
    refusal: refused === null ? undefined : why(refused),
    field: { decimalSeparator: separator, suffix, onInput, onPasteCapture: leaveToTheBrowser },
  };
}
