import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import type { LetterEventKind } from '../../../domain/messages/letter-status.ts';
import { settleProviderEvent } from '../../../facts/settle-provider-event.ts';
import { settleLetter } from '../../../facts/messages/letters/settle-letter.ts';
import { sharedApi } from './running-api.ts';
import { SAMPLE_BODIES } from './sample-bodies.ts';

// 001-32: a letter says when each of its states was reported, not only when it was sent.

const SENT_AT = '2026-11-30T08:40:00.000Z';

let api: Awaited<ReturnType<typeof sharedApi>>;
let ours: Awaited<ReturnType<typeof api.newCreditor>>;
beforeAll(async () => {
  api = await sharedApi();
  ours = await api.newCreditor();
});

/** A registered letter about two invoices that left through a print provider or was posted by a person. */
async function posted(viaPrintProvider: boolean): Promise<string> {
  const numbers = [randomUUID(), randomUUID()];
  const reference = `C-${numbers[0]}`;
  const customer = { ...(SAMPLE_BODIES['POST /v1/customers'] as object), reference };
  await api.ask('POST', '/v1/customers', { key: ours.admin, body: customer });
  for (const number of numbers) {
    const body = { ...(SAMPLE_BODIES['POST /v1/invoices'] as object), number, customer_reference: reference };
    await api.ask('POST', '/v1/invoices', { key: ours.admin, body });
  }
  const invoices = await api.db.invoice.findMany({ where: { creditorId: ours.id, number: { in: numbers } } });
  const at = new Date(SENT_AT);
  const { id } = await api.db.message.create({
    data: {
      ...{ id: randomUUID(), creditorId: ours.id, customerId: invoices[0]!.customerId, kind: 'letter' },
      ...{ letterKind: 'registered', level: 3, origin: 'step', status: 'sent', language: 'fr', currency: 'EUR' },
      ...{ test: false, viaPrintProvider, provider: viaPrintProvider ? 'mailbox' : 'person', recipients: [] },
      ...{ actor: { kind: 'system', name: 'Relance' }, reservedAt: at, handedOverAt: at, sentAt: at, settledAt: at },
      items: {
        create: invoices.map((one) => ({ invoiceId: one.id, cycle: 1, stepKey: 'r3', level: 3, amountCents: 30_000n })),
      },
    },
  });
  return id;
}

const toldOf = async (id: string) => (await api.ask('GET', `/v1/messages/${id}`, { key: ours.collector })).body.told;

it('each state that the provider told is there with its time, once for a letter about two invoices', async () => {
  const id = await posted(true);
  expect(await toldOf(id)).toEqual([]);
  const nothingElse = { providerReference: null, trackingNumber: null, postageCents: null, proofs: [], detail: '' };
  const tell = (event: LetterEventKind, at: string) =>
    settleLetter(api.db, new Date(at), { ...nothingElse, provider: 'mailbox', reference: id, events: [event] });
  await tell('first_presented', '2026-11-30T08:40:30.000Z');
  await tell('signed', '2026-11-30T08:41:00.000Z');
  expect(await toldOf(id)).toEqual([
    { status: 'first_presented', at: '2026-11-30T08:40:30.000Z', on: null },
    { status: 'signed', at: '2026-11-30T08:41:00.000Z', on: null },
  ]);
});

it('of one that a person posted, the day on which it happened is there too', async () => {
  const id = await posted(false);
  await api.ask('POST', `/v1/messages/${id}/letter-status`, {
    key: ours.collector,
    body: { status: 'signed', on: '2026-11-30' },
  });
  expect(await toldOf(id)).toEqual([{ status: 'signed', at: expect.any(String), on: '2026-11-30' }]);
});

/** A mail about one invoice that left through the provider, to the debtor or (a statement) to a referrer. */
async function mailed(origin: 'step' | 'statement'): Promise<string> {
  const { items, ...letter } = await api.db.message.findUniqueOrThrow({
    where: { id: await posted(true) },
    include: { items: true },
  });
  const party = { id: randomUUID(), creditorId: ours.id, name: 'Étude Martin' };
  if (origin === 'statement') await api.db.thirdParty.create({ data: party });
  const { id } = await api.db.message.create({
    data: {
      ...{ id: randomUUID(), creditorId: ours.id, customerId: letter.customerId, kind: 'email', level: 1, origin },
      ...{
        status: 'sent',
        language: 'fr',
        currency: 'EUR',
        test: false,
        provider: 'resend',
        recipients: ['a@example.org'],
      },
      ...{ actor: { kind: 'system', name: 'Relance' }, reservedAt: SENT_AT, handedOverAt: SENT_AT, sentAt: SENT_AT },
      ...(origin === 'statement' ? { thirdPartyId: party.id, thirdPartyRole: 'referrer' as const } : {}),
      items: { create: [{ invoiceId: items[0]!.invoiceId, cycle: 1, stepKey: null, level: 1, amountCents: 30_000n }] },
    },
  });
  return id;
}

const tellOfMail = (id: string, event: 'delivered' | 'failed' | 'bounced', at: string) =>
  settleProviderEvent(
    api.db,
    new Date(at),
    { event, bounceType: event === 'bounced' ? 'hard' : null, providerReference: id, messageTag: id, detail: '' },
    'asked',
  );

it('a mail that was delivered and failed in the end says both', async () => {
  const id = await mailed('step');
  await tellOfMail(id, 'delivered', '2026-11-30T08:40:30.000Z');
  await tellOfMail(id, 'failed', '2026-11-30T08:41:00.000Z');
  expect(await toldOf(id)).toEqual([
    { status: 'delivered', at: '2026-11-30T08:40:30.000Z', on: null },
    { status: 'failed', at: '2026-11-30T08:41:00.000Z', on: null },
  ]);
});

it('a failure before it left is no news of what left', async () => {
  const id = await mailed('step');
  await tellOfMail(id, 'failed', '2026-11-30T08:41:00.000Z');
  await api.db.message.update({ where: { id }, data: { sentAt: null } });
  expect(await toldOf(id)).toEqual([]);
});

it('a statement that came back says so', async () => {
  const id = await mailed('statement');
  await tellOfMail(id, 'bounced', '2026-11-30T08:41:00.000Z');
  expect(await toldOf(id)).toEqual([{ status: 'bounced', at: '2026-11-30T08:41:00.000Z', on: null }]);
});
