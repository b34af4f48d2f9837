import { Select } from '@mantine/core';
import { useState } from 'react';
import { answerOf, api, type Schema } from '../api/client.ts';
import { useChange } from '../api/use-change.ts';
import { CaseForm } from '../case/dialogs/case-form.tsx';
import { ReasonInput } from '../fields/reason-input.tsx';
import { useFormats } from '../words/formats.ts';
import { defineWords, useWords } from '../words/words.ts';

const words = defineWords(
  {
    title: 'Annuler un remboursement',
    which: 'Remboursement',
    one: (amount: string, day: string) => `${amount} le ${day}`,
    reason: 'Motif (virement rejeté, chèque non encaissé, erreur de saisie…)',
    submit: 'Annuler le remboursement',
    done: (amount: string) => `Remboursement de ${amount} annulé.`,
    change: (amount: string) => `${amount} sont de nouveau au crédit du client, à affecter.`,
  },
  {
    title: 'Cancel a refund',
    which: 'Refund',
    one: (amount: string, day: string) => `${amount} on ${day}`,
    reason: 'Reason (transfer returned, cheque not cashed, typing error…)',
    submit: 'Cancel the refund',
    done: (amount: string) => `Refund of ${amount} cancelled.`,
    change: (amount: string) => `${amount} are to the customer’s credit again, to be allocated.`,
  },
);

type Refund = Schema<'Refund'>;

interface CancelRefundDialogProps {
  /** At least one, none of them cancelled. */
  refunds: readonly Refund[];
  currency: string;
  close: () => void;
}

/** Cancels a refund that did not take place: the customer's money can be allocated again. */
export function CancelRefundDialog({ refunds, currency, close }: CancelRefundDialogProps) {
  const w = useWords(words);
  const { money, day } = useFormats();
  const [reason, setReason] = useState('');
  const [chosen, setChosen] = useState(refunds[0]?.external_id ?? null);
  const refund = refunds.find(({ external_id: id }) => id === chosen);
  const amount = money(refund?.amount_cents ?? 0, currency);
  const cancel = useChange({
    run: () =>
      answerOf(
        api.POST('/v1/refunds/{external_id}/cancel', {
          params: { path: { external_id: chosen ?? '' } },
          body: { reason: reason.trim() },
        }),
      ),
    done: () => w.done(amount),
    onDoneHere: close,
    showsError: true,
  });
  return (
    <CaseForm
      title={w.title}
      close={close}
      submit={w.submit}
      onSubmit={() => cancel.mutate(undefined)}
      isPending={cancel.isPending}
      isIncomplete={!refund || reason.trim() === ''}
      error={cancel.error}
      consequence={refund && w.change(amount)}
    >
      <Select
        label={w.which}
        data={refunds.map((one) => ({
          value: one.external_id,
          label: w.one(money(one.amount_cents, currency), day(one.paid_on)),
        }))}
        value={chosen}
        onChange={setChosen}
        allowDeselect={false}
      />
      <ReasonInput label={w.reason} value={reason} onChange={setReason} isFirst />
    </CaseForm>
  );
}
