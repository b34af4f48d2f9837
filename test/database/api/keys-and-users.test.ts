import { beforeAll, describe, expect, it } from 'vitest';
import { sharedApi } from './running-api.ts';

let api: Awaited<ReturnType<typeof sharedApi>>;
let ours: Awaited<ReturnType<typeof api.newCreditor>>;
beforeAll(async () => {
  api = await sharedApi();
  ours = await api.newCreditor();
});

describe('keys', () => {
  const make = (body: unknown, key = ours.admin) => api.ask('POST', '/v1/keys', { key, body });

  it('are shown once and kept as a hash only', async () => {
    const { status, body } = await make({ name: 'ERP', role: 'payments' });
    expect([status, body.key]).toEqual([201, expect.stringMatching(/^rel_[\w-]{43}$/)]);
    const rows = JSON.stringify([await api.db.apiKey.findMany(), await api.db.idempotentRequest.findMany()]);
    expect(rows).not.toContain(body.key);
    const list = await api.ask('GET', '/v1/keys', { key: ours.admin });
    expect(list.text).not.toContain(body.key);
    expect(list.body.data.map((row: { name: string }) => row.name)).toContain('ERP');
  });
  it('are the same on a repeat with an Idempotency-Key, which only the same caller can read', async () => {
    const ask = () =>
      api.ask('POST', '/v1/keys', {
        key: ours.admin,
        body: { name: 'Deux fois', role: 'payments' },
        headers: { 'Idempotency-Key': 'twice' },
      });
    const [first, second] = [await ask(), await ask()];
    expect(second.body).toEqual(first.body);
    expect(JSON.stringify(await api.db.idempotentRequest.findMany())).not.toContain(first.body.key);
    expect(await api.db.apiKey.count({ where: { creditorId: ours.id, name: 'Deux fois' } })).toBe(1);
  });
  it('work until they are revoked, and then no more', async () => {
    const { id, key } = (await make({ name: 'Passant', role: 'collector' })).body;
    expect((await api.ask('GET', '/v1/settings', { key })).status).toBe(200);
    expect((await api.ask('DELETE', `/v1/keys/${id}`, { key: ours.admin })).status).toBe(204);
    expect((await api.ask('GET', '/v1/settings', { key })).status).toBe(401);
    expect((await api.ask('DELETE', `/v1/keys/${id}`, { key: ours.admin })).status).toBe(404);
  });
  it('are the admin’s to make, and none of them is an operator’s', async () => {
    expect((await make({ name: 'x', role: 'collector' }, ours.supervisor)).status).toBe(403);
    expect((await make({ name: 'x', role: 'operator' })).status).toBe(422);
  });
  it('leave the creditor at least one admin', async () => {
    const { data } = (await api.ask('GET', '/v1/keys', { key: ours.admin })).body;
    const admin = data.find((row: { role: string }) => row.role === 'admin');
    expect((await api.ask('DELETE', `/v1/keys/${admin.id}`, { key: ours.admin })).body.code).toBe('last_admin_key');
  });
  it('leave the creditor an admin when the last two are revoked at the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { id: creditorId, admin } = await api.newCreditor(`À deux ${round}`);
      await make({ name: 'Second', role: 'admin' }, admin);
      const keys = await api.db.apiKey.findMany({ where: { creditorId, role: 'admin' } });
      await Promise.all(keys.map(({ id }) => api.ask('DELETE', `/v1/keys/${id}`, { key: admin })));
      expect(await api.db.apiKey.count({ where: { creditorId, role: 'admin', revokedAt: null } })).toBe(1);
    }
  });
  it('of another creditor do not exist, byte for byte', async () => {
    const theirs = await api.newCreditor('Autre');
    const [row] = (await api.ask('GET', '/v1/keys', { key: theirs.admin })).body.data;
    const answers = await Promise.all(
      [row.id, crypto.randomUUID(), 'x'].map((id) => api.ask('DELETE', `/v1/keys/${id}`, { key: ours.admin })),
    );
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(404);
    expect((await api.ask('GET', '/v1/settings', { key: theirs.admin })).status).toBe(200);
  });
});

describe('users', () => {
  const camille = { name: 'Camille Leroy', email: 'camille@example.org', role: 'collector' };

  it('are created, read, changed with their ETag and deleted', async () => {
    const made = await api.ask('POST', '/v1/users', { key: ours.admin, body: camille });
    expect([made.status, made.headers.get('location')]).toEqual([201, `/v1/users/${made.body.id}`]);
    const path = `/v1/users/${made.body.id}`;
    const { headers, body } = await api.ask('GET', path, { key: ours.collector });
    expect(body).toEqual({ id: made.body.id, phone: null, has_password: false, ...camille });
    const change = (etag: string) =>
      api.ask('PATCH', path, { key: ours.admin, body: { phone: '06 00 00 00 00' }, headers: { 'If-Match': etag } });
    expect((await change(headers.get('etag') ?? '')).body.phone).toBe('06 00 00 00 00');
    expect((await change(headers.get('etag') ?? '')).status).toBe(412);
    expect((await api.ask('DELETE', path, { key: ours.admin })).status).toBe(204);
    expect((await api.ask('GET', path, { key: ours.admin })).status).toBe(404);
  });
  it('have an address of their own: a second one with it is 409', async () => {
    await api.ask('POST', '/v1/users', { key: ours.admin, body: { ...camille, email: 'deux@example.org' } });
    const again = await api.ask('POST', '/v1/users', {
      key: ours.admin,
      body: { ...camille, email: 'DEUX@example.org' },
    });
    expect([again.status, again.body.code]).toEqual([409, 'already_exists']);
  });
  it('who still have customers stay', async () => {
    const { id } = (
      await api.ask('POST', '/v1/users', { key: ours.admin, body: { ...camille, email: 'trois@example.org' } })
    ).body;
    const customer = {
      id: crypto.randomUUID(),
      creditorId: ours.id,
      reference: 'C1',
      name: 'C',
      kind: 'public' as const,
      postalCode: '',
      city: 'P',
      country: 'FR',
      contentHash: '',
      collectorId: id,
    };
    await api.db.customer.create({ data: customer });
    expect((await api.ask('DELETE', `/v1/users/${id}`, { key: ours.admin })).body.code).toBe('in_use');
    await api.db.customer.update({ where: { id: customer.id }, data: { collectorId: null } });
    expect((await api.ask('DELETE', `/v1/users/${id}`, { key: ours.admin })).status).toBe(204);
  });
});

describe('third parties', () => {
  it('are created with an address or without, and kept while a case file names them', async () => {
    const address = { lines: ['3 place de la Bourse'], postal_code: '33000', city: 'Bordeaux' };
    const made = await api.ask('POST', '/v1/third-parties', {
      key: ours.supervisor,
      body: { name: 'Me Durand', email: 'etude@example.org', address },
    });
    expect(made.body).toMatchObject({ name: 'Me Durand', address: { ...address, country: 'FR' }, professional: true });
    const bare = await api.ask('POST', '/v1/third-parties', {
      key: ours.supervisor,
      body: { name: 'Agence', professional: false },
    });
    expect(bare.body).toMatchObject({ address: null, email: null, professional: false });
    expect((await api.ask('DELETE', `/v1/third-parties/${bare.body.id}`, { key: ours.supervisor })).status).toBe(204);
    expect((await api.ask('POST', '/v1/third-parties', { key: ours.collector, body: { name: 'x' } })).status).toBe(403);
  });
});
