import { TextInput } from '@mantine/core';
import { faultOf } from '../api/problem.ts';

interface NameInputProps {
  label: string;
  value: string;
  onChange: (name: string) => void;
  /** Error of the last saving. */
  error: unknown;
}

/** The name of a template, scenario or other setting, at the head of its page. */
export function NameInput({ label, value, onChange, error }: NameInputProps) {
  return (
    <TextInput
      label={label}
      flex={1}
      required
      maxLength={120}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={faultOf(error, '/name')}
    />
  );
}
