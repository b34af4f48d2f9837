import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { answerOf, api, type Schema } from '../../api/client.ts';
import { sendOnce } from '../../api/send-once.ts';
import { useChange } from '../../api/use-change.ts';
import { CaseForm } from '../../case/dialogs/case-form.tsx';
import { defineWords, useWords } from '../../words/words.ts';
import { AboutItems } from './about-items.tsx';

const words = defineWords(
  {
    title: (customer: string) => `Note · ${customer}`,
    text: 'Note',
    hint: 'Datée et signée, lue par tous ceux qui suivent le client. Elle ne change rien aux relances.',
    submit: 'Ajouter la note',
    done: 'Note ajoutée.',
  },
  {
    title: (customer: string) => `Note · ${customer}`,
    text: 'Note',
    hint: 'Dated and signed, read by all who work with the customer. It changes nothing about the reminders.',
    submit: 'Add the note',
    done: 'Note added.',
  },
);

/** A comment on the customer or some of his items. */
export function AddNoteDialog({ customer, close }: { customer: Schema<'Customer'>; close: () => void }) {
  const w = useWords(words);
  const [text, setText] = useState('');
  const [invoiceIds, setInvoiceIds] = useState<string[]>([]);
  const add = useChange({
    run: () => {
      const body = { customer_id: customer.id, invoice_ids: invoiceIds, text: text.trim() };
      return sendOnce(['note', body], (header) => answerOf(api.POST('/v1/notes', { params: { header }, body })));
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
      onSubmit={() => add.mutate(undefined)}
      isPending={add.isPending}
      isIncomplete={text.trim() === ''}
      error={add.error}
    >
      <Textarea
        label={w.text}
        description={w.hint}
        required
        autosize
        minRows={4}
        maxLength={4000}
        data-autofocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <AboutItems customerId={customer.id} value={invoiceIds} onChange={setInvoiceIds} />
    </CaseForm>
  );
}
