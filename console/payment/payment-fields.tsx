import { Group, Select, TextInput } from '@mantine/core';
import { AmountInput } from '../fields/amount-input.tsx';
import { DayInput } from '../fields/day-input.tsx';
import { useFormats } from '../words/formats.ts';
import { useWords } from '../words/words.ts';
import { paymentWords } from './payment-words.ts';

const METHODS = ['transfer', 'cheque', 'card', 'direct_debit', 'cash'] as const;

export interface TypedPayment {
  /** Integer cents of the currency. */
  cents: number | null;
  currency: string;
  /** Local day. */
  paidOn: string | null;
  method: string | null;
  reference: string;
}

export const blankPayment = (currency: string, cents: number | null, todayOn: string): TypedPayment => ({
  cents,
  currency,
  paidOn: todayOn,
  method: null,
  reference: '',
});

interface PaymentFieldsProps {
  typed: TypedPayment;
  set: (part: Partial<TypedPayment>) => void;
  currencies: readonly string[];
}

/** The amount, day, method and reference of a payment. */
export function PaymentFields({ typed, set, currencies }: PaymentFieldsProps) {
  const w = useWords(paymentWords);
  const { todayOn } = useFormats();
  return (
    <>
      <Group align="flex-end" wrap="nowrap" grow preventGrowOverflow={false}>
        <AmountInput
          label={w.amount}
          cents={typed.cents}
          onChange={(cents) => set({ cents })}
          currency={typed.currency}
          required
          autoFocus
        />
        {currencies.length > 1 && (
          <Select
            label={w.currency}
            data={currencies}
            value={typed.currency}
            onChange={(currency) => currency && set({ currency })}
            allowDeselect={false}
            maw={100}
          />
        )}
      </Group>
      <Group align="flex-start" grow preventGrowOverflow={false}>
        <DayInput label={w.day} value={typed.paidOn} onChange={(paidOn) => set({ paidOn })} maxOn={todayOn} required />
        <Select
          label={w.method}
          data={METHODS.map((value) => ({ value: w.methods[value], label: w.methods[value] }))}
          value={typed.method}
          onChange={(method) => set({ method })}
          clearable
        />
      </Group>
      <TextInput
        label={w.reference}
        description={w.referenceHint}
        value={typed.reference}
        onChange={(event) => set({ reference: event.currentTarget.value })}
        maxLength={100}
      />
    </>
  );
}
