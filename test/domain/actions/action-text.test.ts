import { expect, it } from 'vitest';
import {
  brokenPromiseTitle,
  callAgainTitle,
  disputeTitle,
  earlyReversalTitle,
  EXHAUSTED_TITLE,
} from '../../../domain/actions/task-titles.ts';
import { actionText } from '../../../api/actions/action-text.ts';
import type { Language } from '../../../domain/reminder-content.ts';
import type { ActionRow } from '../../../facts/actions/action-row.ts';

/** R1 by mail to Martin about so many invoices of €100. */
function aboutInvoices(count: number, how: object = {}, language: Language = 'fr'): string {
  const numbers = Array.from({ length: count }, (_, index) => `F-${String(index + 1)}`);
  const row = {
    title: null,
    kind: 'email',
    letterKind: null,
    level: 1,
    currency: 'EUR',
    state: 'open',
    messageId: null,
    messages: [],
    customer: { name: 'Martin' },
    invoices: numbers.map((number) => ({ invoice: { number, balanceCents: 10_000, currency: 'EUR' } })),
    ...how,
  };
  return actionText(row as unknown as ActionRow, language);
}

it('names three invoices and counts those that it does not name, one as one and several as several', () => {
  expect(aboutInvoices(1)).toBe('Relance R1 par courriel – Martin – F-1 (100,00\u00a0€)');
  expect(aboutInvoices(3)).toBe('Relance R1 par courriel – Martin – F-1, F-2, F-3 (300,00\u00a0€)');
  expect(aboutInvoices(4)).toBe('Relance R1 par courriel – Martin – F-1, F-2, F-3 et 1 autre (400,00\u00a0€)');
  expect(aboutInvoices(5)).toBe('Relance R1 par courriel – Martin – F-1, F-2, F-3 et 2 autres (500,00\u00a0€)');
});

it.each([
  ['ere_simple', 'par envoi recommandé électronique'],
  ['lre_qualified', 'par lettre recommandée électronique'],
])('calls %s by the name that it has everywhere: %s', (letterKind, called) => {
  expect(aboutInvoices(1, { kind: 'letter', letterKind })).toBe(`Relance R1 ${called} – Martin – F-1 (100,00\u00a0€)`);
});

it('says the same in English, with the amount as it is written there', () => {
  expect(aboutInvoices(1, {}, 'en')).toBe('Reminder R1 by e-mail – Martin – F-1 (€100.00)');
  expect(aboutInvoices(5, { level: 0, kind: 'letter', letterKind: 'registered' }, 'en')).toBe(
    'Preventive reminder by registered letter – Martin – F-1, F-2, F-3 and 2 others (€500.00)',
  );
});

it('says the product’s own titles in the language, and leaves what a person typed', () => {
  const about = (how: object) => aboutInvoices(1, { attentionCode: null, attentionText: null, ...how }, 'en');
  expect(about({ origin: 'promise_broken', title: brokenPromiseTitle('A-1') })).toBe('Promise broken: call about A-1');
  expect(about({ origin: 'dispute_review', title: disputeTitle('F-1') })).toBe('Dispute to follow up: F-1');
  expect(about({ origin: 'exhausted', title: EXHAUSTED_TITLE })).toMatch(/^Reminders exhausted: /);
  expect(about({ origin: 'task', kind: 'call', title: callAgainTitle('Martin') })).toBe('Call Martin again');
  expect(about({ origin: 'task', kind: 'task', title: 'Rappeler Martin' })).toBe('Rappeler Martin');
  expect(about({ origin: 'task', title: earlyReversalTitle('P-1', 'Compte clos') })).toBe(
    'Reversal received before its payment P-1: see to it that this arrives (Compte clos)',
  );
  expect(about({ origin: 'specific_action', title: EXHAUSTED_TITLE })).toBe(EXHAUSTED_TITLE);
});
