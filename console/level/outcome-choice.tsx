import { SegmentedControl, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useLanguage } from '../words/language.ts';
import { defineWords, useWords } from '../words/words.ts';
import { CALL_OUTCOMES, type CallOutcome, outcomeWord } from './call-outcomes.ts';

const words = defineWords({ outcome: 'Résultat de l’appel' }, { outcome: 'Outcome of the call' });

/** Screens on which the five outcomes do not fit on one line. */
const NARROW = '(max-width: 700px)';

/** Chooses the outcome of a phone call. */
export function OutcomeChoice({ value, onChange }: { value: CallOutcome; onChange: (outcome: CallOutcome) => void }) {
  const w = useWords(words);
  const { language } = useLanguage();
  const isNarrow = useMediaQuery(NARROW, undefined, { getInitialValueInEffect: false });
  return (
    <Stack gap={4}>
      <Text fw={500}>{w.outcome}</Text>
      <SegmentedControl
        size="xs"
        orientation={isNarrow ? 'vertical' : 'horizontal'}
        aria-label={w.outcome}
        value={value}
        onChange={onChange}
        data={CALL_OUTCOMES.map((outcome) => ({ value: outcome, label: outcomeWord(outcome, language) }))}
      />
    </Stack>
  );
}
