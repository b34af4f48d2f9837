import { Radio, Stack } from '@mantine/core';
import { defineWords, useWords } from '../words/words.ts';
import type { PlanMode } from './plan.ts';

const words = defineWords(
  {
    label: 'Envoi',
    automatic: 'Automatique',
    automaticHint: 'part seul à la date prévue, sans confirmation',
    automaticNeeds: 'il faut un prestataire qui prenne ce courrier',
    to_confirm: 'Automatique, à confirmer',
    to_confirmHint: 'préparé à la date prévue, part quand une personne confirme',
    manual: 'Manuel',
    manualHint: 'rappelé dans l’agenda, une personne l’envoie elle-même',
  },
  {
    label: 'Sending',
    automatic: 'Automatic',
    automaticHint: 'sent automatically on the day, without confirmation',
    automaticNeeds: 'needs a provider that takes such letters',
    to_confirm: 'Automatic, to be confirmed',
    to_confirmHint: 'prepared on the day, sent once a person confirms',
    manual: 'Manual',
    manualHint: 'comes up in the agenda, a person sends it',
  },
);

const MODES: PlanMode[] = ['automatic', 'to_confirm', 'manual'];

interface ModeChoiceProps {
  value: PlanMode;
  onChange: (mode: PlanMode) => void;
  /** A person prints and posts the letter, so it cannot be sent automatically. */
  isByPerson: boolean;
  error: string | undefined;
}

/** Whether a specific action is sent automatically, waits for a confirmation, or is done by a person. */
export function ModeChoice({ value, onChange, isByPerson, error }: ModeChoiceProps) {
  const w = useWords(words);
  return (
    <Radio.Group label={w.label} value={value} onChange={(mode) => onChange(mode)} error={error} labelProps={{ mb: 4 }}>
      <Stack gap={4}>
        {MODES.map((mode) => {
          const isRefused = mode === 'automatic' && isByPerson;
          const hint = isRefused ? w.automaticNeeds : w[`${mode}Hint`];
          return <Radio key={mode} size="xs" value={mode} label={`${w[mode]}\u00a0: ${hint}`} disabled={isRefused} />;
        })}
      </Stack>
    </Radio.Group>
  );
}
