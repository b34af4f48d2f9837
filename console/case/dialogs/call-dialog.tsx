import { Anchor, Group, SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { answerOf, api } from '../../api/client.ts';
import { useChange } from '../../api/use-change.ts';
import { sendOnce } from '../../api/send-once.ts';
import { CALL_OUTCOMES, type CallOutcome, outcomeWord } from '../../level/call-outcomes.ts';
import { useFormats } from '../../words/formats.ts';
import { defineWords, useWords } from '../../words/words.ts';
import { useCustomer } from '../case-data.ts';
import type { CaseDialogProps } from './case-dialogs.tsx';
import { CaseForm } from './case-form.tsx';

const words = defineWords(
  {
    title: (number: string) => `Appel téléphonique · ${number}`,
    numbers: 'Numéros',
    none: 'Aucun numéro sur la fiche du client.',
    outcome: 'Résultat de l’appel',
    comment: 'Commentaire (facultatif)',
    submit: 'Consigner l’appel',
    done: 'Appel consigné, daté de maintenant.',
    hint: 'L’appel est consigné à l’historique et date la colonne Tél. Il ne change rien aux relances.',
  },
  {
    title: (number: string) => `Telephone call · ${number}`,
    numbers: 'Numbers',
    none: 'No number on the customer’s card.',
    outcome: 'Outcome of the call',
    comment: 'Comment (optional)',
    submit: 'Record the call',
    done: 'Call recorded, as of now.',
    hint: 'The call goes into the history and dates the Tel. column. It changes nothing about the reminders.',
  },
);

/** A call with its outcome and a dated comment. */
export function CallDialog({ invoice, close }: CaseDialogProps) {
  const w = useWords(words);
  const { language } = useFormats();
  const [outcome, setOutcome] = useState<CallOutcome>('reached');
  const [comment, setComment] = useState('');
  const record = useChange({
    run: () => {
      const body = { outcome, comment: comment.trim() || null };
      const path = { id: invoice.id };
      return sendOnce(['call', invoice.id, body], (header) =>
        answerOf(api.POST('/v1/invoices/{id}/calls', { params: { path, header }, body })),
      );
    },
    done: () => w.done,
    onDone: close,
    showsError: true,
  });
  return (
    <CaseForm
      title={w.title(invoice.number)}
      close={close}
      submit={w.submit}
      onSubmit={() => record.mutate(undefined)}
      isPending={record.isPending}
      error={record.error}
      size="lg"
    >
      <PhoneNumbers customerId={invoice.customer.id} />
      <Stack gap={4}>
        <Text fw={500}>{w.outcome}</Text>
        <SegmentedControl
          size="xs"
          aria-label={w.outcome}
          value={outcome}
          onChange={(value) => setOutcome(value)}
          data={CALL_OUTCOMES.map((value) => ({ value, label: outcomeWord(value, language) }))}
        />
      </Stack>
      <Textarea
        label={w.comment}
        description={w.hint}
        value={comment}
        onChange={(event) => setComment(event.currentTarget.value)}
        autosize
        minRows={3}
        maxLength={2000}
        data-autofocus
      />
    </CaseForm>
  );
}

function PhoneNumbers({ customerId }: { customerId: string }) {
  const w = useWords(words);
  const { data } = useCustomer(customerId);
  const phones = data?.contacts.filter(({ phone }) => phone) ?? [];
  if (data && phones.length === 0) return <Text c="dimmed">{w.none}</Text>;
  return (
    <Group gap="lg" aria-label={w.numbers} role="group">
      {phones.map(({ id, name, phone }) => (
        <Text key={id}>
          {name} :{' '}
          <Anchor href={`tel:${phone?.replaceAll(/[^+\d]/g, '') ?? ''}`} size="sm">
            {phone}
          </Anchor>
        </Text>
      ))}
    </Group>
  );
}
