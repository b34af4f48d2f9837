import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Owed } from '../case/dialogs/share-payment.ts';
import { AmountInput } from '../fields/amount-input.tsx';
import { useFormats } from '../words/formats.ts';
import { defineWords, useWords } from '../words/words.ts';
import { isShown, type TypedShares } from './typed-shares.ts';

const words = defineWords(
  {
    owed: (number: string, rest: string) => `${number} (reste dû ${rest})`,
    writtenOff: (number: string, rest: string) => `${number} (passée en perte, reste dû ${rest})`,
    more: 'Voir toutes ses factures',
  },
  {
    owed: (number: string, rest: string) => `${number} (${rest} left to pay)`,
    writtenOff: (number: string, rest: string) => `${number} (written off, ${rest} left to pay)`,
    more: 'Show all their invoices',
  },
);

interface SharesProps {
  owed: readonly Owed[];
  typed: TypedShares;
  set: (typed: TypedShares) => void;
  currency: string;
}

/** One field for each invoice: how much of the money it takes. */
export function Shares({ owed, typed, set, currency }: SharesProps) {
  const w = useWords(words);
  const { money } = useFormats();
  const [isWhole, setWhole] = useState(false);
  const shown = owed.filter(({ number }, index) => isWhole || isShown(typed, number, index));
  return (
    <>
      {shown.map(({ number, balanceCents, isWrittenOff }) => (
        <AmountInput
          key={number}
          label={(isWrittenOff ? w.writtenOff : w.owed)(number, money(balanceCents, currency))}
          cents={typed[number] ?? null}
          onChange={(cents) => set({ ...typed, [number]: cents })}
          currency={currency}
        />
      ))}
      {shown.length < owed.length && (
        <Button variant="subtle" onClick={() => setWhole(true)}>
          {w.more}
        </Button>
      )}
    </>
  );
}
