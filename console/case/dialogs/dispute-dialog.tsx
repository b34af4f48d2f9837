import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { answerOf, api } from '../../api/client.ts';
import { useChange } from '../../api/use-change.ts';
import { sendOnce } from '../../api/send-once.ts';
import { AmountInput } from '../../fields/amount-input.tsx';
import { DayInput } from '../../fields/day-input.tsx';
import { useFormats } from '../../words/formats.ts';
import { defineWords, useWords } from '../../words/words.ts';
import { addDays } from '../working-days.ts';
import type { CaseDialogProps } from './case-dialogs.tsx';
import { CaseForm } from './case-form.tsx';
import { useConsequence } from './consequence.ts';
import { sayHandedOver } from './handed-over.tsx';
import { UserSelect } from '../../choose/user-select.tsx';

const words = defineWords(
  {
    title: (number: string) => `Ouvrir un litige · ${number}`,
    reason: 'Ce que le client conteste',
    amount: 'Montant contesté (facultatif)',
    amountHint: 'Vide\u00a0: toute la facture. Un litige sur une partie suspend toute la facture.',
    owner: 'Suivi par (facultatif)',
    review: 'À revoir le',
    comment: 'Commentaire (facultatif)',
    submit: 'Ouvrir le litige',
    done: (number: string) => `Litige ouvert sur ${number}.`,
    until: 'le litige n’est pas clos',
    task: (day: string) => ` Une tâche de suivi est créée pour le ${day}.`,
  },
  {
    title: (number: string) => `Open a dispute · ${number}`,
    reason: 'What the customer contests',
    amount: 'Disputed amount (optional)',
    amountHint: 'Empty: all of the invoice. A dispute on a part holds the whole invoice.',
    owner: 'Followed by (optional)',
    review: 'Review on',
    comment: 'Comment (optional)',
    submit: 'Open the dispute',
    done: (number: string) => `Dispute opened on ${number}.`,
    until: 'the dispute is closed',
    task: (day: string) => ` A follow-up task is made for ${day}.`,
  },
);

const REVIEW_DAYS = 15;

/** Opens a dispute: the customer contests the invoice. */
export function DisputeDialog({ invoice, close }: CaseDialogProps) {
  const w = useWords(words);
  const { todayOn, longDay } = useFormats();
  const [reason, setReason] = useState('');
  const [cents, setCents] = useState<number | null>(null);
  const [ownerId, setOwnerId] = useState<string | null>(null);
  const [reviewOn, setReviewOn] = useState<string | null>(addDays(todayOn, REVIEW_DAYS));
  const [comment, setComment] = useState('');
  const consequence = useConsequence(invoice);
  const open = useChange({
    run: () => {
      const body = {
        reason: reason.trim(),
        comment: comment.trim() || null,
        amount_cents: cents || null,
        owner_id: ownerId,
        review_on: reviewOn,
      };
      const path = { id: invoice.id };
      return sendOnce(['dispute', invoice.id, body], (header) =>
        answerOf(api.POST('/v1/invoices/{id}/disputes', { params: { path, header }, body })),
      );
    },
    done: () => w.done(invoice.number),
    onDone: ({ handed_over: gone }) => {
      close();
      sayHandedOver(gone);
    },
    showsError: true,
  });
  return (
    <CaseForm
      title={w.title(invoice.number)}
      close={close}
      submit={w.submit}
      onSubmit={() => open.mutate(undefined)}
      isPending={open.isPending}
      isIncomplete={reason.trim() === ''}
      error={open.error}
      consequence={
        consequence.untilPerson(w.until, { isConfirmedAfter: false }) + (reviewOn ? w.task(longDay(reviewOn)) : '')
      }
    >
      <TextInput
        label={w.reason}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        maxLength={1000}
        required
        data-autofocus
      />
      <AmountInput
        label={w.amount}
        description={w.amountHint}
        cents={cents}
        onChange={setCents}
        currency={invoice.currency}
      />
      <DayInput label={w.review} value={reviewOn} onChange={setReviewOn} minOn={todayOn} />
      <UserSelect label={w.owner} value={ownerId} onChange={setOwnerId} />
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
