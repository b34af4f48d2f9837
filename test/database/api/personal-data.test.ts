import { v7 as uuidv7 } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import { createKey } from '../../../facts/creditors/create-key.ts';
import type { Role } from '../../../prisma/generated/enums.ts';
import { knownCustomer, SECRET } from '../customers/known-customer.ts';
import { createWorld, NOW, type World } from '../world.ts';
import { sharedApi } from './running-api.ts';

let world: World;
let one: Awaited<ReturnType<typeof knownCustomer>>;
let keys: Record<'collector' | 'supervisor' | 'admin', string>;
let ask: Awaited<ReturnType<typeof sharedApi>>['ask'];

beforeAll(async () => {
  ({ ask } = await sharedApi());
  world = await createWorld();
  const keyOf = async (role: Role) =>
    (await createKey(world.all, { creditorId: world.creditorId, name: role, role })).key;
  keys = { collector: await keyOf('collector'), supervisor: await keyOf('supervisor'), admin: await keyOf('admin') };
  one = await knownCustomer(world);
  const longAgo = new Date('2026-10-01T10:00:00Z');
  await world.all.message.update({ where: { id: one.message.id }, data: { sentAt: longAgo } });
});

const path = (rest: string) => `/v1/customers/${one.id}${rest}`;
const readAs = (key: string) => ask('GET', path('/personal-data'), { key });
const eraseAs = (key: string, headers: Record<string, string> = {}) =>
  ask('POST', path('/erasure'), { key, headers, body: { reason: 'Demande du client' } });

const LISTS = [
  ...['contacts', 'consents', 'invoices', 'payments', 'promises', 'disputes', 'other_holds', 'calls', 'notes', 'tasks'],
  ...['decisions', 'qualifications', 'messages', 'history'],
];

describe('the right of access', () => {
  it('is one file with everything that is stored, for a supervisor and an admin', async () => {
    expect((await readAs(keys.collector)).status).toBe(403);
    expect((await readAs(keys.supervisor)).status).toBe(200);
    const { headers, body, text } = await readAs(keys.admin);
    expect(headers.get('content-disposition')).toContain('donnees-personnelles-C-KNOWN.json');
    expect(Object.keys(body)).toEqual(['exported_at', 'customer', ...LISTS]);
    expect(body.customer).toMatchObject({ name: `Zoé ${SECRET}`, tags: [SECRET], postal_code: SECRET });
    for (const list of LISTS) expect([list, JSON.stringify(body[list]).includes(SECRET)]).toEqual([list, true]);
    const words = `${SECRET} a dit`;
    const refunds = [
      { amount_cents: 5_00, paid_on: '2026-11-21', reason: words, cancelled_reason: words },
      { amount_cents: 5_00, paid_on: '2026-11-21', reason: words, cancelled_reason: null },
    ];
    expect(body.payments).toMatchObject([
      { amount_cents: 100_00, paid_on: '2026-11-20', refunds: [] },
      { amount_cents: 5_00, refunds },
    ]);
    expect(body.invoices).toMatchObject([
      { number: one.invoice.number, due_on: '2026-10-31', mission: words, refunds: [] },
      { kind: 'credit_note', refunds },
    ]);
    expect(body.messages).toMatchObject([
      {
        ...{ id: one.message.id, recipients: [SECRET], html_sha256: 'hash-of-html' },
        content: { html: `${SECRET} a dit`, text: `${SECRET} a dit` },
        attachments: [{ filename: `${SECRET}.pdf`, sha256: 'hash-of-file' }],
      },
    ]);
    expect(text).not.toMatch(/search_text|content_hash|"bytes"/);
  });
  it('says of a statement what is about him, and nothing of the others in it', async () => {
    const other = await world.customer({ name: 'Autrui Voisin' });
    const theirs = await world.invoice(other.reference, { number: 'F-AUTRUI' });
    const item = (invoiceId: string) => ({ invoiceId, cycle: 1, level: 0, amountCents: 1 });
    const { id } = await world.db.message.create({
      data: {
        ...{ id: crypto.randomUUID(), creditorId: world.creditorId, customerId: other.id, kind: 'email' },
        ...{ origin: 'statement', language: 'fr', currency: 'EUR', test: false, actor: {}, status: 'delivered' },
        ...{ reservedAt: new Date('2026-10-01'), recipients: ['etude@notaire.example'], subject: 'Dossier Autrui' },
        ...{ failureDetail: '550 etude@notaire.example', thirdPartyRole: 'notary', pdfSha256: 'hash-of-statement' },
        items: { create: [item(one.invoice.id), item(theirs.id)] },
        content: { create: { html: 'Autrui Voisin doit' } },
      },
    });
    await world.db.historyEntry.create({
      data: {
        ...{ id: crypto.randomUUID(), creditorId: world.creditorId, customerId: one.id, at: NOW, kind: 'statement' },
        ...{ actorKind: 'system', actorName: 'Relance', messageId: id, invoiceId: one.invoice.id },
        data: { recipient: 'Étude Martin', role: 'notary', to: ['etude@notaire.example'], outcome: 'returned' },
      },
    });
    const { body, text } = await readAs(keys.admin);
    expect(body.messages.find((message: { id: string }) => message.id === id)).toMatchObject({
      ...{ third_party_role: 'notary', pdf_sha256: 'hash-of-statement', status: 'delivered' },
      items: [{ invoice: { number: one.invoice.number } }],
    });
    expect(body.history.find(({ kind }: { kind: string }) => kind === 'statement').data).toEqual({
      ...{ recipient: 'Étude Martin', role: 'notary', outcome: 'returned' },
    });
    expect(text).not.toMatch(/Autrui|F-AUTRUI|notaire\.example/);
    expect(text).not.toContain(other.id);
  });
  it('says how much of his money paid what others owe, and of none of them which invoice', async () => {
    const payer = await world.customer({ name: 'Payeur' });
    const other = await world.customer();
    const [his, theirs] = [await world.invoice(payer.reference), await world.invoice(other.reference)];
    await world.pay(his.number, 150_00, {
      allocations: [
        { invoice_number: his.number, amount_cents: 100_00 },
        { invoice_number: theirs.number, amount_cents: 50_00 },
      ],
    });
    await world.db.historyEntry.create({
      data: {
        ...{ id: crypto.randomUUID(), creditorId: world.creditorId, customerId: payer.id, at: NOW },
        ...{ kind: 'allocation_reversed', actorKind: 'system', actorName: 'Relance' },
        data: { amountCents: 1_00, invoiceNumber: theirs.number },
      },
    });
    const { body, text } = await ask('GET', `/v1/customers/${payer.id}/personal-data`, { key: keys.admin });
    expect(body.payments).toMatchObject([
      { amount_cents: 150_00, allocated_to_others_cents: 50_00, allocations: [{ invoice: { number: his.number } }] },
    ]);
    expect(text).not.toContain(`"${theirs.number}"`);
  });
  it('is whole of one with more cases than are read at once', async () => {
    const many = await world.customer();
    const { id } = await world.invoice(many.reference);
    const row = await world.all.invoice.findUniqueOrThrow({ where: { id } });
    const more = Array.from({ length: 205 }, (_, each) => ({ ...row, id: uuidv7(), number: `M-${String(each)}` }));
    await world.all.invoice.createMany({ data: more });
    const decided = { creditorId: world.creditorId, kind: 'skip', actor: {}, args: {} };
    await world.all.decision.createMany({
      data: more.map((each) => ({ ...decided, id: `d-${each.id}`, invoiceId: each.id })),
    });
    const { body } = await ask('GET', `/v1/customers/${many.id}/personal-data`, { key: keys.admin });
    expect([body.invoices.length, body.decisions.length]).toEqual([206, 205]);
    expect(new Set(body.invoices.map(({ number }: { number: string }) => number)).size).toBe(206);
  });
});

describe('the list of those who may be erased', () => {
  const listed = async (erasable: boolean) => {
    const { body } = await ask('GET', `/v1/customers?erasable=${erasable}&count=true`, { key: keys.supervisor });
    const ids = body.data.map(({ id }: { id: string }) => id);
    return [body.total === ids.length, ids.includes(one.id)];
  };
  const ended = (closedAt: Date) =>
    Promise.all([
      world.all.invoice.updateMany({ where: { customerId: one.id }, data: { closedAt } }),
      world.all.payment.updateMany({ where: { customerId: one.id }, data: { receivedAt: closedAt } }),
      world.all.refund.updateMany({ where: { creditorId: world.creditorId }, data: { recordedAt: closedAt } }),
    ]);
  it('has whose last case ended so many years ago, and nobody else', async () => {
    const settings = { where: { creditorId: world.creditorId } };
    const owing = await world.customer();
    await world.invoice(owing.reference);
    const former = await world.all.invoice.findUniqueOrThrow({ where: { id: one.invoice.id } });
    expect([await listed(true), await listed(false)]).toEqual([
      [true, false],
      [true, true],
    ]);
    await ended(new Date('2015-03-02T10:00:00Z'));
    expect([await listed(true), await listed(false)]).toEqual([
      [true, true],
      [true, false],
    ]);
    await world.all.settings.update({ ...settings, data: { retentionYears: 30 } });
    expect(await listed(true)).toEqual([true, false]);
    await world.all.settings.update({ ...settings, data: { retentionYears: 10 } });
    await world.all.payment.updateMany({ where: { customerId: one.id }, data: { unallocatedCents: 1 } });
    expect(await listed(true)).toEqual([true, false]);
    await world.all.payment.updateMany({ where: { customerId: one.id }, data: { unallocatedCents: 0 } });
    await ended(former.closedAt!);
  });
  it('counts from the last refund and the last reversal too, as the erasure does', async () => {
    const { creditorId } = world;
    const former = await world.all.invoice.findUniqueOrThrow({ where: { id: one.invoice.id } });
    const payment = await world.all.payment.findFirstOrThrow({
      where: { customerId: one.id, allocations: { some: {} } },
    });
    const refundOf = (of: { paymentId: string } | { creditNoteId: string }) =>
      world.all.refund.create({
        data: {
          ...{ id: uuidv7(), creditorId, ...of, externalId: uuidv7(), amountCents: 1, paidOn: NOW, contentHash: 'x' },
          recordedAt: NOW,
        },
      });
    const refused = async () => (await eraseAs(keys.admin)).body.code;
    await ended(new Date('2015-03-02T10:00:00Z'));
    expect(await listed(true)).toEqual([true, true]);
    for (const of of [{ paymentId: payment.id }, { creditNoteId: one.invoice.id }]) {
      const { id } = await refundOf(of);
      expect([await listed(true), await refused()]).toEqual([[true, false], 'retention_running']);
      await world.all.refund.delete({ where: { id } });
    }
    const reversed = (reversedAt: Date | null) =>
      world.all.payment.update({ where: { id: payment.id }, data: { reversedAt } });
    await reversed(NOW);
    expect([await listed(true), await refused()]).toEqual([[true, false], 'retention_running']);
    await reversed(null);
    await ended(former.closedAt!);
  });
});

describe('the erasure of a customer', () => {
  it('is an admin’s alone, and refused by name before its day', async () => {
    expect((await eraseAs(keys.supervisor)).status).toBe(403);
    const { status, body } = await eraseAs(keys.admin);
    expect([status, body.code, body.detail]).toEqual([
      ...[409, 'retention_running', 'What is known of this customer is to be kept until 2036-11-23.'],
    ]);
  });
  it('answers a repeat what it answered first', async () => {
    const noted = () =>
      ask('POST', '/v1/notes', {
        ...{ key: keys.collector, headers: { 'Idempotency-Key': 'note' } },
        body: { customer_id: one.id, invoice_ids: [], text: `${SECRET} a écrit` },
      });
    expect((await noted()).status).toBe(201);
    const settings = await ask('GET', '/v1/settings', { key: keys.admin });
    const changed = await ask('PATCH', '/v1/settings', {
      ...{ key: keys.supervisor, body: { retention_years: 0 }, headers: { 'If-Match': settings.headers.get('etag')! } },
    });
    expect([settings.body.retention_years, changed.body.retention_years]).toEqual([10, 0]);
    const first = await eraseAs(keys.admin, { 'Idempotency-Key': 'une-fois' });
    expect([first.status, first.body]).toMatchObject([
      ...[200, { customer_id: one.id, reference: 'C-KNOWN', erased_by: 'admin', reason: 'Demande du client' }],
    ]);
    const again = await eraseAs(keys.admin, { 'Idempotency-Key': 'une-fois' });
    expect([again.headers.get('idempotency-replayed'), again.text]).toEqual(['true', first.text]);
    expect((await eraseAs(keys.admin)).body).toEqual(first.body);
    // The stored answers about the customer are gone, and a repeated request is not done a second time.
    const repeated = await noted();
    expect([repeated.status, repeated.body.code]).toEqual([409, 'customer_erased']);
    expect(repeated.text).not.toContain(SECRET);
    expect(JSON.stringify(await world.all.idempotentRequest.findMany())).not.toContain(SECRET);
  });
  it('shows on his card and his messages; neither his name nor his address finds him', async () => {
    const { body } = await ask('GET', path(''), { key: keys.collector });
    expect(body).toMatchObject({ name: 'Client effacé', contacts: [], erasure: { erased_by: 'admin' } });
    const message = await ask('GET', `/v1/messages/${one.message.id}`, { key: keys.collector });
    expect(message.body).toMatchObject({ to: [], erased_at: body.erasure.erased_at, sha256: { pdf: 'hash-of-pdf' } });
    for (const list of ['invoices', 'messages', 'actions', 'payments']) {
      const { body: named } = await ask('GET', `/v1/${list}?limit=200`, { key: keys.collector });
      const marks = (named.data as { customer: { name: string; erased: boolean } }[]).map(({ customer }) => customer);
      expect([list, marks.filter(({ name, erased }) => erased !== (name === 'Client effacé'))]).toEqual([list, []]);
      expect([list, marks.some(({ erased }) => erased)]).toEqual([list, true]);
    }
    for (const list of ['customers', 'invoices', 'messages', 'actions']) {
      const found = await ask('GET', `/v1/${list}?q=${SECRET}&count=true`, { key: keys.admin });
      expect([list, found.body.total]).toEqual([list, 0]);
    }
    const { text } = await readAs(keys.admin);
    expect(text).not.toContain(SECRET);
  });
  it('is marked in the balance by age when money of his comes afterwards, and nobody else is', async () => {
    const other = await world.customer({ name: 'Client effacé' });
    for (const reference of ['C-KNOWN', other.reference])
      await world.pay('', 5_00, { allocations: [], customer_reference: reference });
    const { body } = await ask('GET', '/v1/aged-balance?limit=200', { key: keys.collector });
    const marked = (body.data as { reference: string; erased: boolean }[]).filter(({ erased }) => erased);
    expect(marked.map(({ reference }) => reference)).toEqual(['C-KNOWN']);
  });
  it('leaves a sentence where his letters and files were', async () => {
    const { id, proofId, attachmentId } = one.message;
    for (const gone of [
      ...[`messages/${id}/html`, `messages/${id}/letter.pdf`, `messages/${id}/proofs/${proofId}`],
      `attachments/${attachmentId}`,
    ]) {
      const { status, body } = await ask('GET', `/v1/${gone}`, { key: keys.collector });
      expect([gone, status, body.code]).toEqual([gone, 410, 'erased']);
    }
    const account = await ask('GET', path('/account.pdf'), { key: keys.collector });
    expect([account.status, account.body.code]).toEqual([409, 'customer_erased']);
  });
});
