import { expect, it } from 'vitest';
import { searchGroups } from '../../console/frame/search-groups.ts';
import { addresseeOf } from '../../console/messages/to-others.tsx';
import { customerName, customerNameIn, ownNameIn, textWithName } from '../../console/words/customer-name.ts';

// An erased customer has no name any more: the page shows a text in its own language, which it chooses by the erasure mark alone.

const erased = { id: 'c-1', name: 'Client effacé', reference: 'C-7', erased: true };
const namesake = { ...erased, erased: false };
const LANGUAGES = ['fr', 'en'] as const;

it('is said in the page’s language, where he is named and on his card', () => {
  expect(LANGUAGES.map((language) => customerName(erased, language))).toEqual(['Client effacé', 'Erased customer']);
  const card = { name: 'Client effacé', erasure: { erased_by: 'Ada' } };
  expect(LANGUAGES.map((language) => customerName(card, language))).toEqual(['Client effacé', 'Erased customer']);
});

it('leaves everybody else his name, be it the same', () => {
  expect(LANGUAGES.map((language) => customerName(namesake, language))).toEqual(['Client effacé', 'Client effacé']);
  expect(customerName({ name: 'SARL Blanc', erasure: null }, 'en')).toBe('SARL Blanc');
});

it('in the files that the lists make', () => {
  const nameIn = customerNameIn('en');
  expect(nameIn({ customer_name: 'Client effacé', customer_erased: 'true' })).toBe('Erased customer');
  expect(nameIn({ customer_name: 'Client effacé', customer_erased: 'false' })).toBe('Client effacé');
  const ownIn = ownNameIn('en');
  expect(ownIn({ name: 'Client effacé', erasure_erased_at: '2026-11-12T08:00:00Z' })).toBe('Erased customer');
  expect(ownIn({ name: 'Client effacé', erased: 'true' })).toBe('Erased customer');
  expect(ownIn({ name: 'Client effacé', erasure_erased_at: '', erased: 'false' })).toBe('Client effacé');
});

it('in what an action is called', () => {
  const text = 'Relance R2 par courriel – Client effacé – F-1';
  expect(textWithName({ text, customer: erased }, 'en')).toBe('Relance R2 par courriel – Erased customer – F-1');
  expect(textWithName({ text, customer: namesake }, 'en')).toBe(text);
  expect(textWithName({ text: 'Classer', customer: null }, 'en')).toBe('Classer');
});

it('as whom a message went to, unless it went to a third party', () => {
  expect(addresseeOf({ customer: erased, third_party: null }, 'en').name).toBe('Erased customer');
  expect(addresseeOf({ customer: erased, third_party: { id: 't-1', name: 'Étude Leroy' } }, 'en').name).toBe(
    'Étude Leroy',
  );
});

it('wherever the search finds him: himself, his invoices, his payments', () => {
  const sums = { amount_cents: 1, balance_cents: 1, currency: 'EUR' };
  const formats = { language: 'en', money: () => '€0.01', day: () => '12 Nov', count: () => '' } as const;
  const found = searchGroups(
    {
      invoices: [{ id: 'i-1', number: 'F-1', customer: erased, ...sums }],
      customers: [{ id: 'c-1', name: 'Client effacé', reference: 'C-7', erasure: {}, ...sums }],
      payments: [{ id: 'p-1', external_id: 'VIR-1', customer: erased, paid_on: '2026-11-12', ...sums }],
      thirdParties: [],
    },
    formats,
  );
  expect(found.flatMap(({ lines }) => lines.map(({ label, description }) => `${label} · ${description}`))).toEqual([
    'F-1 · Erased customer · €0.01',
    'Erased customer · C-7 · €0.01',
    'VIR-1 · Erased customer · €0.01 · 12 Nov',
  ]);
});
