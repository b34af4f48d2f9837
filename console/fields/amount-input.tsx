import { NumberInput } from '@mantine/core';
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

interface AmountInputProps {
  label: string;
  /** Integer cents, or nothing yet. */
  cents: number | null;
  onChange: (cents: number | null) => void;
  currency: string;
  description?: string;
  error?: string | undefined;
  required?: boolean;
  autoFocus?: boolean;
  size?: 'xs';
}

/** An amount as people write it, kept in integer cents. */
export function AmountInput({ label, cents, onChange, currency, error, autoFocus, ...rest }: AmountInputProps) {
  const w = useWords(words);
  const { language } = useFormats();
  const [refused, setRefused] = useState<string | null>(null);
  const said = refused === null ? error : w.refused(refused);
  const symbol = symbolOf(currency, language);
  const suffix = `\u00a0${symbol}`;
  const separator = language === 'fr' ? ',' : '.';
  // Comes before the field's own reading of the change, in the same turn of React: in a turn before, it would be drawn anew.
  const onInput = ({ currentTarget: field, nativeEvent }: InputEvent<HTMLInputElement>) => {
    const { inputType, data } = nativeEvent as Partial<globalThis.InputEvent>;
    const text = field.value;
    const typed = typedAmount({ text, inputType, data }, currency, symbol);
    setRefused(typed === 'refused' ? (data ?? text) : null);
    // A minus that is typed is dropped by the field; of what comes at once and is refused nothing stays.
    if (typed === 'refused' && data?.length !== 1) write(field, '');
    if (typeof typed === 'number')
      write(field, (typed / smallestIn(currency)).toFixed(decimalsOf(currency)).replace('.', separator) + suffix);
  };
  return (
    <NumberInput
      size="sm"
      label={label}
      value={cents === null ? '' : cents / smallestIn(currency)}
      onChange={(value) => onChange(value === '' ? null : Math.round(Number(value) * smallestIn(currency)))}
      decimalScale={decimalsOf(currency)}
      fixedDecimalScale
      allowNegative={false}
      hideControls
      thousandSeparator={language === 'fr' ? '\u202f' : ','}
      decimalSeparator={separator}
      // A full stop is how a French number pad writes a comma.
      allowedDecimalSeparators={['.', ',']}
      suffix={suffix}
      onInput={onInput}
      onPasteCapture={leaveToTheBrowser}
      {...(said ? { error: said } : {})}
      {...(autoFocus ? { 'data-autofocus': true } : {})}
      {...rest}
    />
  );
}

/** What is pasted comes to `onInput` as it is: the field would drop its sign, and guess at `1.234`. */
const leaveToTheBrowser = (event: ClipboardEvent) => event.stopPropagation();

/** As if it had been typed: React still sees a change. */
const write = (field: HTMLInputElement, text: string) =>
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text);

const symbolOf = (currency: string, language: 'fr' | 'en'): string =>
  new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { style: 'currency', currency })
    .formatToParts(0)
    .find(({ type }) => type === 'currency')?.value ?? currency;
