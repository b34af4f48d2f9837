import { Textarea } from '@mantine/core';

interface ReasonInputProps {
  label: string;
  /** What becomes of it. */
  hint?: string | undefined;
  value: string;
  onChange: (text: string) => void;
  error?: string | undefined;
  /** The first field of its dialog. */
  isFirst?: boolean;
}

/** Why: what the API asks of every decision, kept in the history. */
export function ReasonInput({ label, hint, value, onChange, error, isFirst = false }: ReasonInputProps) {
  return (
    <Textarea
      label={label}
      description={hint}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={error}
      autosize
      minRows={2}
      maxLength={1000}
      required
      {...(isFirst ? { 'data-autofocus': true } : {})}
    />
  );
}
