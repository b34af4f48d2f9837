import { expect, it } from 'vitest';
import { countedFrom } from '../../console/case/later-steps.ts';
import { owedIn, sharePayment } from '../../console/case/dialogs/share-payment.ts';
import { owedFrom } from '../../console/payment/payment-plan.ts';

it('the later steps count from the day of the next one, or from today when that one waits for a person', () => {
  const from = (dueAt: string) => countedFrom({ due_at: dueAt }, '2026-11-30', 'Europe/Paris');
  expect(from('2026-12-02T08:00:00Z')).toBe('2026-12-02');
  expect(from('2026-11-27T08:00:00Z')).toBe('2026-11-30');
});

const OWED = [
  { number: 'FA-1', balanceCents: 10_000 },
  { number: 'FA-2', balanceCents: 5_000 },
];

it('a payment fills the invoice it is for, then the others, and says what is left', () => {
  expect(sharePayment(12_000, OWED)).toEqual({
    shares: [
      { number: 'FA-1', cents: 10_000, restCents: 0 },
      { number: 'FA-2', cents: 2_000, restCents: 3_000 },
    ],
    leftCents: 0,
  });
  expect(sharePayment(20_000, OWED).leftCents).toBe(5_000);
});

it('a payment in part names only what it reaches', () => {
  expect(sharePayment(4_000, OWED)).toEqual({
    shares: [{ number: 'FA-1', cents: 4_000, restCents: 6_000 }],
    leftCents: 0,
  });
});

it('what is left of a payment goes to invoices of its own currency, those due longest first', () => {
  const item = (number: string, dueOn: string, more: object = {}) => ({
    ...{ invoice_id: number, number, kind: 'invoice', issued_on: '2026-09-01', due_on: dueOn },
    ...{ currency: 'EUR', balance_cents: 5_000 },
    ...more,
  });
  const items = [
    item('FA-3', '2026-11-20'),
    item('FA-USD', '2026-10-01', { currency: 'USD' }),
    item('FA-2', '2026-11-10'),
    item('AV-1', '2026-10-01', { kind: 'credit_note' }),
    item('FA-0', '2026-10-01', { balance_cents: 0 }),
    item('FA-1', '2026-10-15'),
  ];
  const first = { number: 'FA-1', balanceCents: 5_000 };
  const beside = (currency: string) =>
    owedFrom(first, owedIn(currency, items))
      ?.map(({ number }) => number)
      .filter((number) => number !== 'FA-1');
  expect(beside('EUR')).toEqual(['FA-2', 'FA-3']);
  expect(beside('USD')).toEqual(['FA-USD']);
});
