import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { answerOf, api } from '../../api/client.ts';
import { faultOf } from '../../api/problem.ts';
import { useChange } from '../../api/use-change.ts';
import { sendOnce } from '../../api/send-once.ts';
import { AmountInput } from '../../fields/amount-input.tsx';
import { DayInput } from '../../fields/day-input.tsx';
import { offerUndo } from '../../frame/undo.tsx';
import { useFormats } from '../../words/formats.ts';
import { defineWords, useWords } from '../../words/words.ts';
import type { CaseDialogProps } from './case-dialogs.tsx';
import { CaseForm } from './case-form.tsx';
import { useConsequence } from './consequence.ts';
import { sayHandedOver } from './handed-over.tsx';
import { evidenceBody, isWithoutDay, PromiseEvidenceInput, type TypedEvidence } from './promise-evidence.tsx';

const words = defineWords(
  {
    title: (number: string) => `Promesse de règlement · ${number}`,
    amount: 'Montant promis',
    day: 'Réglé au plus tard le',
    comment: 'Commentaire (facultatif)',
    submit: 'Enregistrer la promesse',
    done: (amount: string, day: string) => `Promesse de ${amount} pour le ${day} enregistrée.`,
  },
  {
    title: (number: string) => `Promise to pay · ${number}`,
    amount: 'Amount promised',
    day: 'To be paid by',
    comment: 'Comment (optional)',
    submit: 'Record the promise',
    done: (amount: string, day: string) => `Promise of ${amount} for ${day} recorded.`,
  },
);

/** The customer promises an amount for a day. */
export function PromiseDialog({ invoice, close }: CaseDialogProps) {
  const w = useWords(words);
  const { money, day, todayOn } = useFormats();
  const [cents, setCents] = useState<number | null>(invoice.balance_cents);
  const [on, setOn] = useState<string | null>(null);
  const [comment, setComment] = useState('');
  const [evidence, setEvidence] = useState<TypedEvidence | null>(null);
  const consequence = useConsequence(invoice);
  const path = { id: invoice.id };
  const withdraw = useChange({
    run: (pid: string) =>
      answerOf(api.DELETE('/v1/invoices/{id}/promises/{pid}', { params: { path: { ...path, pid } } })),
  });
  const record = useChange({
    run: (body: {
      amount_cents: number;
      promised_on: string;
      comment: string | null;
      evidence: ReturnType<typeof evidenceBody>;
    }) =>
      sendOnce(['promise', invoice.id, body], (header) =>
        answerOf(api.POST('/v1/invoices/{id}/promises', { params: { path, header }, body })),
      ),
    onDone: ({ id, handed_over: gone }, { amount_cents: promised, promised_on: promisedOn }) => {
      close();
      sayHandedOver(gone);
      const said = w.done(money(promised, invoice.currency), day(promisedOn));
      offerUndo({ said, undo: () => withdraw.mutate(id) });
    },
    showsError: true,
  });
  return (
    <CaseForm
      title={w.title(invoice.number)}
      close={close}
      submit={w.submit}
      onSubmit={() => {
        const said = { comment: comment.trim() || null, evidence: evidenceBody(evidence) };
        if (cents && on) record.mutate({ amount_cents: cents, promised_on: on, ...said });
      }}
      isPending={record.isPending}
      isIncomplete={!cents || !on || isWithoutDay(evidence)}
      error={record.error}
      consequence={on && consequence.promise(on)}
    >
      <AmountInput label={w.amount} cents={cents} onChange={setCents} currency={invoice.currency} required />
      <DayInput label={w.day} value={on} onChange={setOn} minOn={todayOn} required autoFocus />
      <PromiseEvidenceInput
        value={evidence}
        onChange={setEvidence}
        error={faultOf(record.error, '/evidence/received_on')}
      />
      <Textarea
        label={w.comment}
        value={comment}
        onChange={(event) => setComment(event.currentTarget.value)}
        autosize
        minRows={2}
        maxLength={4000}
      />
    </CaseForm>
  );
}
