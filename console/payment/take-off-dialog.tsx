import { Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useChange } from '../api/use-change.ts';
import { useCase } from '../case/case-data.ts';
import { CaseForm } from '../case/dialogs/case-form.tsx';
import { ReasonInput } from '../fields/reason-input.tsx';
import { useFormats } from '../words/formats.ts';
import { defineWords, useWords } from '../words/words.ts';
import { withDe } from '../words/with-de.ts';
import { claimOf } from './claims.ts';
import { type Taken, takeOffInvoice } from './take-off-invoice.ts';
import { useMoneyWords } from './use-money-words.ts';

const words = defineWords(
  {
    payment: (label: string) => `Retirer le règlement ${label} d’une facture`,
    credit_note: (label: string) => `Retirer l’avoir ${label} d’une facture`,
    from: 'Facture',
    use: (number: string, amount: string) => `${number} (${amount})`,
    reason: 'Motif (mauvaise facture, montant erroné…)',
    submit: (amount: string, number: string) => `Retirer ${amount} ${withDe(number)}`,
    done: (amount: string, number: string) => `${amount} retirés ${withDe(number)}.`,
    free: (amount: string) => `${amount} restent au crédit du client, à affecter.`,
  },
  {
    payment: (label: string) => `Take payment ${label} off an invoice`,
    credit_note: (label: string) => `Take credit note ${label} off an invoice`,
    from: 'Invoice',
    use: (number: string, amount: string) => `${number} (${amount})`,
    reason: 'Reason (wrong invoice, wrong amount…)',
    submit: (amount: string, number: string) => `Take ${amount} off ${number}`,
    done: (amount: string, number: string) => `${amount} taken off ${number}.`,
    free: (amount: string) => `${amount} stay to the customer’s credit, to be allocated.`,
  },
);

/** An invoice that the money is set against, and how much of it (integer cents). */
interface Use {
  invoice_id: string;
  invoice_number: string;
  amount_cents: number;
}

interface TakeOffDialogProps {
  money: Taken;
  currency: string;
  uses: readonly Use[];
  close: () => void;
}

/** Takes a payment or a credit note off an invoice that it was set against by mistake. */
export function TakeOffDialog({ money: taken, currency, uses, close }: TakeOffDialogProps) {
  const w = useWords(words);
  const { money } = useFormats();
  const [reason, setReason] = useState('');
  const choices = summed(uses);
  const [chosen, setChosen] = useState(choices[0]?.invoice_id ?? null);
  const use = choices.find(({ invoice_id: id }) => id === chosen);
  const [amount, number] = [money(use?.amount_cents ?? 0, currency), use?.invoice_number ?? ''];
  const change = useChange({
    run: () => takeOffInvoice(taken, number, reason.trim()),
    done: () => w.done(amount, number),
    onDoneHere: close,
    showsError: true,
  });
  return (
    <CaseForm
      title={w[taken.kind](taken.label)}
      close={close}
      submit={w.submit(amount, number)}
      onSubmit={() => change.mutate(undefined)}
      isPending={change.isPending}
      isIncomplete={!use || reason.trim() === ''}
      error={change.error}
      consequence={use && <WhatFollows use={use} currency={currency} />}
    >
      {choices.length > 1 && (
        <Select
          label={w.from}
          data={choices.map((one) => ({
            value: one.invoice_id,
            label: w.use(one.invoice_number, money(one.amount_cents, currency)),
          }))}
          value={chosen}
          onChange={setChosen}
          allowDeselect={false}
        />
      )}
      <ReasonInput label={w.reason} value={reason} onChange={setReason} isFirst />
    </CaseForm>
  );
}

function WhatFollows({ use, currency }: { use: Use; currency: string }) {
  const w = useWords(words);
  const { money } = useFormats();
  const { afterReversal } = useMoneyWords(currency);
  const { data } = useCase(use.invoice_id);
  const invoice = data?.data;
  if (!invoice) return null;
  const sums = { backCents: use.amount_cents, owedCents: invoice.balance_cents + use.amount_cents };
  return (
    <Stack gap={2}>
      <Text>{afterReversal(claimOf(invoice), sums)}</Text>
      <Text>{w.free(money(use.amount_cents, currency))}</Text>
    </Stack>
  );
}

/** Sums up by invoice: everything set against an invoice is taken off together. */
function summed(uses: readonly Use[]): Use[] {
  const byInvoice = new Map<string, Use>();
  for (const use of uses) {
    const before = byInvoice.get(use.invoice_id)?.amount_cents ?? 0;
    byInvoice.set(use.invoice_id, { ...use, amount_cents: before + use.amount_cents });
  }
  return [...byInvoice.values()];
}
