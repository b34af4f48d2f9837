import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { post, temporaryMailbox } from './temporary-mailbox.ts';
import type { TemporaryMailbox } from './temporary-mailbox.ts';

let mailbox: TemporaryMailbox;
const to = async (address: string) => {
  const email = { from: 'r@durand.example', to: address, subject: 'Relance', text: 'Bonjour' };
  return (await post(`${mailbox.url}/emails`, email, { authorization: 'Bearer re_test' })).status;
};

beforeEach(async () => {
  mailbox = await temporaryMailbox();
});
afterEach(() => mailbox.stop());

describe('a fault', () => {
  test('meets the next n calls and no more', async () => {
    await mailbox.order({ next: 2, kind: '500' });
    expect([await to('a@c.example'), await to('b@c.example'), await to('a@c.example')]).toEqual([500, 500, 200]);
  });

  test('for an address meets this address alone', async () => {
    await mailbox.order({ next: 1, kind: '422', to: 'Claire@c.example' });
    expect([await to('b@c.example'), await to('Claire <claire@C.example>'), await to('claire@c.example')]).toEqual([
      200, 422, 200,
    ]);
  });

  test('for an address goes before the one for any, which is kept for others', async () => {
    await mailbox.order({ next: 1, kind: '500' });
    await mailbox.order({ next: 1, kind: 429, to: 'a@c.example' });
    expect([await to('a@c.example'), await to('a@c.example'), await to('a@c.example')]).toEqual([429, 500, 200]);
  });

  test.each([
    ['401', 401, 'missing_api_key'],
    ['403', 403, 'validation_error'],
    ['daily_quota', 429, 'daily_quota_exceeded'],
    ['monthly_quota', 429, 'monthly_quota_exceeded'],
  ])('%s answers as the provider does', async (kind, status, name) => {
    await mailbox.order({ next: 1, kind });
    const email = { from: 'r@durand.example', to: 'a@c.example', subject: 'Relance', text: 'Bonjour' };
    const answer = await post(`${mailbox.url}/emails`, email, { authorization: 'Bearer re_test' });
    expect([answer.status, await answer.json()]).toMatchObject([status, { statusCode: status, name }]);
    expect(await mailbox.mails()).toEqual([]);
  });

  test('is cleared by 0, for its address alone when one is named', async () => {
    await mailbox.order({ next: 5, kind: '500', to: 'a@c.example' });
    await mailbox.order({ next: 5, kind: '500', to: 'b@c.example' });
    await mailbox.order({ next: 0, to: 'a@c.example' });
    expect([await to('a@c.example'), await to('b@c.example')]).toEqual([200, 500]);
    await mailbox.order({ next: 0, kind: '500' });
    expect(await to('b@c.example')).toBe(200);
    expect(await (await fetch(`${mailbox.url}/faults`)).json()).toEqual({ data: [] });
  });

  test('ordered is shown, with what is left of it', async () => {
    await mailbox.order({ next: 3, kind: 'reset', to: 'a@c.example' });
    await expect(to('a@c.example')).rejects.toThrow();
    const shown: unknown = await (await fetch(`${mailbox.url}/faults`)).json();
    expect(shown).toEqual({ data: [{ kind: 'reset', remaining: 2, to: 'a@c.example' }] });
  });

  test.each([
    [{ next: 1, kind: 'explode' }],
    [{ next: 1 }],
    [{ next: -1, kind: '500' }],
    [{ next: 1.5, kind: '500' }],
    [{ kind: '500' }],
    [{ next: 1, kind: '500', to: 'nobody' }],
    [{ next: 1, kind: '500', when: 'later' }],
    [[]],
  ])('ordered as %j is refused and changes nothing', async (order) => {
    expect((await post(`${mailbox.url}/faults`, order)).status).toBe(422);
    expect(await to('a@c.example')).toBe(200);
  });
});
