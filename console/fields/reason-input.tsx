import { Textarea } from '@mantine/core';

interface ReasonInputProps {
  label: string;
  /** What the reason is used for. */
  hint?: string | undefined;
  value: string;
  onChange: (text: string) => void;
  error?: string | undefined;
  /** Set for the first field of a dialog. */
  isFirst?: boolean;
}

/** The reason that the API requires for every decision, kept in the history. */
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
