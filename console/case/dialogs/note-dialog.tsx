import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { answerOf, api } from '../../api/client.ts';
import { useChange } from '../../api/use-change.ts';
import { sendOnce } from '../../api/send-once.ts';
import { defineWords, useWords } from '../../words/words.ts';
import type { CaseDialogProps } from './case-dialogs.tsx';
import { CaseForm } from './case-form.tsx';

const words = defineWords(
  {
    title: (number: string) => `Note · ${number}`,
    text: 'Note',
    hint: 'Datée et signée, lue par tous ceux qui suivent le dossier. Elle ne change rien aux relances.',
    submit: 'Ajouter la note',
    done: 'Note ajoutée.',
  },
  {
    title: (number: string) => `Note · ${number}`,
    text: 'Note',
    hint: 'Dated and signed, read by all who work the case. It changes nothing about the reminders.',
    submit: 'Add the note',
    done: 'Note added.',
  },
);

/** A comment for everybody who works the case. */
export function NoteDialog({ invoice, close }: CaseDialogProps) {
  const w = useWords(words);
  const [text, setText] = useState('');
  const add = useChange({
    run: () => {
      const body = { customer_id: invoice.customer.id, invoice_ids: [invoice.id], text: text.trim() };
      return sendOnce(['note', body], (header) => answerOf(api.POST('/v1/notes', { params: { header }, body })));
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
    </CaseForm>
  );
}
