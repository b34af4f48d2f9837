import { TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useChange } from '../../api/use-change.ts';
import { AmountInput } from '../../fields/amount-input.tsx';
import { DayInput } from '../../fields/day-input.tsx';
import { offerUndo } from '../../frame/undo.tsx';
import { takeOffInvoice } from '../../payment/take-off-invoice.ts';
import { useFormats } from '../../words/formats.ts';
import { afterCredit } from '../../payment/claims.ts';
import { useMoneyWords } from '../../payment/use-money-words.ts';
import { defineWords, useWords } from '../../words/words.ts';
import type { CaseDialogProps } from './case-dialogs.tsx';
import { CaseForm } from './case-form.tsx';
import { sayHandedOver } from './handed-over.tsx';

const words = defineWords(
  {
    title: (number: string) => `Avoir sur ${number}`,
    number: 'Numéro de l’avoir',
    amount: 'Montant de l’avoir',
    day: 'Émis le',
    submit: (amount: string) => `Imputer l’avoir de ${amount}`,
    done: (number: string) => `Avoir ${number} imputé.`,
    known: (number: string) => `L’avoir ${number} était déjà enregistré\u00a0: rien n’a changé.`,
    undone: 'Imputation annulée',
    kept: (number: string) =>
      `L’avoir ${number} n’est plus imputé\u00a0: il est au crédit du client. Modifiez-le, imputez-le ailleurs ou annulez-le depuis sa page.`,
    more: (rest: string) =>
      `La facture est soldée, les relances s’arrêtent\u00a0; ${rest} restent au crédit du client.`,
  },
  {
    title: (number: string) => `Credit note on ${number}`,
    number: 'Number of the credit note',
    amount: 'Amount of the credit note',
    day: 'Issued on',
    submit: (amount: string) => `Set off the credit note of ${amount}`,
    done: (number: string) => `Credit note ${number} set off.`,
    known: (number: string) => `Credit note ${number} was recorded already: nothing has changed.`,
    undone: 'Taken off again',
    kept: (number: string) =>
      `Credit note ${number} is set off no longer: it is to the customer’s credit. Change it, set it off elsewhere or cancel it on its page.`,
    more: (rest: string) => `The invoice is settled, reminders stop; ${rest} stay to the customer’s credit.`,
  },
);

/** Records a credit note with its own number, and sets it against this invoice. */
export function CreditDialog({ invoice, close }: CaseDialogProps) {
  const w = useWords(words);
  const { money, todayOn } = useFormats();
  const [number, setNumber] = useState('');
  const [cents, setCents] = useState<number | null>(invoice.balance_cents);
  const [issuedOn, setIssuedOn] = useState<string | null>(todayOn);
  const of = (amount: number) => money(amount, invoice.currency);
  const takeOff = useChange({
    run: (note: { id: string; number: string }) =>
      takeOffInvoice({ kind: 'credit_note', name: note.id }, invoice.number, w.undone),
    done: (_, note) => w.kept(note.number),
  });
  const { after } = useMoneyWords(invoice.currency);
  const credit = useChange({
    run: async () => {
      const { data, response } = await api.POST('/v1/invoices/{id}/credits', {
        params: { path: { id: invoice.id } },
        body: {
          // The number identifies a credit note: sending it again does not create another.
          external_id: number.trim(),
          number: number.trim(),
          amount_cents: cents ?? 0,
          issued_on: issuedOn ?? todayOn,
        },
      });
      return { ...data!, isNew: response.status === 201 };
    },
    onDone: ({ isNew, handed_over: gone, ...note }) => {
      close();
      sayHandedOver(gone);
      if (isNew) offerUndo({ said: w.done(note.number), undo: () => takeOff.mutate(note) });
      else notifications.show({ message: w.known(note.number), color: 'yellow', withBorder: true, autoClose: 12_000 });
    },
    showsError: true,
  });
  const restCents = invoice.balance_cents - (cents ?? 0);
  const change = restCents < 0 ? w.more(of(-restCents)) : after(afterCredit(invoice), restCents);
  return (
    <CaseForm
      title={w.title(invoice.number)}
      close={close}
      submit={w.submit(of(cents ?? 0))}
      onSubmit={() => credit.mutate(undefined)}
      isPending={credit.isPending}
      isIncomplete={!cents || !issuedOn || number.trim() === ''}
      error={credit.error}
      consequence={cents ? change : undefined}
    >
      <TextInput
        label={w.number}
        value={number}
        onChange={(event) => setNumber(event.currentTarget.value)}
        maxLength={100}
        required
        data-autofocus
      />
      <AmountInput label={w.amount} cents={cents} onChange={setCents} currency={invoice.currency} required />
      <DayInput label={w.day} value={issuedOn} onChange={setIssuedOn} required />
    </CaseForm>
  );
}
