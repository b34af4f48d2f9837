import { expect, it } from 'vitest';
import { type Found, searchGroups } from '../../console/frame/search-groups.ts';

// Ctrl-K finds everything that has a page of its own.

const party = { id: 't-1', name: 'Étude Leroy', unpaid_count: 2, unpaid_cents: 300_00 };
const customer = { id: 'c-1', name: 'SARL Blanc', reference: 'C-7', balance_cents: 12_00, currency: 'EUR' };
const formats = {
  language: 'fr',
  money: (cents: number) => `${String(cents / 100)} €`,
  day: (on: string) => `le ${on}`,
  count: (count: number, one: string, many: string) => `${String(count)} ${count < 2 ? one : many}`,
} as const;
const shown = (found: Partial<Found>) =>
  searchGroups({ invoices: [], customers: [], payments: [], thirdParties: [], ...found }, formats).filter(
    ({ lines }) => lines.length > 0,
  );

it('a referrer and a notary, with how many of their files are unpaid and the way to them', () => {
  const line = { id: 't-1', label: 'Étude Leroy', description: '2 dossiers impayés', path: '/tiers/t-1' };
  expect(shown({ thirdParties: [party] })).toEqual([{ group: 'Prescripteurs et notaires', lines: [line] }]);
});

it('a customer by his name, with his reference and what he owes', () => {
  const line = { id: 'c-1', label: 'SARL Blanc', description: 'C-7 · 12 €', path: '/clients/c-1' };
  expect(shown({ customers: [customer] })).toEqual([{ group: 'Clients', lines: [line] }]);
});

it('a payment by the bank’s reference, with who paid how much and when, and the way to his payments', () => {
  const payment = {
    id: 'p-1',
    external_id: 'VIR-118',
    customer,
    amount_cents: 400_00,
    currency: 'EUR',
    paid_on: '2026-11-12',
  };
  const line = {
    id: 'p-1',
    label: 'VIR-118',
    description: 'SARL Blanc · 400 € · le 2026-11-12',
    path: '/clients/c-1?tab=payments',
  };
  expect(shown({ payments: [payment] })).toEqual([{ group: 'Règlements', lines: [line] }]);
});
