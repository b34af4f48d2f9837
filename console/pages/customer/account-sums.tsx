import { Select, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Schema } from '../../api/client.ts';
import { useAddress } from '../../frame/use-address.ts';
import { useFormats } from '../../words/formats.ts';
import { defineWords, useWords } from '../../words/words.ts';
import type { AccountData } from './account.ts';
import classes from './customer.module.css';
import { FreeMoneyButton } from './free-money-button.tsx';

const words = defineWords(
  {
    left: 'Reste dû',
    overdue: 'En retard',
    credits: 'Avoirs disponibles',
    unallocated: 'Règlements non affectés',
    balance: 'Solde',
    currency: 'Devise',
  },
  {
    left: 'Left to pay',
    overdue: 'Overdue',
    credits: 'Credit left',
    unallocated: 'Money not allocated',
    balance: 'Balance',
    currency: 'Currency',
  },
);

interface AccountSumsProps {
  customer: Schema<'Customer'>;
  account: AccountData | undefined;
  children: ReactNode;
}

/**
 * The totals of the account in one currency. The balance is that of the statement and the aged balance: unallocated
 * money is deducted.
 */
export function AccountSums({ customer, account, children }: AccountSumsProps) {
  const w = useWords(words);
  const { money } = useFormats();
  const { set } = useAddress();
  const currency = account?.currency ?? customer.currency;
  const items = account?.items ?? [];
  const currencies = [...new Set([currency, ...items.map((item) => item.currency)])];
  const credits = items
    .filter((item) => item.kind === 'credit_note' && item.currency === currency)
    .reduce((sum, { balance_cents }) => sum - balance_cents, 0);
  const leftCents = account?.balance_cents ?? customer.balance_cents;
  const freeCents = account?.unallocated_cents ?? 0;
  const sums = [
    [w.left, leftCents],
    [w.overdue, account?.overdue_cents ?? customer.overdue_cents],
    ...(credits > 0 ? [[w.credits, credits] as const] : []),
    ...(freeCents > 0
      ? ([
          [w.unallocated, freeCents],
          [w.balance, leftCents - freeCents],
        ] as const)
      : []),
  ] as const;
  return (
    <div className={classes.sums}>
      {sums.map(([name, cents]) => (
        <div key={name}>
          <Text c="dimmed" size="xs">
            {name}
          </Text>
          <span className={classes.sum}>{money(cents, currency)}</span>
        </div>
      ))}
      {account && <FreeMoneyButton customerId={customer.id} account={account} />}
      {currencies.length > 1 && (
        <Select
          label={w.currency}
          size="xs"
          w={90}
          allowDeselect={false}
          data={currencies}
          value={currency}
          onChange={(chosen) => set({ currency: chosen })}
        />
      )}
      {children}
    </div>
  );
}
