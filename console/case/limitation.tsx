import { Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { defineWords, useWords } from '../words/words.ts';
import { Block } from './block.tsx';
import type { Invoice } from './case-data.ts';

const words = defineWords(
  {
    title: 'Délai pour agir',
    hint: 'La prescription repart d’une reconnaissance écrite, d’un paiement partiel ou d’une demande en justice\u00a0; une mise en demeure ne la fait pas repartir.',
    publicHint:
      'La prescription repart de toute demande de paiement écrite, d’une reconnaissance, d’un paiement partiel ou d’un recours en justice.',
  },
  {
    title: 'Time to sue',
    hint: 'A written acknowledgement, a partial payment or a claim in court starts the limitation period anew; a formal notice does not.',
    publicHint:
      'Any written request for payment, an acknowledgement, a partial payment or a claim in court starts the limitation period anew.',
  },
);

/**
 * Until when the claim can be brought to court and on what rule that rests, highlighted once the time is over. Never
 * shown to the debtor.
 */
export function Limitation({ invoice: { limitation, customer } }: { invoice: Invoice }) {
  const w = useWords(words);
  if (!limitation) return null;
  return (
    <Block title={w.title}>
      <Group gap={6} wrap="nowrap" align="flex-start">
        {limitation.is_over && <IconAlertTriangle size={16} style={{ flex: 'none', marginTop: 2 }} aria-hidden />}
        <Text size="sm" data-testid="limitation" {...(limitation.is_over ? { fw: 600 } : {})}>
          {limitation.sentence}
        </Text>
      </Group>
      <Text size="xs" c="dimmed" mt={4}>
        {customer.kind === 'public' ? w.publicHint : w.hint}
      </Text>
    </Block>
  );
}
