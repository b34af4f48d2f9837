import { expect, it } from 'vitest';
import { owedFrom, paymentPlan } from '../../console/payment/payment-plan.ts';

// One transfer for several invoices, or for none yet: each invoice gets the amount that was typed.

const A = { number: 'FA-1', balanceCents: 100_000 };
const B = { number: 'FA-2', balanceCents: 100_000 };
const entered = (more: object = {}) =>
  paymentPlan({ cents: 50_000, owed: [A, B], first: A, isShared: false, typed: null, ...more });

it('from a case the money is that invoice’s, and what is beyond it stays free until it is shared', () => {
  expect(entered()).toMatchObject({ shares: [{ number: 'FA-1', cents: 50_000, restCents: 50_000 }], leftCents: 0 });
  const more = { cents: 130_000 };
  expect(entered(more)).toMatchObject({ shares: [{ number: 'FA-1' }], leftCents: 30_000 });
  expect(entered({ ...more, isShared: true }).shares.map(({ number, cents }) => [number, cents])).toEqual([
    ['FA-1', 100_000],
    ['FA-2', 30_000],
  ]);
});

it('a debtor who pays a part of each has it so, under the one reference', () => {
  const plan = entered({ isShared: true, typed: { 'FA-1': 30_000, 'FA-2': 20_000 } });
  expect(plan).toMatchObject({ leftCents: 0, isTooMuch: false });
  expect(plan.shares.map(({ cents, restCents }) => [cents, restCents])).toEqual([
    [30_000, 70_000],
    [20_000, 80_000],
  ]);
});

it('more than came, or than an invoice owes, is not recorded', () => {
  expect(entered({ isShared: true, typed: { 'FA-1': 30_000, 'FA-2': 20_001 } }).isTooMuch).toBe(true);
  expect(entered({ cents: 200_000, isShared: true, typed: { 'FA-2': 100_001 } }).isTooMuch).toBe(true);
});

it('of a customer who named nothing the oldest is proposed, and none has to be taken', () => {
  const ofCustomer = { first: null, isShared: true };
  expect(entered(ofCustomer).shares).toMatchObject([{ number: 'FA-1', cents: 50_000 }]);
  expect(entered({ ...ofCustomer, typed: { 'FA-1': null } })).toMatchObject({ shares: [], leftCents: 50_000 });
  expect(entered({ first: null })).toMatchObject({ shares: [], leftCents: 50_000, isTooMuch: false });
  expect(entered({ ...ofCustomer, owed: [] })).toMatchObject({ shares: [], leftCents: 50_000 });
});

it('the invoice of the case comes first, as it is before the others are known, and stands once', () => {
  expect(owedFrom(B, undefined)).toEqual([B]);
  expect(owedFrom(B, [A, B])).toEqual([B, A]);
  expect(owedFrom(null, [A, B])).toEqual([A, B]);
  expect(owedFrom(null, undefined)).toBeUndefined();
});
