import { NumberInput } from '@mantine/core';
import { useTypedPercent } from './use-typed-amount.ts';

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
  const typed = useTypedPercent();
  const said = typed.refusal ?? error;
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
      // A full stop is how a French number pad writes a comma.
      allowedDecimalSeparators={['.', ',']}
      {...typed.field}
      {...(said ? { error: said } : {})}
      {...rest}
    />
  );
}
