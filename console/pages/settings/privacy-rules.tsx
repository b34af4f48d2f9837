import { NumberInput, Stack, Title } from '@mantine/core';
import { faultOf } from '../../api/problem.ts';
import { useWords } from '../../words/words.ts';
import type { RulesProps } from './rules-tab.tsx';
import { rulesWords } from './rules-words.ts';

/** How long customer data is kept. */
export function PrivacyRules({ value, set, error }: RulesProps) {
  const w = useWords(rulesWords);
  return (
    <Stack gap="sm" component="section" aria-label={w.privacy}>
      <Title order={2} size="h5">
        {w.privacy}
      </Title>
      <NumberInput
        label={w.retention}
        description={w.retentionHint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        allowDecimal={false}
        min={0}
        max={30}
        value={value.retention_years}
        onChange={(typed) => typeof typed === 'number' && set({ retention_years: typed })}
        error={faultOf(error, '/retention_years')}
      />
    </Stack>
  );
}
