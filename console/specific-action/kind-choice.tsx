import { Group, SegmentedControl, Text } from '@mantine/core';
import { CHANNELS } from '../level/kinds.ts';
import { kindWord } from '../level/level.ts';
import { useProviders } from '../providers/use-providers.ts';
import { useLanguage } from '../words/language.ts';
import { defineWords, useWords } from '../words/words.ts';
import type { PlanKind } from './plan.ts';

const words = defineWords(
  { kind: 'Action', smsNeeds: 'SMS\u00a0: il faut un prestataire de SMS (Réglages, Prestataires).' },
  { kind: 'Action', smsNeeds: 'SMS: needs an SMS provider (Settings, Providers).' },
);

/**
 * Chooses the kind of a specific action. SMS is offered only when a provider takes them: the API would refuse it
 * otherwise.
 */
export function KindChoice({ kind, choose }: { kind: PlanKind; choose: (kind: PlanKind) => void }) {
  const w = useWords(words);
  const { language } = useLanguage();
  const { data: providers } = useProviders();
  const hasNoSms = providers?.sms === null;
  return (
    <Group gap="sm">
      <SegmentedControl
        aria-label={w.kind}
        size="xs"
        w="fit-content"
        value={kind}
        onChange={choose}
        data={CHANNELS.map((one) => ({
          value: one,
          label: capital(kindWord(one, language)),
          disabled: one === 'sms' && hasNoSms,
        }))}
      />
      {hasNoSms && (
        <Text c="dimmed" size="sm" role="note">
          {w.smsNeeds}
        </Text>
      )}
    </Group>
  );
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
