import { useState } from 'react';
import { answerOf, api } from '../api/client.ts';
import { useChange } from '../api/use-change.ts';
import { CaseForm } from '../case/dialogs/case-form.tsx';
import { AmountInput } from '../fields/amount-input.tsx';
import { DayInput } from '../fields/day-input.tsx';
import { ReasonInput } from '../fields/reason-input.tsx';
import { offerUndo } from '../frame/undo.tsx';
import { useFormats } from '../words/formats.ts';
import { defineWords, useWords } from '../words/words.ts';
import type { FreeMoney } from './free-money.ts';

const words = defineWords(
  {
    payment: (label: string) => `Remboursé au client · règlement ${label}`,
    credit_note: (label: string) => `Remboursé au client · avoir ${label}`,
    amount: 'Montant remboursé',
    day: 'Remboursé le',
    reason: 'Motif (trop-perçu, virement, chèque…)',
    submit: (amount: string) => `Enregistrer le remboursement de ${amount}`,
    done: (amount: string) => `Remboursement de ${amount} enregistré.`,
    undone: 'Saisie annulée',
    tooMuch: (amount: string) => `C’est plus que les ${amount} qui restent.`,
    all: (amount: string) => `${amount} quittent le crédit du client\u00a0; il n’en reste rien.`,
    part: (amount: string, rest: string) => `${amount} quittent le crédit du client\u00a0; ${rest} restent à affecter.`,
  },
  {
    payment: (label: string) => `Paid back to the customer · payment ${label}`,
    credit_note: (label: string) => `Paid back to the customer · credit note ${label}`,
    amount: 'Amount paid back',
    day: 'Paid back on',
    reason: 'Reason (overpaid, transfer, cheque…)',
    submit: (amount: string) => `Record the refund of ${amount}`,
    done: (amount: string) => `Refund of ${amount} recorded.`,
    undone: 'Typing undone',
    tooMuch: (amount: string) => `This is more than the ${amount} that are left.`,
    all: (amount: string) => `${amount} leave the customer’s credit; nothing of it is left.`,
    part: (amount: string, rest: string) => `${amount} leave the customer’s credit; ${rest} are left to allocate.`,
  },
);

/** Records that unallocated money was paid back to the customer. The undo cancels the refund. */
export function RefundDialog({ money: free, close }: { money: FreeMoney; close: () => void }) {
  const w = useWords(words);
  const { money, todayOn } = useFormats();
  const [cents, setCents] = useState<number | null>(free.cents);
  const [paidOn, setPaidOn] = useState<string | null>(todayOn);
  const [reason, setReason] = useState('');
  const [ownId] = useState(() => `console-${crypto.randomUUID()}`);
  const of = (amount: number) => money(amount, free.currency);
  const undo = useChange({
    run: () =>
      answerOf(
        api.POST('/v1/refunds/{external_id}/cancel', {
          params: { path: { external_id: ownId } },
          body: { reason: w.undone },
        }),
      ),
  });
  const refund = useChange({
    run: () => {
      const body = {
        ...{ external_id: ownId, amount_cents: cents ?? 0, paid_on: paidOn ?? todayOn, reason: reason.trim() },
      };
      return free.kind === 'credit_note'
        ? answerOf(api.POST('/v1/invoices/{id}/refunds', { params: { path: { id: free.name } }, body }))
        : answerOf(
            api.POST('/v1/payments/{external_id}/refunds', { params: { path: { external_id: free.name } }, body }),
          );
    },
    onDone: () => offerUndo({ said: w.done(of(cents ?? 0)), undo: () => undo.mutate(undefined) }),
    onDoneHere: close,
    showsError: true,
  });
  const leftCents = free.cents - (cents ?? 0);
  const amount = of(cents ?? 0);
  const follows =
    leftCents < 0 ? w.tooMuch(of(free.cents)) : leftCents > 0 ? w.part(amount, of(leftCents)) : w.all(amount);
  return (
    <CaseForm
      title={w[free.kind](free.label)}
      close={close}
      submit={w.submit(amount)}
      onSubmit={() => refund.mutate(undefined)}
      isPending={refund.isPending}
      isIncomplete={!cents || !paidOn || leftCents < 0 || reason.trim() === ''}
      error={refund.error}
      consequence={cents ? follows : undefined}
    >
      <AmountInput label={w.amount} cents={cents} onChange={setCents} currency={free.currency} required />
      <DayInput label={w.day} value={paidOn} onChange={setPaidOn} required />
      <ReasonInput label={w.reason} value={reason} onChange={setReason} />
    </CaseForm>
  );
}
