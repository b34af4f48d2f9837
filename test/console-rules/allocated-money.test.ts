import { expect, it } from 'vitest';
import { owedIn } from '../../console/case/dialogs/share-payment.ts';
import { isShown, planOf, proposedShares } from '../../console/payment/typed-shares.ts';

const item = (number: string, dueOn: string, issuedOn = '2026-09-01') => ({
  ...{ invoice_id: number, number, kind: 'invoice', issued_on: issuedOn, due_on: dueOn },
  ...{ currency: 'EUR', balance_cents: 5_000 },
});

it('money without a wish of the debtor is proposed for what is due first, the oldest first, as the law has it', () => {
  const owed = owedIn('EUR', [
    item('FA-4', '2027-01-10', '2026-01-10'),
    item('FA-3', '2026-10-15', '2026-09-20'),
    item('FA-2', '2026-10-15', '2026-09-10'),
    item('FA-1', '2026-10-01', '2026-09-25'),
  ]);
  expect(owed.map(({ number }) => number)).toEqual(['FA-1', 'FA-2', 'FA-3', 'FA-4']);
  expect(proposedShares(8_000, owed)).toEqual({ 'FA-1': 5_000, 'FA-2': 3_000 });
});

it('of one day it is proposed in proportion to what each owes, to the cent, and the older ones are paid first', () => {
  const of = (number: string, cents: number, dueOn = '2026-10-15') => ({
    ...item(number, dueOn),
    balance_cents: cents,
  });
  const owed = owedIn('EUR', [
    of('FA-3', 10_000),
    of('FA-2', 20_000),
    of('FA-4', 5_000, '2026-11-15'),
    of('FA-1', 100, '2026-10-01'),
  ]);
  expect(proposedShares(10_100, owed)).toEqual({ 'FA-1': 100, 'FA-2': 6_667, 'FA-3': 3_333 });
  expect(proposedShares(31_000, owed)).toEqual({ 'FA-1': 100, 'FA-2': 20_000, 'FA-3': 10_000, 'FA-4': 900 });
  expect(proposedShares(101, owed)).toEqual({ 'FA-1': 100, 'FA-2': 1 });
});

const OWED = [
  { number: 'FA-1', balanceCents: 5_000 },
  { number: 'FA-2', balanceCents: 5_000 },
];

it('a person may share it otherwise, and what stays free is said', () => {
  expect(planOf(8_000, OWED, { 'FA-1': null, 'FA-2': 4_000 })).toEqual({
    shares: [{ number: 'FA-2', cents: 4_000, restCents: 1_000 }],
    leftCents: 4_000,
    isTooMuch: false,
  });
});

it('no invoice takes more than it owes, and no more is shared out than there is', () => {
  expect(planOf(8_000, OWED, { 'FA-1': 5_001 }).isTooMuch).toBe(true);
  expect(planOf(8_000, OWED, { 'FA-1': 5_000, 'FA-2': 3_001 }).isTooMuch).toBe(true);
  expect(planOf(8_000, OWED, { 'FA-1': 5_000, 'FA-2': 3_000 }).isTooMuch).toBe(false);
});

it('the field of an invoice stays where it is while its amount is cleared to be typed anew', () => {
  const proposed = proposedShares(8_000, OWED);
  expect(isShown(proposed, 'FA-2', 9)).toBe(true);
  expect(isShown({ ...proposed, 'FA-2': null }, 'FA-2', 9)).toBe(true);
  expect(isShown(proposed, 'FA-30', 30)).toBe(false);
  expect(isShown(proposed, 'FA-3', 2)).toBe(true);
});
