import { Checkbox, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { CaseForm } from '../case/dialogs/case-form.tsx';
import type { Owed } from '../case/dialogs/share-payment.ts';
import { useRecordPayment } from '../case/dialogs/use-record-payment.ts';
import { useFormats } from '../words/formats.ts';
import { useWords } from '../words/words.ts';
import { blankPayment, PaymentFields, type TypedPayment } from './payment-fields.tsx';
import { owedFrom, paymentPlan } from './payment-plan.ts';
import { paymentWords } from './payment-words.ts';
import { PerhapsKnown } from './perhaps-known.tsx';
import { Shares } from './shares.tsx';
import type { TypedShares } from './typed-shares.ts';
import { useMoneyWords } from './use-money-words.ts';
import { useOwed } from './use-owed.ts';
import type { Claim } from './what-money-does.ts';

interface PaymentFormProps {
  customer: { id: string; name: string; reference: string };
  /** The currencies the customer can pay in, the proposed one first. */
  currencies: readonly [string, ...string[]];
  /** The open invoice of the case in which the payment is entered. */
  first?: Owed & Claim;
  close: () => void;
}

/** Records a payment for one invoice, shared among several, or for none yet. */
export function PaymentForm({ customer, currencies, first, close }: PaymentFormProps) {
  const w = useWords(paymentWords);
  const { money, todayOn } = useFormats();
  const [typed, set] = useState(() => blankPayment(currencies[0], first?.balanceCents ?? null, todayOn));
  const [isShared, setShared] = useState(!first);
  const [shares, setShares] = useState<TypedShares | null>(null);
  const [ownId] = useState(() => `console-${crypto.randomUUID()}`);
  const { currency } = typed;
  const debts = useOwed(customer.id, currency);
  const owed = owedFrom(first ?? null, debts?.owed);
  const cents = typed.cents ?? 0;
  const plan = paymentPlan({ cents, owed: owed ?? [], first: first ?? null, isShared, typed: shares });
  const of = (amount: number) => money(amount, currency);
  const claimOf = (number: string) => (number === first?.number ? first : debts?.claimOf(number));
  const record = useRecord(typed, plan.shares, close);
  const change = (part: Partial<TypedPayment>) => {
    // The shares typed for invoices in one currency do not apply to another.
    if (part.currency) setShares(null);
    set({ ...typed, ...part });
  };
  return (
    <CaseForm
      title={w.title(first?.number ?? customer.name)}
      close={close}
      size="lg"
      hasStickyButtons
      submit={w.submit(of(cents))}
      onSubmit={() =>
        record.mutate({
          external_id: typed.reference.trim() || ownId,
          amount_cents: cents,
          currency,
          paid_on: typed.paidOn ?? todayOn,
          method: typed.method,
          customer_reference: customer.reference,
          allocations: plan.shares.map((share) => ({ invoice_number: share.number, amount_cents: share.cents })),
        })
      }
      isPending={record.isPending}
      isIncomplete={cents <= 0 || !typed.paidOn || plan.isTooMuch || (isShared && !owed)}
      error={record.error}
      consequence={cents > 0 && <WhatComesOfIt plan={plan} cents={cents} currency={currency} claimOf={claimOf} />}
    >
      <PaymentFields typed={typed} set={change} currencies={currencies} />
      <PerhapsKnown customerId={customer.id} typed={typed} />
      <Checkbox
        label={first ? w.several : w.now}
        checked={isShared}
        onChange={(event) => setShared(event.currentTarget.checked)}
      />
      {isShared && owed?.length === 0 && <Text size="sm">{w.none}</Text>}
      {isShared && owed && owed.length > 0 && (
        <>
          <Text size="sm">{first ? w.firstOfCase : w.order}</Text>
          <Shares owed={owed} typed={plan.wanted} set={setShares} currency={currency} leftCents={plan.leftCents} />
        </>
      )}
    </CaseForm>
  );
}

function useRecord(
  { cents, currency, reference }: TypedPayment,
  shares: readonly { number: string }[],
  close: () => void,
) {
  const w = useWords(paymentWords);
  const { money } = useFormats();
  const { afterUndo } = useMoneyWords(currency);
  const said = {
    done: w.done(money(cents ?? 0, currency)),
    known: w.known(reference.trim()),
    undone: w.undone,
    reversed: afterUndo(
      'payment',
      shares.map(({ number }) => number),
    ),
  };
  return useRecordPayment(said, reference.trim() === '', close);
}

interface WhatComesOfItProps {
  plan: ReturnType<typeof paymentPlan>;
  cents: number;
  currency: string;
  claimOf: (number: string) => Claim | undefined;
}

function WhatComesOfIt({ plan, cents, currency, claimOf }: WhatComesOfItProps) {
  const w = useWords(paymentWords);
  const { money } = useFormats();
  const { after } = useMoneyWords(currency);
  if (plan.isTooMuch) return <Text>{w.tooMuch(money(cents, currency))}</Text>;
  return (
    <Stack gap={2}>
      {plan.shares.map(({ number, restCents }) => {
        const claim = claimOf(number);
        return <Text key={number}>{claim && after(claim, restCents)}</Text>;
      })}
      {plan.leftCents > 0 && <Text>{w.left(money(plan.leftCents, currency))}</Text>}
    </Stack>
  );
}
