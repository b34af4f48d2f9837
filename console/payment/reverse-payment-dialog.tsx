import { Stack, Text } from '@mantine/core';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api, type Schema } from '../api/client.ts';
import { useChange } from '../api/use-change.ts';
import { caseQuery } from '../case/case-data.ts';
import { CaseForm } from '../case/dialogs/case-form.tsx';
import { sayHandedOver } from '../case/dialogs/handed-over.tsx';
import { ReasonInput } from '../fields/reason-input.tsx';
import { useFormats } from '../words/formats.ts';
import { defineWords, useWords } from '../words/words.ts';
import { useMoneyWords } from './use-money-words.ts';

const words = defineWords(
  {
    title: 'Règlement rejeté ou annulé',
    about: (amount: string, day: string, reference: string) => `${amount}, reçu le ${day} (${reference}).`,
    reason: 'Motif (chèque sans provision, prélèvement rejeté, erreur de saisie…)',
    submit: 'Rejeter ce règlement',
    done: (amount: string) => `Règlement de ${amount} rejeté.`,
    free: (amount: string) => `${amount} quittent le crédit du client.`,
    already: (reason: string) => `Ce règlement a déjà été rejeté (${reason}).`,
  },
  {
    title: 'Payment returned or cancelled',
    about: (amount: string, day: string, reference: string) => `${amount}, received on ${day} (${reference}).`,
    reason: 'Reason (cheque without funds, debit returned, typing error…)',
    submit: 'Reverse this payment',
    done: (amount: string) => `Payment of ${amount} reversed.`,
    free: (amount: string) => `${amount} leave the customer’s credit.`,
    already: (reason: string) => `This payment was reversed already (${reason}).`,
  },
);

/** Reverses a payment that was returned or entered by mistake: what it had paid is owed again. */
export function ReversePaymentDialog({ externalId, close }: { externalId: string; close: () => void }) {
  const w = useWords(words);
  const { money, day } = useFormats();
  const [reason, setReason] = useState('');
  const [ownId] = useState(() => `console-${crypto.randomUUID()}`);
  const params = { path: { external_id: externalId } };
  const { data: payment } = useQuery({
    queryKey: ['payments', externalId],
    queryFn: () => answerOf(api.GET('/v1/payments/{external_id}', { params })),
  });
  const amount = payment ? money(payment.amount_cents, payment.currency) : '';
  const reverse = useChange({
    run: () => {
      const body = { external_id: ownId, reason: reason.trim() };
      return answerOf(api.POST('/v1/payments/{external_id}/reversal', { params, body }));
    },
    done: () => w.done(amount),
    onDone: ({ handed_over: gone }) => sayHandedOver(gone),
    onDoneHere: close,
    showsError: true,
  });
  return (
    <CaseForm
      title={w.title}
      close={close}
      submit={w.submit}
      onSubmit={() => reverse.mutate(undefined)}
      isPending={reverse.isPending}
      isIncomplete={!payment || payment.reversal !== null || reason.trim() === ''}
      error={reverse.error}
      consequence={payment && <WhatIsOwed payment={payment} />}
    >
      {payment && <Text>{w.about(amount, day(payment.paid_on), payment.method ?? payment.external_id)}</Text>}
      <ReasonInput label={w.reason} value={reason} onChange={setReason} isFirst />
    </CaseForm>
  );
}

function WhatIsOwed({ payment }: { payment: Schema<'Payment'> }) {
  const w = useWords(words);
  const { money } = useFormats();
  const { reversal, currency, unallocated_cents: freeCents } = payment;
  const { afterReversal } = useMoneyWords(currency);
  const paid = paidOf(payment.allocations);
  const cases = useQueries({ queries: paid.map(({ id }) => caseQuery(id)) });
  if (reversal) return <Text>{w.already(reversal.reason)}</Text>;
  return (
    <Stack gap={2}>
      {paid.map(({ id, number, backCents }, at) => {
        const invoice = cases[at]?.data?.data;
        const claim = { number, status: invoice?.dunning.status ?? null, holds: invoice?.dunning.holds ?? [] };
        const owedCents = (invoice?.balance_cents ?? 0) + backCents;
        return <Text key={id}>{afterReversal(claim, { backCents, owedCents })}</Text>;
      })}
      {freeCents > 0 && <Text>{w.free(money(freeCents, currency))}</Text>}
    </Stack>
  );
}

/** What each invoice received of the payment, summed per invoice. */
function paidOf(allocations: Schema<'Payment'>['allocations']) {
  const paid = new Map<string, { id: string; number: string; backCents: number }>();
  for (const { invoice_id: id, invoice_number: number, amount_cents: cents } of allocations)
    paid.set(id, { id, number, backCents: (paid.get(id)?.backCents ?? 0) + cents });
  return [...paid.values()];
}
