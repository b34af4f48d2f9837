import { expect, it } from 'vitest';
import { actionText } from '../../../api/actions/action-text.ts';
import type { ActionRow } from '../../../facts/actions/action-row.ts';

/** R1 by mail to Martin about so many invoices of €100. */
function aboutInvoices(count: number, how: object = {}): string {
  const numbers = Array.from({ length: count }, (_, index) => `F-${String(index + 1)}`);
  return actionText({
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
  } as unknown as ActionRow);
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
