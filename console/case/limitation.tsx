import { Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { defineWords, useWords } from '../words/words.ts';
import { Block } from './block.tsx';
import type { Invoice } from './case-data.ts';

const words = defineWords(
  {
    title: 'Délai pour agir',
    hint: 'Une reconnaissance écrite ou un paiement partiel la fait repartir, une demande en justice l’interrompt\u00a0; une mise en demeure, non.',
    publicHint:
      'Toute demande de paiement écrite, une reconnaissance ou un paiement partiel la fait repartir, comme un recours en justice.',
  },
  {
    title: 'Time to sue',
    hint: 'A written acknowledgement or a partial payment starts it anew, a claim in court interrupts it; a formal notice does not.',
    publicHint:
      'Any written request for payment, an acknowledgement or a partial payment starts it anew, as a claim in court does.',
  },
);

/** Until when the claim can be brought to court, and what that rests on, standing out once that is over. Never shown to the debtor. */
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
