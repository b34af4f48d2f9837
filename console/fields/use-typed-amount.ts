import { type ClipboardEvent, type InputEvent, useState } from 'react';
import { decimalsOf, smallestIn } from '../words/decimals.ts';
import { useFormats } from '../words/formats.ts';
import { defineWords, useWords } from '../words/words.ts';
import { typedAmount } from './typed-amount.ts';

const words = defineWords(
  {
    refused: (text: string) =>
      `«\u00a0${text}\u00a0» n’est pas pris\u00a0: un montant sans signe, par exemple 1\u00a0234,56.`,
  },
  { refused: (text: string) => `“${text}” is not taken: an amount without a sign, e.g. 1234.56.` },
);

/** What is pasted comes to `onInput` as it is: the field would drop its sign, and guess at `1.234`. */
const leaveToTheBrowser = (event: ClipboardEvent) => event.stopPropagation();

/** As if it had been typed: React still sees a change. */
const write = (field: HTMLInputElement, text: string) =>
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text);

/** For a field of an amount, which reads by itself what is typed key by key: what comes at once, and why it is refused. */
export function useTypedAmount(currency: string, symbol: string) {
  const w = useWords(words);
  const { language } = useFormats();
  const [refused, setRefused] = useState<string | null>(null);
  const separator = language === 'fr' ? ',' : '.';
  const suffix = `\u00a0${symbol}`;
  // Comes before the field's own reading of the change, in the same turn of React: in a turn before, it would be drawn anew.
  const onInput = ({ currentTarget: field, nativeEvent }: InputEvent<HTMLInputElement>) => {
    const { inputType, data } = nativeEvent as Partial<globalThis.InputEvent>;
    const text = field.value;
    const typed = typedAmount({ text, inputType, data }, currency, symbol);
    // A minus that is typed is dropped by the field, which says so until something is deleted or comes anew.
    const isOneKey = inputType === 'insertText' && data?.length === 1;
    if (typed === 'refused') setRefused(data ?? text);
    else setRefused((before) => (isOneKey && before?.length === 1 ? before : null));
    if (typed === 'refused' && !isOneKey) write(field, '');
    if (typeof typed === 'number')
      write(field, (typed / smallestIn(currency)).toFixed(decimalsOf(currency)).replace('.', separator) + suffix);
  };
  return {
    refusal: refused === null ? undefined : w.refused(refused),
    field: { decimalSeparator: separator, suffix, onInput, onPasteCapture: leaveToTheBrowser },
  };
}
