import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { answerOf, api } from '../../api/client.ts';
import { useChange } from '../../api/use-change.ts';
import { offerUndo } from '../../frame/undo.tsx';
import { defineWords, useWords } from '../../words/words.ts';
import { useAfterRelease } from './after-release.ts';
import type { CaseDialogProps } from './case-dialogs.tsx';
import { CaseForm } from './case-form.tsx';

const words = defineWords(
  {
    title: (number: string) => `Sortir du contentieux · ${number}`,
    reason: 'Motif (facultatif)',
    submit: 'Sortir du contentieux',
    done: (number: string) => `${number} n’est plus au contentieux.`,
  },
  {
    title: (number: string) => `Take out of litigation · ${number}`,
    reason: 'Reason (optional)',
    submit: 'Take out of litigation',
    done: (number: string) => `${number} is out of litigation.`,
  },
);

/** Ends litigation. The undo reopens it with the reason it had. */
export function EndLitigationDialog({ invoice, hold, close }: CaseDialogProps) {
  const w = useWords(words);
  const [reason, setReason] = useState('');
  const after = useAfterRelease(invoice.id, { hold, outcome: 'lifted' });
  const params = { path: { id: invoice.id } };
  const putBack = useChange({
    run: () => answerOf(api.PUT('/v1/invoices/{id}/litigation', { params, body: { reason: hold?.reason ?? '' } })),
  });
  const end = useChange({
    run: () => {
      const said = reason.trim();
      return answerOf(api.DELETE('/v1/invoices/{id}/litigation', { params, body: said ? { reason: said } : {} }));
    },
    onDone: () => {
      close();
      offerUndo({ said: w.done(invoice.number), undo: () => putBack.mutate(undefined) });
    },
    showsError: true,
  });
  return (
    <CaseForm
      title={w.title(invoice.number)}
      close={close}
      submit={w.submit}
      onSubmit={() => end.mutate(undefined)}
      isPending={end.isPending}
      error={end.error}
      consequence={after}
    >
      <Textarea
        label={w.reason}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        autosize
        minRows={2}
        maxLength={1000}
        data-autofocus
      />
    </CaseForm>
  );
}
