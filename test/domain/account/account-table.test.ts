import fc from 'fast-check';
import { expect, it } from 'vitest';
import { accountTables, type FreeMoney } from '../../../domain/account/account-table.ts';
import type { LetterItem } from '../../../domain/reminder-content.ts';
import { aContent, anItem } from '../../letters/sample-content.ts';

const on = fc.integer({ min: 1, max: 28 }).map((day) => `2026-11-${String(day).padStart(2, '0')}`);
const currency = fc.constantFrom('EUR', 'USD', 'CHF');
const cents = fc.integer({ min: 1, max: 9_000_000 });

const items = fc
  .array(
    fc.record({
      currency,
      of: cents,
      paid: cents,
      kind: fc.constantFrom('invoice', 'credit_note'),
      on,
      late: fc.integer({ min: -30, max: 200 }),
    }),
    { maxLength: 12 },
  )
  .map((all): LetterItem[] =>
    all.map(({ of, paid, kind, late, on: issuedOn, ...rest }, index) => {
      const total = of + paid;
      return anItem({
        ...{
          ...rest,
          kind,
          issuedOn,
          number: `F-${index}`,
          totalCents: total,
          balanceCents: kind === 'invoice' ? of : -of,
        },
        ...(kind === 'invoice' ? { dueOn: issuedOn, daysLate: late } : { dueOn: null, daysLate: 0 }),
      });
    }),
  );
const money: fc.Arbitrary<FreeMoney[]> = fc.array(fc.record({ paidOn: on, currency, unallocatedCents: cents }), {
  maxLength: 4,
});

const centsOf = (text: string) => Number(text.replaceAll(/[^\d\u2212]/g, '').replace('\u2212', '-'));
const sum = (all: readonly number[]) => all.reduce((before, one) => before + one, 0);

it('a statement of account adds up, line by line and in each currency, whatever is open', () => {
  fc.assert(
    fc.property(items, money, (open, free) => {
      const tables = accountTables(aContent(), open, free);
      const currencies = new Set([...open, ...free].map((one) => one.currency));
      expect(tables.map((table) => table.currency)).toEqual([
        ...(currencies.has('EUR') ? ['EUR'] : []),
        ...[...currencies].filter((one) => one !== 'EUR').toSorted(),
      ]);
      for (const table of tables) {
        const mine = open.filter((item) => item.currency === table.currency);
        const paid = free.filter((one) => one.currency === table.currency);
        expect(table.rows).toHaveLength(mine.length + paid.length);
        expect(sum(table.rows.map(({ balance }) => centsOf(balance)))).toBe(table.totalCents);
        expect(table.totalCents).toBe(
          sum(mine.map((item) => item.balanceCents)) - sum(paid.map((one) => one.unallocatedCents)),
        );
        for (const { total, settled, balance } of table.rows)
          if (total !== '') expect(centsOf(total) - centsOf(settled)).toBe(centsOf(balance));
      }
    }),
  );
});

it('names what is late, which claim is suspended, and from when a payment waits, the oldest debt first', () => {
  const open = [
    anItem({ number: 'F-2', dueOn: '2026-11-30', daysLate: -8, balanceCents: 10_00 }),
    anItem({ number: 'F-1', dueOn: '2026-10-06', daysLate: 47, balanceCents: 20_00, held: 'contestée' }),
    anItem({
      number: 'AV-1',
      kind: 'credit_note',
      issuedOn: '2026-11-02',
      dueOn: null,
      daysLate: 0,
      balanceCents: -5_00,
      held: 'suspendu',
    }),
  ];
  const [table] = accountTables(aContent(), open, [{ paidOn: '2026-11-12', currency: 'EUR', unallocatedCents: 3_00 }]);
  expect(table!.rows.map(({ number, daysLate, note }) => [number, daysLate, note])).toEqual([
    ['F-1', '47\u00a0jours', 'contestée'],
    ['Avoir AV-1', '', null],
    ['F-2', '', null],
    ['Règlement non affecté', '', null],
  ]);
  expect([table!.total, table!.overdue]).toEqual(['22,00\u00a0€', '20,00\u00a0€']);
});

it('of a thousand items and more the rest is summed up in one line', () => {
  const open = Array.from({ length: 1_002 }, (_, index) => anItem({ number: `F-${index}`, balanceCents: 1_00 }));
  const [table] = accountTables(aContent({ language: 'en' }), open, []);
  expect([table!.rows.length, table!.moreItems, table!.totalCents]).toEqual([
    1_000,
    '… and 2 more items, included in the total',
    1_002_00,
  ]);
});

it('lists free payments by their day, with nothing in the columns of a claim, and counts them among the rows left out', () => {
  const free = ['2026-11-20', '2026-11-03', '2026-11-12'].map((paidOn) => ({
    paidOn,
    currency: 'EUR',
    unallocatedCents: 1_00,
  }));
  const [short] = accountTables(aContent(), [anItem({ totalCents: 5_00, balanceCents: 5_00 })], free);
  expect(short!.rows.map(({ issuedOn, dueOn, settled }) => [issuedOn, dueOn === '', settled])).toEqual([
    [short!.rows[0]!.issuedOn, false, ''],
    ['03/11/2026', true, ''],
    ['12/11/2026', true, ''],
    ['20/11/2026', true, ''],
  ]);
  expect(short!.moreItems).toBeNull();
  const open = Array.from({ length: 999 }, (_, index) => anItem({ number: `F-${index}`, balanceCents: 1_00 }));
  expect(accountTables(aContent(), open, free)[0]!.moreItems).toBe('… et 2 autres pièces, comprises dans le total');
});
