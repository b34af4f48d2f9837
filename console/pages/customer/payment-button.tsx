import { Button } from '@mantine/core';
import { IconCashBanknote } from '@tabler/icons-react';
import { useState } from 'react';
import type { Schema } from '../../api/client.ts';
import { PaymentForm } from '../../payment/payment-form.tsx';
import { defineWords, useWords } from '../../words/words.ts';
import type { AccountData } from './account.ts';

const words = defineWords({ payment: 'Règlement reçu…' }, { payment: 'Payment received…' });

interface PaymentButtonProps {
  customer: Schema<'Customer'>;
  account: AccountData | undefined;
}

/** Records money from the customer, for the invoices named, the oldest ones, or none yet. */
export function PaymentButton({ customer, account }: PaymentButtonProps) {
  const w = useWords(words);
  const [isTyping, setTyping] = useState(false);
  const currency = account?.currency ?? customer.currency;
  const others = new Set((account?.items ?? []).map((item) => item.currency).filter((one) => one !== currency));
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconCashBanknote size={15} aria-hidden />}
        onClick={() => setTyping(true)}
      >
        {w.payment}
      </Button>
      {isTyping && (
        <PaymentForm customer={customer} currencies={[currency, ...others]} close={() => setTyping(false)} />
      )}
    </>
  );
}
