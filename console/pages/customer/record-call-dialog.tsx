import { SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import { DateTimePicker } from '@mantine/dates';
import { useState } from 'react';
import { answerOf, api, type Schema } from '../../api/client.ts';
import { faultOf } from '../../api/problem.ts';
import { sendOnce } from '../../api/send-once.ts';
import { useChange } from '../../api/use-change.ts';
import { CaseForm } from '../../case/dialogs/case-form.tsx';
import { CALL_OUTCOMES, type CallOutcome, outcomeWord } from '../../level/call-outcomes.ts';
import { useLanguage } from '../../words/language.ts';
import { defineWords, useWords } from '../../words/words.ts';
import { AboutItems } from './about-items.tsx';

const words = defineWords(
  {
    title: (customer: string) => `Appel téléphonique · ${customer}`,
    outcome: 'Résultat de l’appel',
    at: 'Date et heure (facultatif)',
    atHint: 'Vide\u00a0: maintenant.',
    comment: 'Commentaire (facultatif)',
    hint: 'L’appel est consigné à l’historique et date la colonne Tél. Il ne change rien aux relances.',
    submit: 'Consigner l’appel',
    done: 'Appel consigné.',
  },
  {
    title: (customer: string) => `Telephone call · ${customer}`,
    outcome: 'Outcome of the call',
    at: 'Day and time (optional)',
    atHint: 'Empty: now.',
    comment: 'Comment (optional)',
    hint: 'The call goes into the history and dates the Tel. column. It changes nothing about the reminders.',
    submit: 'Record the call',
    done: 'Call recorded.',
  },
);

/** A call with the customer, about some of his items or none in particular. */
export function RecordCallDialog({ customer, close }: { customer: Schema<'Customer'>; close: () => void }) {
  const w = useWords(words);
  const { language } = useLanguage();
  const [outcome, setOutcome] = useState<CallOutcome>('reached');
  const [calledAt, setCalledAt] = useState<string | null>(null);
  const [comment, setComment] = useState('');
  const [invoiceIds, setInvoiceIds] = useState<string[]>([]);
  const record = useChange({
    run: () => {
      const body = {
        outcome,
        comment: comment.trim() || null,
        invoice_ids: invoiceIds,
        ...(calledAt ? { called_at: new Date(calledAt).toISOString() } : {}),
      };
      const path = { id: customer.id };
      return sendOnce(['call', customer.id, body], (header) =>
        answerOf(api.POST('/v1/customers/{id}/calls', { params: { path, header }, body })),
      );
    },
    done: () => w.done,
    onDone: close,
    showsError: true,
  });
  return (
    <CaseForm
      title={w.title(customer.name)}
      close={close}
      submit={w.submit}
      onSubmit={() => record.mutate(undefined)}
      isPending={record.isPending}
      error={record.error}
      size="lg"
    >
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
      <AboutItems customerId={customer.id} value={invoiceIds} onChange={setInvoiceIds} />
      <DateTimePicker
        label={w.at}
        description={w.atHint}
        clearable
        valueFormat="D MMM YYYY HH:mm"
        value={calledAt}
        onChange={setCalledAt}
        error={faultOf(record.error, '/called_at')}
      />
      <Textarea
        label={w.comment}
        description={w.hint}
        autosize
        minRows={3}
        maxLength={2000}
        data-autofocus
        value={comment}
        onChange={(event) => setComment(event.currentTarget.value)}
      />
    </CaseForm>
  );
}
