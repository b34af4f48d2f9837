import { expect, it } from 'vitest';
import { missingCents, type StandingPromise } from '../../../domain/holds/promise.ts';

// What is still missing of promises in force: each cent counts for one of them only.

const promise = (id: string, amountCents: number, promisedOn: string, settledAtStartCents = 0): StandingPromise => ({
  id,
  amountCents,
  promisedOn,
  settledAtStartCents,
});

const missing = (promises: StandingPromise[], settledCents: number) =>
  Object.fromEntries(missingCents(promises, settledCents));

it('is all of it until money comes, and what is left after a part of it came', () => {
  expect(missing([promise('one', 600, '2026-12-10')], 0)).toEqual({ one: 600 });
  expect(missing([promise('one', 600, '2026-12-10')], 500)).toEqual({ one: 100 });
});

it('counts nothing that had come before the promise was made', () => {
  expect(missing([promise('one', 600, '2026-12-10', 500)], 500)).toEqual({ one: 600 });
});

it('goes to the earliest day first', () => {
  const both = [promise('later', 400, '2027-01-10'), promise('first', 400, '2026-12-10')];
  expect(missing(both, 300)).toEqual({ first: 100, later: 400 });
  expect(missing(both, 500)).toEqual({ first: 0, later: 300 });
});
