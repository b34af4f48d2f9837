import { Webhook } from 'standardwebhooks';
import { describe, expect, inject, it } from 'vitest';
import { call, owed, unique } from '../client.ts';

async function post(body: string, headers: Record<string, string>) {
  const { apiUrl } = inject('stack');
  const answer = await fetch(`${apiUrl}/v1/webhooks/payments`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body,
  });
  const text = await answer.text();
  const location = answer.headers.get('location') ?? '';
  return { status: answer.status, location, text, body: text === '' ? null : JSON.parse(text) };
}

function signed(body: string, more: { secret?: string; at?: Date } = {}) {
  const { demo } = inject('stack');
  const at = more.at ?? new Date();
  const id = unique('msg');
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(more.secret ?? demo.webhook_secrets.payments).sign(id, at, body),
  };
}

const send = (event: unknown) => {
  const body = JSON.stringify(event);
  return post(body, signed(body));
};
const received = (data: unknown) => ({ type: 'payment.received', timestamp: new Date().toISOString(), data });
const paymentOf = (number: string, amountCents: number) => ({
  external_id: unique('VIR'),
  amount_cents: amountCents,
  currency: 'EUR',
  paid_on: '2026-11-20',
  allocations: [{ invoice_number: number, amount_cents: amountCents }],
});
const balance = async (id: string) => (await call('collector', 'GET', `/invoices/${id}`)).body.balance_cents;

describe('a payment by webhook', () => {
  it('says where it is kept, whatever stands in its id', async () => {
    const { invoice } = await owed();
    const external_id = `${unique('VIR')}/2026?1#50%`;
    const { status, location } = await send(received({ ...paymentOf(invoice.number, 1_00), external_id }));
    expect(status).toBe(201);
    const kept = await call('collector', 'GET', location.slice('/v1'.length));
    expect([kept.status, kept.body.external_id]).toEqual([200, external_id]);
  });

  it('counts once, whoever repeats it, and is answered as by POST /payments', async () => {
    const { invoice } = await owed();
    const event = received(paymentOf(invoice.number, 40_00));
    const first = await send(event);
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({
      allocations: [{ balance_cents: 60_00, status: 'partly_paid' }],
      handed_over: [],
    });
    const again = await send(event);
    expect([again.status, again.text]).toEqual([200, first.text]);
    expect((await call('collector', 'POST', '/payments', event.data)).status).toBe(200);
    expect(await balance(invoice.id)).toBe(60_00);
  });
  it('that came back re-opens the case, and is waited for when its reversal comes first', async () => {
    const { invoice } = await owed();
    const payment = paymentOf(invoice.number, 100_00);
    await send(received(payment));
    expect(await balance(invoice.id)).toBe(0);
    const reversal = { payment_external_id: payment.external_id, external_id: unique('REJ'), reason: 'Rejet' };
    const event = { type: 'payment.reversed', timestamp: new Date().toISOString(), data: reversal };
    expect((await send(event)).status).toBe(200);
    expect((await send(event)).status).toBe(200);
    expect(await balance(invoice.id)).toBe(100_00);

    const next = paymentOf(invoice.number, 100_00);
    const early = { ...reversal, external_id: unique('REJ'), payment_external_id: next.external_id };
    const kept = await send({ ...event, data: early });
    expect([kept.status, kept.location, kept.body]).toEqual([
      202,
      `/v1/payments/${next.external_id}`,
      { waits_for_payment: next.external_id },
    ]);
    expect((await send(received(next))).body.allocations).toMatchObject([{ balance_cents: 100_00, status: 'open' }]);
    expect(await balance(invoice.id)).toBe(100_00);
    expect((await send({ ...event, data: early })).status).toBe(200);
  });
});

describe('what is not signed changes nothing', () => {
  it('401 without a signature, with another secret, another body, or signed ten minutes ago', async () => {
    const { invoice } = await owed();
    const body = JSON.stringify(received(paymentOf(invoice.number, 40_00)));
    const attempts = [
      {},
      signed(body, { secret: `whsec_${Buffer.from('somebody else altogether').toString('base64')}` }),
      signed(`${body} `),
      signed(body, { at: new Date(Date.now() - 600_000) }),
      { ...signed(body), 'webhook-timestamp': String(Math.floor(Date.now() / 1000) + 60) },
    ];
    for (const headers of attempts) {
      const answer = await post(body, headers);
      expect([answer.status, answer.body.code]).toEqual([401, 'invalid_signature']);
    }
    expect(await balance(invoice.id)).toBe(100_00);
  });
});

describe('what is signed and wrong', () => {
  it('400 when it is no JSON', async () => {
    for (const body of ['', '{"type":', 'payment.received']) expect((await post(body, signed(body))).status).toBe(400);
  });
  it.each([
    ['an unknown type', { type: 'payment.imagined', timestamp: '2026-11-22T10:00:00Z', data: {} }, '/type'],
    ['no timestamp', { type: 'payment.received', data: paymentOf('F', 1) }, '/timestamp'],
    ['a field too many', { ...received(paymentOf('F', 1)), secret: 1 }, '/secret'],
    ['an amount of zero', received({ ...paymentOf('F', 1), amount_cents: 0 }), '/data/amount_cents'],
    ['an array', [], ''],
  ])('422 for %s, with its pointer', async (_, event, pointer) => {
    const answer = await send(event);
    expect(answer.status).toBe(422);
    expect(answer.body.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
  });
  it('422 for an invoice that nobody knows', async () => {
    const answer = await send(received(paymentOf(unique('F-nobody'), 100)));
    expect([answer.status, answer.body.code]).toEqual([422, 'unknown_invoice']);
  });
});
