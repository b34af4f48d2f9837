import { Button, Table, Text } from '@mantine/core';
import { useState } from 'react';
import type { Owed } from '../case/dialogs/share-payment.ts';
import { AmountInput } from '../fields/amount-input.tsx';
import { daysBetween } from '../words/days.ts';
import { useFormats } from '../words/formats.ts';
import { withColon } from '../words/joined.ts';
import { defineWords, useWords } from '../words/words.ts';
import classes from './shares.module.css';
import { isShown, type TypedShares } from './typed-shares.ts';

const words = defineWords(
  {
    owed: (number: string, rest: string) => `${number} (reste dû ${rest})`,
    writtenOff: (number: string, rest: string) => `${number} (passée en perte, reste dû ${rest})`,
    invoice: 'Facture',
    due: 'Échéance',
    balance: 'Reste dû',
    share: 'Part',
    lost: 'passée en perte',
    left: 'Reste à répartir',
    tooMuch: 'Réparti en trop',
    more: 'Voir toutes ses factures',
  },
  {
    owed: (number: string, rest: string) => `${number} (${rest} left to pay)`,
    writtenOff: (number: string, rest: string) => `${number} (written off, ${rest} left to pay)`,
    invoice: 'Invoice',
    due: 'Due on',
    balance: 'Left to pay',
    share: 'Share',
    lost: 'written off',
    left: 'Left to share',
    tooMuch: 'Shared too much',
    more: 'Show all their invoices',
  },
);

interface SharesProps {
  owed: readonly Owed[];
  typed: TypedShares;
  set: (typed: TypedShares) => void;
  currency: string;
  /** What is not shared yet. Negative when more is shared than there is. */
  leftCents: number;
}

/** A row for each invoice: since when it is owed, and how much of the money it takes. The last line stays in sight. */
export function Shares({ owed, typed, set, currency, leftCents }: SharesProps) {
  const w = useWords(words);
  const { money, day, lateness, todayOn, language } = useFormats();
  const [isWhole, setWhole] = useState(false);
  const shown = owed.filter(({ number }, index) => isWhole || isShown(typed, number, index));
  const late = (dueOn: string) => lateness(daysBetween(dueOn, todayOn));
  return (
    <>
      <Table verticalSpacing={4} horizontalSpacing={6} fz="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{w.invoice}</Table.Th>
            <Table.Th>{w.due}</Table.Th>
            <Table.Th ta="right">{w.balance}</Table.Th>
            <Table.Th w={140}>{w.share}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.map(({ number, balanceCents, dueOn, isWrittenOff }) => (
            <Table.Tr key={number}>
              <Table.Td>
                {number}
                {isWrittenOff && <Text size="xs">{w.lost}</Text>}
              </Table.Td>
              <Table.Td>
                {dueOn && day(dueOn)}
                {dueOn && (
                  <Text size="xs" c="dimmed">
                    {late(dueOn)}
                  </Text>
                )}
              </Table.Td>
              <Table.Td ta="right" className="amount">
                {money(balanceCents, currency)}
              </Table.Td>
              <Table.Td>
                <AmountInput
                  label={(isWrittenOff ? w.writtenOff : w.owed)(number, money(balanceCents, currency))}
                  isLabelHidden
                  cents={typed[number] ?? null}
                  onChange={(cents) => set({ ...typed, [number]: cents })}
                  currency={currency}
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {shown.length < owed.length && (
        <Button variant="subtle" onClick={() => setWhole(true)}>
          {w.more}
        </Button>
      )}
      <Text className={classes.left} fw={600} role="status" {...(leftCents < 0 ? { c: 'red' } : {})}>
        {withColon(language, leftCents < 0 ? w.tooMuch : w.left, money(Math.abs(leftCents), currency))}
      </Text>
    </>
  );
}
