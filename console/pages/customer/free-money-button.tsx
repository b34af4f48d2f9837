import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import { AllocateDialog } from '../../payment/allocate-dialog.tsx';
import { type FreeMoney, freeOfCreditNote, freeOfPayment, isFreeCreditNote } from '../../payment/free-money.ts';
import { useFreePayments } from '../../payment/payments.ts';
import { useFormats } from '../../words/formats.ts';
import { defineWords, useWords } from '../../words/words.ts';
import type { AccountData } from './account.ts';

const words = defineWords(
  {
    allocate: 'Affecter…',
    payment: (label: string, day: string, amount: string) => `Règlement du ${day} (${label})\u00a0: ${amount}`,
    credit_note: (label: string, day: string, amount: string) => `Avoir ${label} du ${day}\u00a0: ${amount}`,
  },
  {
    allocate: 'Allocate…',
    payment: (label: string, day: string, amount: string) => `Payment of ${day} (${label}): ${amount}`,
    credit_note: (label: string, day: string, amount: string) => `Credit note ${label} of ${day}: ${amount}`,
  },
);

interface FreeMoneyButtonProps {
  customerId: string;
  account: AccountData;
}

/** Chooses which payment or credit note to allocate, among those with money left in the account's currency. */
export function FreeMoneyButton({ customerId, account }: FreeMoneyButtonProps) {
  const w = useWords(words);
  const { money, day } = useFormats();
  const [chosen, setChosen] = useState<FreeMoney | null>(null);
  const { data: payments } = useFreePayments(customerId, account.unallocated_cents > 0);
  const all = [...(payments ?? []).map(freeOfPayment), ...account.items.filter(isFreeCreditNote).map(freeOfCreditNote)]
    .filter(({ currency }) => currency === account.currency)
    .toSorted((a, b) => a.on.localeCompare(b.on));
  if (all.length === 0 && !chosen) return null;
  return (
    <>
      <Menu position="bottom-start" shadow="md">
        <Menu.Target>
          <Button variant="default" size="compact-sm">
            {w.allocate}
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah={360} style={{ overflow: 'auto' }}>
          {all.map((free) => (
            <Menu.Item key={`${free.kind} ${free.name}`} onClick={() => setChosen(free)}>
              {w[free.kind](free.label, day(free.on), money(free.cents, free.currency))}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {chosen && <AllocateDialog money={chosen} customerId={customerId} close={() => setChosen(null)} />}
    </>
  );
}
