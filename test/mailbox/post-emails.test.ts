import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { post, temporaryMailbox } from './temporary-mailbox.ts';
import type { TemporaryMailbox } from './temporary-mailbox.ts';

let mailbox: TemporaryMailbox;
let keys = 0;
const email = { from: 'Durand <r@durand.example>', to: 'claire@client.example', subject: 'Relance', text: 'Bonjour' };
const authorized = { authorization: 'Bearer re_test' };

function send(body: unknown, headers: Record<string, string> = {}) {
  return post(`${mailbox.url}/emails`, body, { ...authorized, ...headers });
}

beforeAll(async () => {
  mailbox = await temporaryMailbox();
});
afterAll(() => mailbox.stop());

describe('one key, one mail', () => {
  test('ten calls at once with one key leave one mail and one id', async () => {
    const key = { 'idempotency-key': `key-${(keys += 1)}` };
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(email, key)));
    const again = await send(email, key);
    const bodies = await Promise.all(
      [...answers, again].map(async (answer) => (await answer.json()) as Record<string, unknown>),
    );
    const ids = new Set(bodies.filter((body) => 'id' in body).map((body) => body['id']));
    const others = bodies.filter((body) => !('id' in body)).map((body) => body['name']);
    expect(again.status).toBe(200);
    expect(ids.size).toBe(1);
    expect(others.every((name) => name === 'concurrent_idempotent_requests')).toBe(true);
    const kept = (await mailbox.mails()).filter((mail) => mail.idempotency_key === key['idempotency-key']);
    expect(kept.map(({ id }) => id)).toEqual([...ids]);
  });

  test('without a key every call is a mail of its own', async () => {
    const [first, second] = [await send(email), await send(email)];
    expect(await first.json()).not.toEqual(await second.json());
  });

  test.each([
    ['the text', { text: 'Autre' }],
    ['a recipient', { to: ['autre@client.example'] }],
    ['an attachment', { attachments: [{ filename: 'a.pdf', content: 'Yg==' }] }],
  ])('another payload under a used key is 409: %s', async (_what, change) => {
    const key = { 'idempotency-key': `key-${(keys += 1)}` };
    const original = { ...email, attachments: [{ filename: 'a.pdf', content: 'YQ==' }] };
    expect((await send(original, key)).status).toBe(200);
    const answer = await send({ ...original, ...change }, key);
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({ statusCode: 409, name: 'invalid_idempotent_request' });
    expect((await send(original, key)).status).toBe(200);
  });
});

describe('refused, and nothing is kept', () => {
  test.each([
    ['no recipient', { ...email, to: [] }, 422],
    ['51 recipients', { ...email, to: Array.from({ length: 51 }, (_, n) => `p${n}@client.example`) }, 422],
    ['an address that is none', { ...email, to: 'claire' }, 422],
    ['a header in a recipient', { ...email, to: 'claire@client.example\r\nBcc: x@y.example' }, 422],
    ['a header in the subject', { ...email, subject: 'a\nBcc: x@y.example' }, 422],
    ['no subject', { ...email, subject: undefined }, 422],
    ['no content', { ...email, text: undefined }, 422],
    ['a tag with an accent', { ...email, tags: [{ name: 'niveau', value: 'élevé' }] }, 422],
    ['an attachment that is not base64', { ...email, attachments: [{ filename: 'a', content: 'é!' }] }, 422],
    ['an attachment from elsewhere', { ...email, attachments: [{ filename: 'a', path: 'https://x.example/a' }] }, 422],
    ['an unknown field', { ...email, urgent: true }, 422],
    ['JSON cut short', '{"from":', 400],
  ])('%s', async (_what, body, status) => {
    const before = (await mailbox.mails()).length;
    const answer = await send(body);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ statusCode: status, name: 'validation_error' });
    expect(await mailbox.mails()).toHaveLength(before);
  });

  test.each([
    ['no key', { authorization: '' }, 401, 'missing_api_key'],
    ['another kind of key', { authorization: 'Bearer rel_x' }, 403, 'invalid_api_key'],
    ['an idempotency key of 257 characters', { 'idempotency-key': 'k'.repeat(257) }, 400, 'invalid_idempotency_key'],
  ])('%s', async (_what, headers, status, name) => {
    const answer = await send(email, headers);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ statusCode: status, name });
  });
});

test('names and display names of recipients are kept, and found by the bare address', async () => {
  await send({ ...email, to: ['Zoé <Zoe@Client.example>', 'b@client.example'] });
  expect((await mailbox.mails('?to=zoe@client.example'))[0]?.to).toEqual([
    'Zoé <Zoe@Client.example>',
    'b@client.example',
  ]);
  expect(await mailbox.mails('?to=oe@client.example')).toEqual([]);
});

test('an address with an apostrophe before the @ receives and sends, as it may be typed for any contact', async () => {
  const from = "L’Atelier <l'atelier@durand.example>";
  const to = ["marie.d'angelo@client.example", "Marie D'Angelo <m.d'angelo@client.example>"];
  expect((await send({ ...email, from, to })).status).toBe(200);
  expect((await mailbox.mails("?to=marie.d'angelo@client.example"))[0]).toMatchObject({ from, to });
  expect((await send({ ...email, to: "claire@cli'ent.example" })).status).toBe(422);
});
