import { NumberInput } from '@mantine/core';
import { decimalsOf, smallestIn } from '../words/decimals.ts';
import { useFormats } from '../words/formats.ts';
import { useTypedAmount } from './use-typed-amount.ts';

interface AmountInputProps {
  label: string;
  /** The label is read out only: a table's head says it already. */
  isLabelHidden?: boolean;
  /** Integer cents. Null while nothing valid is typed. */
  cents: number | null;
  onChange: (cents: number | null) => void;
  currency: string;
  description?: string;
  error?: string | undefined;
  required?: boolean;
  autoFocus?: boolean;
  size?: 'xs';
}

/** A field for an amount as people write it, kept in integer cents. */
export function AmountInput({ label, isLabelHidden = false, cents, onChange, currency, ...more }: AmountInputProps) {
  const { error, autoFocus, ...rest } = more;
  const { language } = useFormats();
  const typed = useTypedAmount(currency, symbolOf(currency, language));
  const said = typed.refusal ?? error;
  return (
    <NumberInput
      size="sm"
      {...(isLabelHidden ? { 'aria-label': label } : { label })}
      value={cents === null ? '' : cents / smallestIn(currency)}
      onChange={(value) => onChange(value === '' ? null : Math.round(Number(value) * smallestIn(currency)))}
      decimalScale={decimalsOf(currency)}
      fixedDecimalScale
      allowNegative={false}
      hideControls
      thousandSeparator={language === 'fr' ? '\u202f' : ','}
      // On a French number pad the decimal key writes a full stop.
      allowedDecimalSeparators={['.', ',']}
      {...typed.field}
      {...(said ? { error: said } : {})}
      {...(autoFocus ? { 'data-autofocus': true } : {})}
      {...rest}
    />
  );
}

const symbolOf = (currency: string, language: 'fr' | 'en'): string =>
  new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { style: 'currency', currency })
    .formatToParts(0)
    .find(({ type }) => type === 'currency')?.value ?? currency;
