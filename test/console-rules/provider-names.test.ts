import { expect, it } from 'vitest';
import { providerName, whoDid } from '../../console/providers/provider-names.ts';

/** The stored names of those that carried a message or reported a payment. */
const CODES = ['mailbox', 'resend', 'merci_facteur', 'maileva', 'brevo', 'webhook paiements', 'person'];

it('history says in words which provider told it, in either language, and never its code', () => {
  const told = (name: string) => ({ kind: 'provider', name });
  for (const language of ['fr', 'en'] as const) {
    for (const code of CODES) expect(whoDid(told(code), language)).not.toBe(code);
  }
  expect(whoDid(told('mailbox'), 'fr')).toBe('boîte locale (essai)');
  expect(whoDid(told('mailbox'), 'en')).toBe('local mailbox (test)');
  expect(whoDid(told('merci_facteur'), 'fr')).toBe('Merci Facteur');
  expect(whoDid(told('another'), 'fr')).toBe('another');
});

it('a person keeps the name he has, were it a provider’s code, and what nobody did is said to be automatic', () => {
  expect(whoDid({ kind: 'user', name: 'mailbox' }, 'fr')).toBe('mailbox');
  expect(whoDid({ kind: 'system', name: 'Relance' }, 'fr')).toBe('automatique');
  expect(whoDid({ kind: 'system', name: 'Relance' }, 'en')).toBe('automatic');
  expect(providerName('person', 'fr')).toBe('remis à la main');
});
