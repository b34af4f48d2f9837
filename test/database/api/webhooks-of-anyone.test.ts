import { createHmac, randomBytes } from 'node:crypto';
import { request } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Settings } from '../../../config/settings.ts';
import { startApi } from './running-api.ts';

// Webhooks need no key: anyone who reaches the API may post one, and must not be able to block it for all others.

const SECRET = `whsec_${randomBytes(24).toString('base64')}`;
const KEY = 'the key of the webhooks';
const print: Settings['print'] = {
  provider: 'merci_facteur',
  serviceId: 's',
  secretKey: 's',
  userId: '1',
  authorizedIps: null,
  baseUrl: null,
};
const printWebhooks = { merciFacteur: ['the key of before it was changed', KEY], maileva: null };

let api: Awaited<ReturnType<typeof startApi>>;
let bare: Awaited<ReturnType<typeof startApi>>;
beforeAll(async () => {
  const email = { ...(await startedBare()).context.settings.email, resendWebhookSecrets: [SECRET] };
  const payments = { webhookSecrets: { acme: [SECRET] } };
  api = await startApi(undefined, { print, printWebhooks, email, payments, mailboxWebhookSecrets: [SECRET] });
});
afterAll(() => Promise.all([api.stop(), bare.stop()]));
const startedBare = async () => (bare = await startApi());

function signed(body: Buffer, at = Date.now()): Record<string, string> {
  const seconds = String(Math.floor(at / 1000));
  const key = Buffer.from(SECRET.slice('whsec_'.length), 'base64');
  const signature = createHmac('sha256', key).update(`msg_1.${seconds}.`).update(body).digest('base64');
  return { 'webhook-id': 'msg_1', 'webhook-timestamp': seconds, 'webhook-signature': `v1,${signature}` };
}

const post = (path: string, raw: Buffer, headers: Record<string, string>, at = api) =>
  at.ask('POST', `/v1/webhooks/${path}`, { raw, headers: { 'Content-Type': 'application/json', ...headers } });

/** The status that arrives while the body is still held back; null when none arrives within two seconds. */
async function answeredBeforeTheBody(url: string, path: string, headers: Record<string, string>) {
  return await new Promise<number | null>((resolve) => {
    const asked = request(`${url}/v1/webhooks/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': '900000', ...headers },
    });
    const done = (status: number | null) => {
      asked.destroy();
      resolve(status);
    };
    asked.on('response', ({ statusCode }) => done(statusCode ?? null));
    asked.on('error', () => undefined);
    asked.setTimeout(2_000, () => done(null));
    asked.write('{');
  });
}

describe('A webhook that nobody could have signed', () => {
  const stale = { ...signed(Buffer.from('{}'), Date.now() - 6 * 60_000) };
  const noSignature = { ...signed(Buffer.from('{}')), 'webhook-signature': 'v1,x' };

  it.each([
    ['payments', {}],
    ['payments', stale],
    ['payments', noSignature],
    ['resend', {}],
    ['resend', stale],
    ['print/mailbox', noSignature],
    ['print/merci_facteur', { 'x-mf-webhook-secret-key': 'another key, guessed' }],
    ['print/maileva', { authorization: 'Basic eDp5' }],
  ])('%s %j: 401 before its body is there', async (path, headers) => {
    expect(await answeredBeforeTheBody(api.url, path, headers)).toBe(401);
  });

  it.each(['payments', 'resend', 'print/mailbox', 'print/merci_facteur', 'print/maileva'])(
    '%s, where no secret was agreed: the same, whatever it says',
    async (path) => {
      const headers = { ...signed(Buffer.from('{}')), 'x-mf-webhook-secret-key': KEY, authorization: 'Basic eDp5' };
      expect(await answeredBeforeTheBody(bare.url, path, headers)).toBe(401);
    },
  );
});

describe('The body of a webhook', () => {
  it.each(['payments', 'resend', 'print/mailbox', 'print/merci_facteur'])('%s: is not unpacked', async (path) => {
    const packed = gzipSync(Buffer.alloc(500_000, ' '));
    const headers = { ...signed(packed), 'x-mf-webhook-secret-key': KEY, 'Content-Encoding': 'gzip' };
    expect((await post(path, packed, headers)).status).toBe(415);
  });

  it('may be large of a provider that sends scanned proofs, and of no other', async () => {
    const large = Buffer.alloc(2_000_000, 'a');
    expect((await post('print/mailbox', large, signed(large))).status).toBe(413);
    expect((await post('payments', large, signed(large))).status).toBe(413);
    const form = { 'x-mf-webhook-secret-key': KEY, 'Content-Type': 'application/x-www-form-urlencoded' };
    expect((await post('print/merci_facteur', large, form)).status).toBe(422);
  });

  it.each(['payments', 'resend', 'print/mailbox'])('%s: is signed as the bytes that it is', async (path) => {
    const [sent, other] = [Buffer.from([0x22, 0xff, 0x22]), Buffer.from([0x22, 0xfe, 0x22])];
    expect((await post(path, sent, signed(other))).status).toBe(401);
    expect([400, 422]).toContain((await post(path, sent, signed(sent))).status);
  });
});

it('Signatures that are guessed are counted by where they come from, and told in the log once', async () => {
  const lines: string[] = [];
  const own = await startApi(undefined, { payments: { webhookSecrets: { acme: [SECRET] } } });
  own.context.log.warn = ((_data: object, said: string) => void lines.push(said)) as typeof own.context.log.warn;
  const wrong = { ...signed(Buffer.from('other')) };
  const statuses: number[] = [];
  for (let at = 0; at < 305; at += 1) statuses.push((await post('payments', Buffer.from('{}'), wrong, own)).status);
  expect([statuses.filter((status) => status === 401).length, statuses.at(-1)]).toEqual([300, 429]);
  expect(lines.filter((said) => said.includes('guessed'))).toHaveLength(1);
  await own.stop();
});
