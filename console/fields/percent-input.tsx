import { NumberInput } from '@mantine/core';
import { useTypedPercent } from './use-typed-amount.ts';

interface PercentInputProps {
  label: string;
  /** Hundredths of a percent. Null while nothing valid is typed. */
  basisPoints: number | null;
  onChange: (basisPoints: number | null) => void;
  description?: string;
  error?: string | undefined;
}

/** A field for a rate as people write it, kept in hundredths of a percent. */
export function PercentInput({ label, basisPoints, onChange, error, ...rest }: PercentInputProps) {
  const typed = useTypedPercent(basisPoints);
  const said = typed.refusal ?? error;
  return (
    <NumberInput
      size="sm"
      label={label}
      value={basisPoints === null ? '' : basisPoints / 100}
      onChange={(value) => onChange(value === '' ? null : Math.round(Number(value) * 100))}
      decimalScale={2}
      allowNegative={false}
      hideControls
      // On a French number pad the decimal key writes a full stop.
      allowedDecimalSeparators={['.', ',']}
      {...typed.field}
      {...(said ? { error: said } : {})}
      {...rest}
    />
  );
}
