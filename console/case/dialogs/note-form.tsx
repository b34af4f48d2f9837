import { Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { answerOf, api } from '../../api/client.ts';
import { sendOnce } from '../../api/send-once.ts';
import { useChange } from '../../api/use-change.ts';
import { defineWords, useWords } from '../../words/words.ts';
import { CaseForm } from './case-form.tsx';

const words = defineWords(
  {
    title: (about: string) => `Note · ${about}`,
    text: 'Note',
    hint: 'Datée et signée, lue par tous ceux qui suivent le dossier ou le client. Elle ne change rien aux relances.',
    submit: 'Ajouter la note',
    done: 'Note ajoutée.',
  },
  {
    title: (about: string) => `Note · ${about}`,
    text: 'Note',
    hint: 'Dated and signed, read by all who work the case or the customer. It changes nothing about the reminders.',
    submit: 'Add the note',
    done: 'Note added.',
  },
);

/** What a note or a call is about: a customer, and any number of that customer's invoices. */
export interface About {
  /** The name in the title of the dialog. */
  name: string;
  customerId: string;
  invoiceIds: string[];
}

/** A comment for everybody who works on the case. */
export function NoteForm({ about, close, children }: { about: About; close: () => void; children?: ReactNode }) {
  const w = useWords(words);
  const [text, setText] = useState('');
  const add = useChange({
    run: () => {
      const body = { customer_id: about.customerId, invoice_ids: about.invoiceIds, text: text.trim() };
      return sendOnce(['note', body], (header) => answerOf(api.POST('/v1/notes', { params: { header }, body })));
    },
    done: () => w.done,
    onDoneHere: close,
    showsError: true,
  });
  return (
    <CaseForm
      title={w.title(about.name)}
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
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        autosize
        minRows={4}
        maxLength={4000}
        required
        data-autofocus
      />
      {children}
    </CaseForm>
  );
}
