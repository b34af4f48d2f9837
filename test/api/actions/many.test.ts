import { describe, expect, it } from 'vitest';
import { call } from '../client.ts';
import { eventually } from '../../eventually.ts';
import { mailsTo, shownAction, shownInvoice, toConfirm } from '../sending.ts';

const NOBODY = '00000000-0000-7000-8000-000000000009';
type Refused = { id: string; code: string }[];
const codesOf = (refused: Refused) => refused.map(({ id, code }) => [id, code]);

/** Two actions that wait, and one that was decided already. */
async function threeActions() {
  const all = [await toConfirm(), await toConfirm(), await toConfirm()] as const;
  const [one, two, done] = all;
  await call('collector', 'POST', `/actions/${done.action.id}/complete`, {});
  return { one, two, done, ids: [one.action.id, NOBODY, two.action.id, one.action.id, done.action.id] };
}

describe('deciding about many', () => {
  it('skips them for one reason: an id counts once, and each other one is refused with why', async () => {
    const { one, two, done, ids } = await threeActions();
    const { status, body } = await call('collector', 'POST', '/actions/skip', { ids, reason: 'Accord trouvé' });
    expect([status, body.skipped, codesOf(body.refused)]).toEqual([
      200,
      2,
      [
        [NOBODY, 'not_found'],
        [done.action.id, 'already_done'],
      ],
    ]);
    for (const { action, invoice, email } of [one, two]) {
      expect((await shownAction(action.id)).status).toBe('skipped');
      const { dunning } = await eventually(
        () => shownInvoice(invoice.id),
        (shown) => shown.dunning.next?.level === 2,
      );
      expect(dunning.level).toBe(0);
      expect(await mailsTo(email)).toEqual([]);
    }
  });

  it('postpones them to one day, which has to come', async () => {
    const { one, two, done, ids } = await threeActions();
    const early = await call('collector', 'POST', '/actions/postpone', { ids, until_on: '2026-11-01', reason: 'x' });
    expect([early.status, early.body.errors[0].pointer]).toEqual([422, '/until_on']);
    expect((await shownAction(one.action.id)).status).toBe('to_confirm');
    const asked = { ids, until_on: '2099-01-03', reason: 'Le client est fermé' };
    const { status, body } = await call('collector', 'POST', '/actions/postpone', asked);
    expect([status, body.postponed, codesOf(body.refused)]).toEqual([
      200,
      2,
      [
        [NOBODY, 'not_found'],
        [done.action.id, 'already_done'],
      ],
    ]);
    for (const { action } of [one, two])
      expect(await shownAction(action.id)).toMatchObject({ status: 'planned', due_on: '2099-01-05' });
  });

  it('completes them with one comment, and the same Idempotency-Key gives the first answer', async () => {
    const { one, two, done, ids } = await threeActions();
    const asked = { ids, comment: 'Par téléphone' };
    const headers = { 'Idempotency-Key': `many-${one.action.id}` };
    const { status, body } = await call('collector', 'POST', '/actions/complete', asked, headers);
    expect([status, body.completed, codesOf(body.refused)]).toEqual([
      200,
      2,
      [
        [NOBODY, 'not_found'],
        [done.action.id, 'already_done'],
      ],
    ]);
    expect((await call('collector', 'POST', '/actions/complete', asked, headers)).body).toEqual(body);
    for (const { action, invoice } of [one, two]) {
      expect(await shownAction(action.id)).toMatchObject({ status: 'done' });
      const { dunning } = await eventually(
        () => shownInvoice(invoice.id),
        (shown) => shown.dunning.next?.level === 2,
      );
      expect(dunning.level).toBe(1);
    }
  });

  it.each([
    ['skip', { reason: 'x' }],
    ['postpone', { until_on: '2099-01-05', reason: 'x' }],
    ['complete', {}],
  ])('refuses none, or more than 500, or what only one action has: %s', async (what, rest) => {
    for (const body of [
      { ids: [], ...rest },
      { ids: Array(501).fill(NOBODY), ...rest },
      { ids: [NOBODY], ...rest, registered_number: '1A' },
      rest,
    ])
      expect((await call('collector', 'POST', `/actions/${what}`, body)).status).toBe(422);
  });
});
