import { Group, Select } from '@mantine/core';
import { DayInput } from '../../fields/day-input.tsx';
import { useFormats } from '../../words/formats.ts';
import { defineWords, useWords } from '../../words/words.ts';

const words = defineWords(
  {
    form: 'Forme de la promesse',
    hint: 'Une promesse écrite fait repartir la prescription\u00a0; une promesse orale ne prouve rien.',
    unknown: 'Non précisée',
    written: 'Écrite (courriel, courrier)',
    oral: 'Orale (appel, visite)',
    received: 'Reçue le',
  },
  {
    form: 'How it was made',
    hint: 'A promise in writing starts the limitation period anew; a spoken one proves nothing.',
    unknown: 'Not said',
    written: 'In writing (e-mail, letter)',
    oral: 'By word of mouth (call, visit)',
    received: 'Received on',
  },
);

const FORMS = ['unknown', 'written', 'oral'] as const;

/** The evidence of a promise, as typed. Null when the user gives none. */
export interface TypedEvidence {
  kind: 'written' | 'oral';
  /** Null until the user chooses a day. */
  receivedOn: string | null;
}

/** Converts typed evidence to the body of the API. */
export const evidenceBody = (typed: TypedEvidence | null) =>
  typed && { kind: typed.kind, received_on: typed.receivedOn ?? '' };

/** Whether evidence was typed without a valid day. */
export const isWithoutDay = (typed: TypedEvidence | null): boolean => typed !== null && typed.receivedOn === null;

interface PromiseEvidenceInputProps {
  value: TypedEvidence | null;
  onChange: (value: TypedEvidence | null) => void;
  error?: string | undefined;
}

/** How and when the promise was made, as a court would ask. */
export function PromiseEvidenceInput({ value, onChange, error }: PromiseEvidenceInputProps) {
  const w = useWords(words);
  const { todayOn } = useFormats();
  return (
    <Group grow align="flex-start">
      <Select
        label={w.form}
        description={w.hint}
        data={FORMS.map((form) => ({ value: form, label: w[form] }))}
        value={value?.kind ?? 'unknown'}
        onChange={(form) => {
          const kind = FORMS.find((one) => one === form);
          onChange(kind && kind !== 'unknown' ? { kind, receivedOn: value ? value.receivedOn : todayOn } : null);
        }}
        allowDeselect={false}
      />
      {value && (
        <DayInput
          label={w.received}
          description={'\u00a0'}
          value={value.receivedOn}
          onChange={(receivedOn) => onChange({ ...value, receivedOn })}
          maxOn={todayOn}
          required
          error={error}
        />
      )}
    </Group>
  );
}
