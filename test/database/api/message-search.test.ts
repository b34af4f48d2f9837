import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { sharedApi } from './running-api.ts';
import { SAMPLE_BODIES } from './sample-bodies.ts';

// A sent message is found by anything that a person remembers of it, whether a few messages contain the text or nearly all.

let api: Awaited<ReturnType<typeof sharedApi>>;
let ours: Awaited<ReturnType<typeof api.newCreditor>>;
beforeAll(async () => {
  api = await sharedApi();
  ours = await api.newCreditor();
  await sent(ours, 'Zénith', 'ZEN-41', { subject: 'Mise en demeure', recipients: ['zoe@zenith.example'] }, 2);
  await sent(ours, 'Autre', 'AUT-42', { subject: 'Premier rappel', recipients: ['a@autre.example'] }, 1);
  const theirs = await api.newCreditor();
  await sent(theirs, 'Zénith', 'ZEN-41', { subject: 'Mise en demeure', recipients: ['zoe@zenith.example'] }, 1);
});

/** Stores so many messages, each about the customer's one invoice. */
async function sent(
  { id: creditorId, admin }: { id: string; admin: string },
  name: string,
  number: string,
  fields: { subject: string; recipients: string[] },
  count: number,
): Promise<void> {
  const body = { ...(SAMPLE_BODIES['POST /v1/customers'] as object), name, reference: `C-${number}` };
  await api.ask('POST', '/v1/customers', { key: admin, body });
  const invoice = { ...(SAMPLE_BODIES['POST /v1/invoices'] as object), number, customer_reference: `C-${number}` };
  await api.ask('POST', '/v1/invoices', { key: admin, body: invoice });
  const { id: invoiceId, customerId } = await api.db.invoice.findFirstOrThrow({ where: { creditorId, number } });
  for (let cycle = 1; cycle <= count; cycle += 1)
    await api.db.message.create({
      data: {
        ...{ id: randomUUID(), creditorId, customerId, kind: 'email', level: 1, origin: 'step', status: 'sent' },
        ...{ language: 'fr', currency: 'EUR', test: false, actor: { kind: 'system', name: 'Relance' }, ...fields },
        reservedAt: new Date(),
        items: { create: [{ invoiceId, cycle, stepKey: 'r1', level: 1, amountCents: 30_000n }] },
      },
    });
}

const found = async (q: string, more = ''): Promise<number> => {
  const path = `/v1/messages?q=${encodeURIComponent(q)}&count=true&limit=1${more}`;
  const { status, body } = await api.ask('GET', path, { key: ours.collector });
  expect([q, status, body.data.length]).toEqual([q, 200, Math.min(1, body.total)]);
  return body.total;
};

it.each([
  ['a word of its subject', 'en demeure', 2],
  ['the customer, without accents', 'zenith', 2],
  ['his reference', 'c-zen', 2],
  ['the number of an invoice', 'ZEN-41', 2],
  ['a whole recipient', 'zoe@zenith.example', 2],
  ['two letters', 'ze', 2],
  ['two letters of another', 'au', 1],
])('%s finds a message', async (_what, q, count) => {
  expect(await found(q)).toBe(count);
  expect(await found(q, '&status=sent')).toBe(count);
  expect(await found(q, '&status=failed')).toBe(0);
});

it('part of a recipient, or what nobody wrote, finds none', async () => {
  for (const q of ['oe@zen', 'nulle part', '%%%', 'zo_']) expect([q, await found(q)]).toEqual([q, 0]);
});

it('what nearly all messages hold finds them all', async () => {
  const { id: invoiceId, customerId } = await api.db.invoice.findFirstOrThrow({
    where: { creditorId: ours.id, number: 'AUT-42' },
  });
  const ids = Array.from({ length: 2_100 }, () => randomUUID());
  await api.db.message.createMany({
    data: ids.map((id) => ({
      ...{ id, creditorId: ours.id, customerId, kind: 'email' as const, level: 1, origin: 'manual' as const },
      ...{ language: 'fr', currency: 'EUR', test: false, actor: {}, subject: 'Relevé de masse' },
      ...{ status: 'sent' as const, recipients: [], reservedAt: new Date() },
    })),
  });
  expect(await found('RELEVE DE MASSE')).toBe(ids.length);
  expect(await found('releve de masse', `&invoice_id=${invoiceId}`)).toBe(0);
  await api.db.message.deleteMany({ where: { id: { in: ids } } });
});
