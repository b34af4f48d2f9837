import { expect, it } from 'vitest';
import { isForRole, statementBody } from '../../console/pages/third-party/statement-body.ts';
import { cardBody, typedCard } from '../../console/third-party/typed-card.ts';
import { listBehind } from '../../console/third-party/list-behind.ts';
import { isOverdue, obstacleOf, tickedWithAll } from '../../console/pages/third-party/may-be-listed.ts';
import { forbidsPayment } from '../../domain/messages/stopping-holds.ts';
import type { UnpaidFile } from '../../console/pages/third-party/unpaid-files.ts';
import { isNeverWritten } from '../../console/pages/third-party/never-written.ts';

it('a referrer who is no professional is never written to, a notary always may be', () => {
  expect(isNeverWritten({ professional: false }, 'referrer')).toBe(true);
  expect(isNeverWritten({ professional: true }, 'referrer')).toBe(false);
  expect(isNeverWritten({ professional: false }, 'notary')).toBe(false);
});

it('whoever deletes a notary’s card is back among the notaries, a referrer’s among the referrers', () => {
  expect(listBehind({ list: 'notary' })).toBe('/notaires');
  expect(listBehind({ list: 'referrer' })).toBe('/prescripteurs');
  for (const unknown of [null, undefined, 'notary', { list: 'elsewhere' }])
    expect(listBehind(unknown)).toBe('/prescripteurs');
});

it('the card says in which language statements are written, French unless said otherwise', () => {
  const bare = { email: null, address: null, professional: true };
  const party = { id: 't', name: 'Étude Bontemps', reference: 'ET-7', language: 'en', ...bare };
  expect(cardBody(typedCard(party))).toMatchObject({ name: 'Étude Bontemps', reference: 'ET-7', language: 'en' });
  expect(cardBody(typedCard(undefined))).toMatchObject({ professional: true, language: 'fr' });
});

it('a statement is written in the template that was chosen, one for such readers; else the API chooses', () => {
  expect(statementBody([{ id: 'a' }, { id: 'b' }], 'letter', 't')).toEqual({
    invoice_ids: ['a', 'b'],
    mode: 'letter',
    template_id: 't',
  });
  expect(statementBody([{ id: 'a' }], 'email', null)).toEqual({ invoice_ids: ['a'], mode: 'email' });
  expect([null, 'notary', 'referrer'].map((third_party) => isForRole({ third_party } as never, 'notary'))).toEqual([
    true,
    true,
    false,
  ]);
});

it('all are ticked at once that are overdue: none that is due today or later, and none that a statement may not list', () => {
  const file = (id: string, daysLate: number | null, holds: string[] = []) =>
    ({
      id,
      days_late: daysLate,
      balance_cents: 100,
      dunning: { holds: holds.map((kind) => ({ kind })) },
    }) as UnpaidFile;
  const files = [
    file('late', 3),
    file('today', 0),
    file('young', -12),
    file('undated', null),
    file('held', 9, ['dispute']),
  ];
  expect(tickedWithAll(files, 'notary').map(({ id }) => id)).toEqual(['late']);
  expect(files.filter(isOverdue).map(({ id }) => id)).toEqual(['late', 'held']);
});

it('no notary is asked for what its debtor may not pay; a referrer may read of it', () => {
  const held = (cause: string | null) =>
    ({ balance_cents: 100, dunning: { holds: [{ kind: 'pause', cause }] } }) as unknown as UnpaidFile;
  for (const cause of ['insolvency', 'overindebtedness']) {
    expect([obstacleOf(held(cause), 'notary'), obstacleOf(held(cause), 'referrer')]).toEqual(['unpayable', null]);
  }
  // The same result as the server's.
  for (const cause of ['insolvency', 'overindebtedness', 'deceased', 'other', null])
    expect([cause, obstacleOf(held(cause), 'notary') !== null]).toEqual([cause, forbidsPayment({ cause })]);
});
