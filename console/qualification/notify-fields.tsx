import { Group, Radio, Stack, Text } from '@mantine/core';
import type { Schema } from '../api/client.ts';
import { MessageText } from '../specific-action/message-text.tsx';
import { defineWords, useWords } from '../words/words.ts';
import { ColleagueFields } from './colleague-fields.tsx';
import type { StepProps } from './status-fields.tsx';

const words = defineWords(
  {
    who: 'Prévenir',
    nobody: 'Personne',
    customer: 'Le client',
    colleague: 'Un collègue',
    customerHint: 'Un courriel part tout de suite au client, même si les relances sont suspendues.',
  },
  {
    who: 'Tell',
    nobody: 'Nobody',
    customer: 'The customer',
    colleague: 'A colleague',
    customerHint: 'An e-mail is sent to the customer at once, even while reminders are on hold.',
  },
);

/** Step 2: informs nobody, the customer, or a colleague. */
export function NotifyFields({ value, set, error, customer }: StepProps & { customer: Schema<'Customer'> }) {
  const w = useWords(words);
  const { notify, text } = value;
  return (
    <Stack gap="sm">
      <Radio.Group aria-label={w.who} value={notify} onChange={(who) => set({ notify: who })}>
        <Group gap="lg">
          <Radio size="xs" value="nobody" label={w.nobody} />
          <Radio size="xs" value="customer" label={w.customer} />
          <Radio size="xs" value="colleague" label={w.colleague} />
        </Group>
      </Radio.Group>
      {notify === 'customer' && (
        <>
          <Text c="dimmed">{w.customerHint}</Text>
          <MessageText
            channel="email"
            fitting="acknowledgement"
            customer={customer}
            value={text}
            onChange={(changed) =>
              set({ text: changed, ...(changed.template_id === text.template_id ? {} : { isTemplateChosen: true }) })
            }
            error={error}
            pointer="/notify/customer"
          />
        </>
      )}
      {notify === 'colleague' && <ColleagueFields value={value} set={set} error={error} />}
    </Stack>
  );
}
