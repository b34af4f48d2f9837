import { Group, Stack, TagsInput, TextInput, Title } from '@mantine/core';
import { ApiProblem, faultOf } from '../../api/problem.ts';
import { AmountInput } from '../../fields/amount-input.tsx';
import { useWords } from '../../words/words.ts';
import type { RulesProps } from './rules-tab.tsx';
import { rulesWords } from './rules-words.ts';

/** Small amounts that are not claimed, the currency, and the domains that internal e-mails may go to. */
export function MoneyRules({ value, set, error }: RulesProps) {
  const w = useWords(rulesWords);
  const ofDomains =
    error instanceof ApiProblem
      ? error.errors.find(({ pointer }) => pointer.startsWith('/internal_email_domains'))?.pointer
      : undefined;
  return (
    <Stack gap="sm" component="section" aria-label={w.money}>
      <Title order={2} size="h5">
        {w.money}
      </Title>
      <Group gap="lg" align="flex-end" grow>
        <AmountInput
          label={w.tolerance}
          description={w.toleranceHint}
          cents={value.tolerance_cents}
          onChange={(cents) => set({ tolerance_cents: cents ?? 0 })}
          currency={/^[A-Z]{3}$/.test(value.currency) ? value.currency : 'EUR'}
          error={faultOf(error, '/tolerance_cents')}
        />
        <TextInput
          label={w.currency}
          maxLength={3}
          value={value.currency}
          onChange={(event) => set({ currency: event.currentTarget.value.toUpperCase() })}
          error={faultOf(error, '/currency')}
        />
      </Group>
      <TagsInput
        label={w.domains}
        description={w.domainsHint}
        value={value.internal_email_domains}
        onChange={(domains) => set({ internal_email_domains: domains })}
        error={ofDomains && faultOf(error, ofDomains)}
      />
    </Stack>
  );
}
