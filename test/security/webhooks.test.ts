import { randomBytes, randomUUID } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { call, owed, unique } from '../api/client.ts';
import { settledMessage, toConfirm } from '../api/sending.ts';
import { type OwnApi, startOwnApi } from './own-api.ts';

const newSecret = () => `whsec_${randomBytes(24).toString('base64')}`;
const [old, next, foreign, boxed] = [newSecret(), newSecret(), newSecret(), newSecret()];

/** Two APIs side by side: one while the secrets are being changed, and one when the old secrets are gone. */
let changing: OwnApi;
let changed: OwnApi;

const secretsOf = (secrets: string) => ({
  PAYMENTS_WEBHOOK_SECRETS: `demo:${secrets}`,
  RESEND_WEBHOOK_SECRET: secrets,
  MAILBOX_WEBHOOK_SECRET: boxed,
});

beforeAll(async () => {
  changing = await startOwnApi(secretsOf(`${old}|${next}`));
  changed = await startOwnApi(secretsOf(next));
});
afterAll(() => Promise.all([changing?.stop(), changed?.stop()]));

interface Delivery {
  body: string;
  headers: Record<string, string>;
}

/** A delivery as each of the two systems signs it. */
function signed(system: 'payments' | 'resend', event: unknown, secret: string, at = new Date()): Delivery {
  const body = JSON.stringify(event);
  const id = `msg_${randomUUID()}`;
  const prefix = system === 'resend' ? 'svix' : 'webhook';
  const headers = {
    'Content-Type': 'application/json',
    [`${prefix}-id`]: id,
    [`${prefix}-timestamp`]: String(Math.floor(at.getTime() / 1000)),
    [`${prefix}-signature`]: new Webhook(secret).sign(id, at, body),
  };
  return { body, headers };
}

async function post(api: { url: string }, system: 'payments' | 'resend', { body, headers }: Delivery) {
  const answer = await fetch(`${api.url}/v1/webhooks/${system}`, { method: 'POST', headers, body });
  const text = await answer.text();
  return { status: answer.status, text, code: (JSON.parse(text) as { code?: string }).code };
}

const paymentOf = (number: string, cents: number) => ({
  type: 'payment.received',
  timestamp: new Date().toISOString(),
  data: {
    external_id: unique('VIR'),
    amount_cents: cents,
    currency: 'EUR',
    paid_on: '2026-11-20',
    allocations: [{ invoice_number: number, amount_cents: cents }],
  },
});
const resendEvent = () => ({
  type: 'email.delivered',
  created_at: new Date().toISOString(),
  data: { email_id: randomUUID(), tags: { message_id: randomUUID() } },
});

const balance = async (id: string) => (await call('collector', 'GET', `/invoices/${id}`)).body.balance_cents as number;

describe.each(['payments', 'resend'] as const)('a webhook of %s', (system) => {
  const event = async () => (system === 'resend' ? resendEvent() : paymentOf((await owed()).invoice.number, 100));

  it('is taken with either secret while it is being changed, with the new one alone afterwards', async () => {
    for (const secret of [old, next]) {
      expect((await post(changing, system, signed(system, await event(), secret))).status).toBeLessThan(300);
    }
    expect((await post(changed, system, signed(system, await event(), next))).status).toBeLessThan(300);
    expect(await post(changed, system, signed(system, await event(), old))).toMatchObject({ status: 401 });
  });

  it('with another’s secret, another’s signature, a changed body, old or from the future: 401, in the same words', async () => {
    const sound = signed(system, await event(), next);
    const other = signed(system, await event(), next);
    const name = system === 'resend' ? 'svix-signature' : 'webhook-signature';
    const forged: Delivery[] = [
      signed(system, await event(), foreign),
      { body: sound.body, headers: other.headers },
      { body: sound.body.replace('"type"', '"Type"'), headers: sound.headers },
      { body: sound.body, headers: { ...sound.headers, [name]: '' } },
      { body: sound.body, headers: { ...sound.headers, [name]: sound.headers[name]!.replace('v1,', 'v1a,') } },
      { body: sound.body, headers: { ...sound.headers, [name]: `v1,${Buffer.alloc(32).toString('base64')}` } },
      signed(system, await event(), next, new Date(Date.now() - 6 * 60_000)),
      signed(system, await event(), next, new Date(Date.now() + 6 * 60_000)),
    ];
    const answers = await Promise.all(forged.map((delivery) => post(changing, system, delivery)));
    expect(answers.map(({ status, code }) => [status, code])).toEqual(forged.map(() => [401, 'invalid_signature']));
    const words = answers.map(({ text }) => text.replace(/"request_id":"[^"]*"/, ''));
    expect(new Set(words).size).toBe(1);
  });

  it('deeper than 32, larger than 1 MB, or no JSON: a 4xx even when it is signed', async () => {
    const deep = (depth: number) => JSON.parse('['.repeat(depth) + ']'.repeat(depth)) as unknown;
    const sendSigned = async (value: unknown) => (await post(changing, system, signed(system, value, next))).status;
    expect(await sendSigned({ type: deep(100) })).toBe(422);
    expect(await sendSigned(deep(4_000))).toBe(422);
    expect(await sendSigned({ type: 'x'.repeat(1_000_001) })).toBe(413);
    const nested: Delivery = { ...signed(system, {}, next), body: '['.repeat(400_000) };
    expect((await post(changing, system, nested)).status).toBe(401);
  });
});

describe('a delivery that somebody recorded and plays again', () => {
  it('of a payment counts once, however often it comes within its five minutes', async () => {
    const { invoice } = await owed();
    const delivery = signed('payments', paymentOf(invoice.number, 30_00), next);
    const answers = await Promise.all(Array.from({ length: 8 }, () => post(changing, 'payments', delivery)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 200, 200, 201]);
    expect(await balance(invoice.id)).toBe(70_00);
  });

  it('of a mail’s delivery does not move the message back', async () => {
    const { action, invoice } = await toConfirm();
    await call('collector', 'POST', `/actions/${action.id}/confirm`, {});
    const { id } = await settledMessage(invoice.id, 'sent');
    const about = (type: string) => ({
      type,
      created_at: new Date().toISOString(),
      data: { email_id: randomUUID(), tags: { message_id: id } },
    });
    const delivered = signed('resend', about('email.delivered'), boxed);
    const complained = signed('resend', about('email.complained'), boxed);
    for (const delivery of [delivered, complained, delivered, delivered]) {
      expect((await post(changing, 'resend', delivery)).status).toBe(200);
    }
    const shown = await call('collector', 'GET', `/messages/${id}`);
    expect(shown.body.status).toBe('complained');
  });
});

it('the shared stack’s own API knows none of these secrets', async () => {
  const { apiUrl: url } = inject('stack');
  expect((await post({ url }, 'payments', signed('payments', paymentOf('F-1', 1), next))).status).toBe(401);
});
