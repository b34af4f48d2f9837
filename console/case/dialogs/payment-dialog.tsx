import { Checkbox, Select, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { AmountInput } from '../../fields/amount-input.tsx';
import { DayInput } from '../../fields/day-input.tsx';
import { useFormats } from '../../words/formats.ts';
import { defineWords, useWords } from '../../words/words.ts';
import { usePaymentShares } from './payment-shares.ts';
import type { CaseDialogProps } from './case-dialogs.tsx';
import { CaseForm } from './case-form.tsx';
import { useRecordPayment } from './use-record-payment.ts';

const METHODS = ['transfer', 'cheque', 'card', 'direct_debit', 'cash'] as const;

const words = defineWords(
  {
    title: (number: string) => `Règlement reçu · ${number}`,
    amount: 'Montant reçu',
    day: 'Reçu le',
    method: 'Moyen (facultatif)',
    methods: {
      transfer: 'Virement',
      cheque: 'Chèque',
      card: 'Carte',
      direct_debit: 'Prélèvement',
      cash: 'Espèces',
    },
    reference: 'Référence (facultatif)',
    referenceHint: 'Celle de la banque, par exemple. La même référence ne peut servir deux fois.',
    others: 'Répartir le reste sur les autres factures du client',
    submit: (amount: string) => `Enregistrer le règlement de ${amount}`,
    done: (amount: string) => `Règlement de ${amount} enregistré.`,
    known: (reference: string) =>
      `Ce règlement était déjà enregistré sous la référence ${reference}\u00a0: rien n’a été ajouté. S’il a été rejeté depuis, donnez une autre référence.`,
    undone: 'Saisie annulée',
    paid: (number: string) => `${number} est soldée\u00a0: les relances s’arrêtent.`,
    partly: (number: string, rest: string) =>
      `${number}\u00a0: il restera dû ${rest}\u00a0; les relances continuent pour ce reste.`,
    left: (amount: string) => `${amount} restent non affectés, au crédit du client.`,
  },
  {
    title: (number: string) => `Payment received · ${number}`,
    amount: 'Amount received',
    day: 'Received on',
    method: 'Means (optional)',
    methods: {
      transfer: 'Transfer',
      cheque: 'Cheque',
      card: 'Card',
      direct_debit: 'Direct debit',
      cash: 'Cash',
    },
    reference: 'Reference (optional)',
    referenceHint: 'The bank’s, for instance. The same reference cannot serve twice.',
    others: 'Share the rest among the customer’s other invoices',
    submit: (amount: string) => `Record the payment of ${amount}`,
    done: (amount: string) => `Payment of ${amount} recorded.`,
    known: (reference: string) =>
      `This payment was recorded before under the reference ${reference}: nothing was added. If it was reversed since, give another reference.`,
    undone: 'Entry undone',
    paid: (number: string) => `${number} is paid: reminders stop.`,
    partly: (number: string, rest: string) => `${number}: ${rest} remain due; reminders go on for the rest.`,
    left: (amount: string) => `${amount} stay unallocated, to the customer’s credit.`,
  },
);

/** Money came: for this invoice, and what is more for the customer's others. */
export function PaymentDialog({ invoice, close }: CaseDialogProps) {
  const w = useWords(words);
  const { money, todayOn } = useFormats();
  const [cents, setCents] = useState<number | null>(invoice.balance_cents);
  const [paidOn, setPaidOn] = useState<string | null>(todayOn);
  const [method, setMethod] = useState<string | null>(null);
  const [reference, setReference] = useState('');
  const [ownId] = useState(() => `console-${crypto.randomUUID()}`);
  const [isShared, setShared] = useState(false);
  const { shares, leftCents } = usePaymentShares(invoice, cents ?? 0, isShared);
  const of = (amount: number) => money(amount, invoice.currency);
  const said = { done: w.done(of(cents ?? 0)), known: w.known(reference.trim()), undone: w.undone };
  const record = useRecordPayment(said, reference.trim() === '', close);
  const send = () =>
    record.mutate({
      external_id: reference.trim() || ownId,
      amount_cents: cents ?? 0,
      currency: invoice.currency,
      paid_on: paidOn ?? todayOn,
      method,
      customer_reference: invoice.customer.reference,
      allocations: shares.map(({ number, cents: share }) => ({ invoice_number: number, amount_cents: share })),
    });
  return (
    <CaseForm
      title={w.title(invoice.number)}
      close={close}
      submit={w.submit(of(cents ?? 0))}
      onSubmit={send}
      isPending={record.isPending}
      isIncomplete={!cents || !paidOn}
      error={record.error}
      consequence={
        <Stack gap={2}>
          {shares.map(({ number, restCents }) => (
            <Text key={number}>{restCents === 0 ? w.paid(number) : w.partly(number, of(restCents))}</Text>
          ))}
          {leftCents > 0 && <Text>{w.left(of(leftCents))}</Text>}
        </Stack>
      }
    >
      <AmountInput label={w.amount} cents={cents} onChange={setCents} currency={invoice.currency} required autoFocus />
      {(cents ?? 0) > invoice.balance_cents && (
        <Checkbox label={w.others} checked={isShared} onChange={(event) => setShared(event.currentTarget.checked)} />
      )}
      <DayInput label={w.day} value={paidOn} onChange={setPaidOn} maxOn={todayOn} required />
      <Select
        label={w.method}
        data={METHODS.map((value) => ({ value: w.methods[value], label: w.methods[value] }))}
        value={method}
        onChange={setMethod}
        clearable
      />
      <TextInput
        label={w.reference}
        description={w.referenceHint}
        value={reference}
        onChange={(event) => setReference(event.currentTarget.value)}
        maxLength={100}
      />
    </CaseForm>
  );
}
