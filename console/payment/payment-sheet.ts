import type { Cells, SheetColumn } from '../table/sheet.ts';
import { defineWords } from '../words/words.ts';

/** Headings and states of the exported file of payments. */
export const paymentSheetWords = defineWords(
  { state: 'Statut', received: 'Encaissé', reversed: 'Rejeté', reversedAmount: 'Montant rejeté' },
  { state: 'Status', received: 'Received', reversed: 'Reversed', reversedAmount: 'Amount reversed' },
);

const isReversed = (cells: Cells): boolean => Boolean(cells['reversal_reversed_at']);

/**
 * Tells reversed payments apart in the file: each has its state, and its amount stands in a column of its own, so that
 * the sum of the amounts is what was really received.
 */
export function withReversals(columns: readonly SheetColumn[], w: (typeof paymentSheetWords)['fr']): SheetColumn[] {
  const of = (isShown: (cells: Cells) => boolean) => ({
    money: (cells: Cells) => (isShown(cells) ? cells['amount_cents'] : undefined),
  });
  const state = { text: (cells: Cells) => (isReversed(cells) ? w.reversed : w.received) };
  return columns.flatMap((column) =>
    'id' in column && column.id === 'amount'
      ? [
          { header: w.state, meta: { sheet: state } },
          { header: column.header, meta: { sheet: of((cells) => !isReversed(cells)) } },
          { header: w.reversedAmount, meta: { sheet: of(isReversed) } },
        ]
      : [column],
  );
}
