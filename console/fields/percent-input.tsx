import { NumberInput } from '@mantine/core';
import { useFormats } from '../words/formats.ts';

interface PercentInputProps {
  label: string;
  /** Hundredths of a percent, or nothing yet. */
  basisPoints: number | null;
  onChange: (basisPoints: number | null) => void;
  description?: string;
  error?: string | undefined;
}

/** A rate as people write it, kept in hundredths of a percent. */
export function PercentInput({ label, basisPoints, onChange, error, ...rest }: PercentInputProps) {
  const { language } = useFormats();
  return (
    <NumberInput
      size="sm"
      label={label}
      value={basisPoints === null ? '' : basisPoints / 100}
      onChange={(value) => onChange(value === '' ? null : Math.round(Number(value) * 100))}
      decimalScale={2}
      allowNegative={false}
      max={100}
      hideControls
      decimalSeparator={language === 'fr' ? ',' : '.'}
      // A full stop is how a French number pad writes a comma.
      allowedDecimalSeparators={['.', ',']}
      suffix={language === 'fr' ? '\u00a0%' : '%'}
      {...(error ? { error } : {})}
      {...rest}
    />
  );
}
