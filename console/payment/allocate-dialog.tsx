import { Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { CaseForm } from '../case/dialogs/case-form.tsx';
import { sayHandedOver } from '../case/dialogs/handed-over.tsx';
import { useChange } from '../api/use-change.ts';
import { offerUndo } from '../frame/undo.tsx';
import { problemSentence } from '../states/problem-sentence.ts';
import { useFormats } from '../words/formats.ts';
import { defineWords, useWords } from '../words/words.ts';
import type { FreeMoney } from './free-money.ts';
import { Shares } from './shares.tsx';
import { takeOffInvoice } from './take-off-invoice.ts';
import { planOf, proposedShares, type TypedShares } from './typed-shares.ts';
import { type Allocated, useAllocating } from './use-allocating.ts';
import { useMoneyWords } from './use-money-words.ts';
import { useOwed } from './use-owed.ts';

const words = defineWords(
  {
    payment: (amount: string, label: string, day: string) => `Affecter ${amount} · ${label} du ${day}`,
    credit_note: (amount: string, label: string, day: string) => `Imputer ${amount} · avoir ${label} du ${day}`,
    order:
      'Proposé dans l’ordre du code civil (art. 1342-10)\u00a0: les factures échues d’abord, les plus anciennes d’abord, celles d’un même jour à proportion. Si le client a dit ce qu’il payait, son choix l’emporte\u00a0: corrigez les montants.',
    none: 'Aucune facture ouverte de ce client ne peut recevoir cette somme.',
    left: (amount: string) => `${amount} restent au crédit du client.`,
    tooMuch: (amount: string) => `C’est plus qu’une facture ne doit, ou que les ${amount} disponibles.`,
    submit: (amount: string, invoices: string) => `Affecter ${amount} à ${invoices}`,
    one: 'facture',
    many: 'factures',
    done: (amount: string) => `${amount} affectés.`,
    undone: 'Affectation annulée',
    stopped: (taken: string, number: string) => `Affecté\u00a0: ${taken}. ${number} n’a rien reçu\u00a0:`,
  },
  {
    payment: (amount: string, label: string, day: string) => `Allocate ${amount} · ${label} of ${day}`,
    credit_note: (amount: string, label: string, day: string) => `Set off ${amount} · credit note ${label} of ${day}`,
    order:
      'Proposed in the order of the French Civil Code (art. 1342-10): invoices that are due first, the oldest first, those of one day in proportion. If the customer said what he was paying, that choice prevails: correct the amounts.',
    none: 'No open invoice of this customer can take this money.',
    left: (amount: string) => `${amount} stay to the customer’s credit.`,
    tooMuch: (amount: string) => `This is more than an invoice owes, or than the ${amount} there are.`,
    submit: (amount: string, invoices: string) => `Allocate ${amount} to ${invoices}`,
    one: 'invoice',
    many: 'invoices',
    done: (amount: string) => `${amount} allocated.`,
    undone: 'Allocation undone',
    stopped: (taken: string, number: string) => `Allocated: ${taken}. ${number} took nothing:`,
  },
);

interface AllocateDialogProps {
  money: FreeMoney;
  customerId: string;
  close: () => void;
}

/** Sets what is left of a payment or a credit note against the customer's invoices. */
export function AllocateDialog({ money, customerId, close }: AllocateDialogProps) {
  const w = useWords(words);
  const { money: say, day, count } = useFormats();
  const debts = useOwed(customerId, money.currency);
  const { after } = useMoneyWords(money.currency);
  const owed = debts?.owed;
  const [typed, setTyped] = useState<TypedShares | null>(null);
  const said = (cents: number) => say(cents, money.currency);
  const wanted = typed ?? proposedShares(money.cents, owed ?? []);
  const plan = planOf(money.cents, owed ?? [], wanted);
  const sum = said(money.cents - plan.leftCents);
  const tell = useTelling(money, said);
  const allocate = useAllocating(money, tell, close);
  return (
    <CaseForm
      title={w[money.kind](said(money.cents), money.label, day(money.on))}
      close={close}
      size="lg"
      hasStickyButtons
      submit={w.submit(sum, count(plan.shares.length, w.one, w.many))}
      onSubmit={() => allocate.mutate(plan.shares)}
      isPending={allocate.isPending}
      isIncomplete={plan.isTooMuch || plan.shares.length === 0}
      error={allocate.error}
      consequence={
        plan.isTooMuch ? (
          <Text>{w.tooMuch(said(money.cents))}</Text>
        ) : (
          <Stack gap={2}>
            {plan.shares.map(({ number, restCents }) => (
              <Text key={number}>{debts && after(debts.claimOf(number), restCents)}</Text>
            ))}
            {plan.leftCents > 0 && <Text>{w.left(said(plan.leftCents))}</Text>}
          </Stack>
        )
      }
    >
      {owed?.length === 0 ? <Text>{w.none}</Text> : <Text size="sm">{w.order}</Text>}
      {owed && (
        <Shares owed={owed} typed={wanted} set={setTyped} currency={money.currency} leftCents={plan.leftCents} />
      )}
    </CaseForm>
  );
}

/** Says what was set against which invoices, and offers an undo. */
function useTelling(money: FreeMoney, said: (cents: number) => string) {
  const w = useWords(words);
  const { language } = useFormats();
  const undo = useUndoing(money);
  return ({ taken, gone, stopped, canBeUndone }: Allocated) => {
    const sum = said(taken.reduce((cents, share) => cents + share.cents, 0));
    if (stopped) {
      const { title, text } = problemSentence(stopped.error, language);
      const message = `${w.stopped(sum, stopped.number)} ${text}`;
      notifications.show({ title, message, color: 'red', withBorder: true, autoClose: false });
    } else if (canBeUndone) {
      const numbers = taken.map(({ number }) => number);
      offerUndo({ said: w.done(sum), undo: () => undo.mutate(numbers) });
    } else notifications.show({ message: w.done(sum), withBorder: true });
    sayHandedOver(gone);
  };
}

function useUndoing(money: FreeMoney) {
  const w = useWords(words);
  const { afterUndo } = useMoneyWords(money.currency);
  return useChange({
    run: async (numbers: readonly string[]) => {
      const gone: Allocated['gone'] = [];
      for (const number of numbers) gone.push(...(await takeOffInvoice(money, number, w.undone)).handed_over);
      return gone;
    },
    done: (_, numbers) => afterUndo('allocation', numbers),
    onDone: sayHandedOver,
  });
}
