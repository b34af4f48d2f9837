import { Text } from '@mantine/core';
import { useState } from 'react';
import { answerOf, api } from '../../api/client.ts';
import { useChange } from '../../api/use-change.ts';
import { offerUndo } from '../../frame/undo.tsx';
import { ReasonInput } from '../../fields/reason-input.tsx';
import { defineWords, useWords } from '../../words/words.ts';
import type { CaseDialogProps } from './case-dialogs.tsx';
import { CaseForm } from './case-form.tsx';
import { useConsequence } from './consequence.ts';
import { EndLitigationDialog } from './end-litigation-dialog.tsx';
import { sayHandedOver } from './handed-over.tsx';

const words = defineWords(
  {
    title: (number: string) => `Mettre au contentieux · ${number}`,
    reason: 'Motif',
    suggested: 'Dossier transmis au contentieux',
    submit: 'Mettre au contentieux',
    done: (number: string) => `${number} est au contentieux.`,
    until: 'le dossier n’en est pas sorti',
    also: 'Aucune relance, à la main non plus, ni état d’impayés.',
  },
  {
    title: (number: string) => `Put in litigation · ${number}`,
    reason: 'Reason',
    suggested: 'Handed over for litigation',
    submit: 'Put in litigation',
    done: (number: string) => `${number} is in litigation.`,
    until: 'it is taken out',
    also: 'No reminder, by hand either, and no statement.',
  },
);

/** Key `C`: opens litigation, or ends it when it is open. */
export function LitigationDialog(props: CaseDialogProps) {
  const hold = props.invoice.dunning.holds.find(({ kind }) => kind === 'litigation');
  return hold ? <EndLitigationDialog {...props} hold={hold} /> : <OpenLitigation {...props} />;
}

function OpenLitigation({ invoice, close }: CaseDialogProps) {
  const w = useWords(words);
  const [reason, setReason] = useState<string>(w.suggested);
  const consequence = useConsequence(invoice);
  const params = { path: { id: invoice.id } };
  const takeOut = useChange({
    run: () => answerOf(api.DELETE('/v1/invoices/{id}/litigation', { params, body: {} })),
  });
  const put = useChange({
    run: () => answerOf(api.PUT('/v1/invoices/{id}/litigation', { params, body: { reason: reason.trim() } })),
    onDone: ({ handed_over: gone }) => {
      close();
      sayHandedOver(gone);
      offerUndo({ said: w.done(invoice.number), undo: () => takeOut.mutate(undefined) });
    },
    showsError: true,
  });
  return (
    <CaseForm
      title={w.title(invoice.number)}
      close={close}
      submit={w.submit}
      onSubmit={() => put.mutate(undefined)}
      isPending={put.isPending}
      isIncomplete={reason.trim() === ''}
      error={put.error}
      consequence={
        <>
          {consequence.untilPerson(w.until, { isConfirmedAfter: true })}
          <Text mt={4}>{w.also}</Text>
        </>
      }
    >
      <ReasonInput label={w.reason} value={reason} onChange={setReason} isFirst />
    </CaseForm>
  );
}
