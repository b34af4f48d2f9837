import { Select } from '@mantine/core';
import { DayInput } from '../../fields/day-input.tsx';
import { useFormats } from '../../words/formats.ts';
import { defineWords, useWords } from '../../words/words.ts';
import { PAUSE_CAUSES, type PauseCause } from './pause-terms.ts';

const words = defineWords(
  {
    cause: 'Cause',
    causes: {
      other: 'Autre',
      insolvency: 'Procédure collective',
      overindebtedness: 'Surendettement',
      deceased: 'Décès',
    },
    overindebtednessHint:
      'Plus aucune relance ne part, même à la main, ni aucun état au notaire. Tant que la commission n’a pas déclaré le dossier recevable, choisissez « Autre ».',
    since: 'Jugement d’ouverture du',
    sinceHint:
      'Les intérêts s’arrêtent la veille. Une tâche demande de déclarer la créance, et plus aucune relance ne part, même à la main.',
  },
  {
    cause: 'Cause',
    causes: {
      other: 'Other',
      insolvency: 'Insolvency proceedings',
      overindebtedness: 'Over-indebtedness',
      deceased: 'Death',
    },
    overindebtednessHint:
      'No reminder is sent any more, not even by hand, and no statement to the notary. Until the commission has admitted the file, choose “Other”.',
    since: 'Opened by the judgment of',
    sinceHint:
      'Late interest stops the day before. A task asks to declare the claim, and no reminder is sent any more, not even by hand.',
  },
);

interface PauseCauseInputProps {
  cause: PauseCause;
  sinceOn: string | null;
  onChange: (terms: { cause: PauseCause; sinceOn: string | null }) => void;
  error?: string | undefined;
}

/** The cause of a pause and, for insolvency proceedings, the day on which they were opened. */
export function PauseCauseInput({ cause, sinceOn, onChange, error }: PauseCauseInputProps) {
  const w = useWords(words);
  const { todayOn } = useFormats();
  return (
    <>
      <Select
        label={w.cause}
        description={cause === 'overindebtedness' ? w.overindebtednessHint : undefined}
        data={PAUSE_CAUSES.map((value) => ({ value, label: w.causes[value] }))}
        value={cause}
        onChange={(value) => onChange({ cause: value ?? 'other', sinceOn: value === 'insolvency' ? sinceOn : null })}
        allowDeselect={false}
      />
      {cause === 'insolvency' && (
        <DayInput
          label={w.since}
          description={w.sinceHint}
          value={sinceOn}
          onChange={(on) => onChange({ cause, sinceOn: on })}
          maxOn={todayOn}
          clearable
          error={error}
        />
      )}
    </>
  );
}
