import { expect, it } from 'vitest';
import { whereItWent, whereItWentInSheet, type WentWords } from '../../console/payment/where-it-went.ts';
import { rowsOfCsv } from '../../console/table/rows-of-csv.ts';
import { csvLine, flatten } from '../../api/frame/csv.ts';

// The file of payments says for each payment what was not kept: rejected, paid back, or shared among cases.

const SAY: WentWords = {
  reversed: (reason) => `rejeté : ${reason}`,
  share: (number, cents) => `${number} (${cents / 100})`,
  refunded: (cents, on) => `remboursé : ${cents / 100} le ${on}`,
};
const SHARED = {
  reversal: null,
  allocations: [
    { invoice_id: 'a', invoice_number: 'A1-1', amount_cents: 600_00 },
    { invoice_id: 'b', invoice_number: 'A1-2', amount_cents: 100_00 },
  ],
  refunds: [
    { amount_cents: 50_00, paid_on: '2026-11-25', cancelled: null },
    { amount_cents: 7_00, paid_on: '2026-11-26', cancelled: { at: '2026-11-27T08:00:00Z', reason: 'erreur, doublon' } },
  ],
};
const BOUNCED = {
  ...SHARED,
  reversal: { reason: 'chèque impayé', reversed_at: '2026-12-01T08:00:00Z' },
  allocations: [],
};

/** A payment in the form that the API gives it. */
function inFile(payment: typeof SHARED | typeof BOUNCED) {
  const cells = flatten({ ...payment, currency: 'EUR' });
  const [row = {}] = rowsOfCsv(csvLine(Object.keys(cells)) + csvLine(Object.values(cells)));
  return whereItWentInSheet(row, SAY);
}

it('the file says of a payment what the list says', () => {
  expect(inFile(SHARED)).toBe('A1-1 (600), A1-2 (100), remboursé : 50 le 2026-11-25');
  expect(inFile(BOUNCED)).toBe('rejeté : chèque impayé');
  for (const payment of [SHARED, BOUNCED])
    expect(
      whereItWent(payment, SAY)
        .map(({ text }) => text)
        .join(', '),
    ).toBe(inFile(payment));
});

it('in the list each share leads to its case', () => {
  expect(whereItWent(SHARED, SAY).map(({ invoiceId }) => invoiceId)).toEqual(['a', 'b', null]);
});
