import { randomUUID } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createDatabase, type Database } from '../../../prisma/client.ts';
import { call, owed } from '../client.ts';
import { eventually } from '../../eventually.ts';

let db: Database;
beforeAll(() => {
  db = createDatabase(inject('stack').databaseUrl, 2);
});
afterAll(() => db.$disconnect());

const secretOf = (sender: 'MAILBOX' | 'RESEND') => inject('stack').env[`${sender}_WEBHOOK_SECRET`] ?? '';

/** A mail about a new invoice that the provider has accepted: the mailbox, or Resend when the creditor is live. */
async function mailed(isLive = false) {
  const { customer, invoice } = await owed();
  const { creditorId } = await db.invoice.findUniqueOrThrow({ where: { id: invoice.id } });
  const id = randomUUID();
  const mail = {
    kind: 'email',
    origin: 'step',
    language: 'fr',
    currency: 'EUR',
    status: 'sent',
    level: 1,
    test: !isLive,
  } as const;
  const items = { create: [{ invoiceId: invoice.id, cycle: 1, stepKey: 'R1', level: 1, amountCents: 10_000n }] };
  const times = { reservedAt: new Date(), sentAt: new Date() };
  const recipients = ['anne@lagarde.example'];
  const actor = { kind: 'system', name: 'Relance' };
  await db.message.create({
    data: { id, creditorId, customerId: customer.id, ...mail, ...times, recipients, actor, items },
  });
  return { customer, invoice, id };
}

async function post(body: string, sign = true, secret = secretOf('MAILBOX')) {
  const id = `msg_${randomUUID()}`;
  const at = new Date();
  const signature = { 'svix-id': id, 'svix-timestamp': String(Math.floor(at.getTime() / 1000)) };
  const answer = await fetch(`${inject('stack').apiUrl}/v1/webhooks/resend`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      ...(sign ? { ...signature, 'svix-signature': new Webhook(secret).sign(id, at, body) } : {}),
    },
    body,
  });
  return { status: answer.status, body: JSON.parse(await answer.text()) };
}

const event = (type: string, messageId: string, more: object = {}) =>
  JSON.stringify({
    type,
    created_at: new Date().toISOString(),
    data: { email_id: `re_${messageId}`, tags: { message_id: messageId }, ...more },
  });
const HARD = { bounce: { type: 'Permanent', subType: 'General', message: 'No such user' } };

describe('an event of the mail provider', () => {
  it('moves the message on and never back, and says so in the history of the case', async () => {
    const { invoice, id } = await mailed();
    expect(await post(event('email.delivered', id))).toEqual({
      status: 200,
      body: { result: 'taken', message_id: id },
    });
    await post(event('email.sent', id));
    expect(await db.message.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: 'delivered' });
    const { data } = (await call('collector', 'GET', `/invoices/${invoice.id}/history`)).body;
    expect(data).toContainEqual(
      expect.objectContaining({ kind: 'delivered', message_id: id, actor: { kind: 'provider', name: 'resend' } }),
    );
  });

  it('a hard bounce: the case needs a person within seconds, with the reason', async () => {
    const { invoice, id } = await mailed();
    await post(event('email.bounced', id, HARD));
    const read = async () => (await call('collector', 'GET', `/invoices/${invoice.id}`)).body;
    const stopped = await eventually(read, ({ dunning }) => dunning.status === 'needs_attention');
    expect(stopped.dunning).toMatchObject({ status: 'needs_attention', next: null });
    const { sentence } = (await call('collector', 'GET', `/invoices/${invoice.id}/explanation`)).body;
    expect(sentence).toMatch(/adresse|contact/i);
  });

  it('of a mail or a type that we do not know is taken and ignored', async () => {
    const ignored = { status: 200, body: { result: 'ignored', message_id: null } };
    expect(await post(event('email.delivered', randomUUID()))).toEqual(ignored);
    expect(await post(event('email.invented', randomUUID()))).toEqual(ignored);
    expect(await post(JSON.stringify({ type: 'domain.created', data: {} }))).toEqual(ignored);
  });

  it('that is not signed by the provider is 401 and changes nothing', async () => {
    const { invoice, id } = await mailed();
    const forged = event('email.bounced', id, HARD);
    expect((await post(forged, false)).status).toBe(401);
    expect(
      (await post(forged, true, `whsec_${Buffer.from('somebody else altogether').toString('base64')}`)).status,
    ).toBe(401);
    expect(await db.message.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: 'sent' });
    expect(await db.invoice.findUniqueOrThrow({ where: { id: invoice.id } })).toMatchObject({ attentionCode: null });
  });

  it('that is signed and no event is 400 when it is no JSON, else 422', async () => {
    expect((await post('{"type":')).status).toBe(400);
    expect((await post('[]')).status).toBe(422);
    expect((await post(JSON.stringify({ type: 'email.bounced', data: {} }))).status).toBe(422);
  });
});

describe('Who signs', () => {
  it('the mailbox tells nothing of a mail that went to Resend; its own secret is known to whoever reaches it', async () => {
    const { id } = await mailed(true);
    for (const type of ['email.delivered', 'email.complained', 'email.bounced']) {
      for (const body of [event(type, id, HARD), event(type, id, { ...HARD, tags: {} })])
        expect((await post(body)).body).toEqual({ result: 'ignored', message_id: null });
    }
    expect((await call('collector', 'GET', `/messages/${id}`)).body.status).toBe('sent');
    const told = await post(event('email.delivered', id), true, secretOf('RESEND'));
    expect(told.body).toEqual({ result: 'taken', message_id: id });
  });

  it('who holds the secret of Resend may also try out what becomes of a mail that went to the mailbox', async () => {
    const { id } = await mailed();
    const told = await post(event('email.delivered', id), true, secretOf('RESEND'));
    expect(told.body).toEqual({ result: 'taken', message_id: id });
  });
});
