import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { created, noContent, ok } from '../../../api/frame/answer.ts';
import { defineEndpoint } from '../../../api/frame/endpoint.ts';
import { idParams } from '../../../api/frame/fields.ts';
import { conflicting, notHere } from '../../../api/frame/problem.ts';
import { rawBody } from '../../../api/frame/raw-body.ts';
import { startApi } from './running-api.ts';

let handled = 0;
let release: (() => void) | null = null;
let fails = false;

const thing = z.strictObject({
  name: z.string().min(1).max(20),
  size: z.int().optional(),
  inner: z.strictObject({ tags: z.array(z.string()).max(3) }).optional(),
});
const about = { tag: 'Test', summary: 'Test', who: ['supervisor'] as const };
const endpoints = [
  defineEndpoint({
    ...about,
    method: 'POST',
    path: '/v1/things',
    body: thing,
    answers: { 201: z.object({ id: z.string() }) },
    handle: async ({ body }) => {
      handled += 1;
      if (fails) throw new Error('a secret of ours');
      if (body.name === 'slow') await new Promise<void>((resolve) => (release = resolve));
      return created(`/v1/things/${handled}`, { id: String(handled), name: body.name });
    },
  }),
  defineEndpoint({
    ...about,
    method: 'GET',
    path: '/v1/things/{id}',
    params: idParams,
    query: z.strictObject({ size: z.enum(['s', 'l']).optional() }),
    answers: { 200: thing },
    handle: ({ params }) => {
      if (params.id !== '018f0000-0000-7000-8000-000000000001') throw notHere();
      return ok({ name: 'one' }, { version: 3 });
    },
  }),
  defineEndpoint({
    ...about,
    method: 'PATCH',
    path: '/v1/things/{id}',
    params: idParams,
    body: thing.partial(),
    answers: { 200: thing },
    handle: ({ matches }) => {
      matches(3);
      return ok({ name: 'changed' });
    },
  }),
  defineEndpoint({
    ...about,
    method: 'DELETE',
    path: '/v1/things/{id}',
    params: idParams,
    answers: { 204: null },
    handle: () => noContent(),
  }),
  defineEndpoint({
    ...about,
    method: 'GET',
    path: '/v1/things/counters',
    answers: { 200: z.object({}) },
    handle: () => ok({ all: 0 }),
  }),
  defineEndpoint({
    ...about,
    method: 'POST',
    path: '/v1/things/{id}/refusals',
    params: idParams,
    answers: { 204: null },
    handle: () => {
      handled += 1;
      throw conflicting('refused', `Refused for the ${handled}th time.`);
    },
  }),
  defineEndpoint({
    ...about,
    method: 'POST',
    path: '/v1/files',
    body: rawBody(['text/csv'], 2_000_000),
    answers: { 200: z.object({}) },
    handle: ({ body }) => ok({ bytes: body.length }),
  }),
];

let api: Awaited<ReturnType<typeof startApi>>;
let ours: Awaited<ReturnType<typeof api.newCreditor>>;
const ONE = '018f0000-0000-7000-8000-000000000001';

beforeAll(async () => {
  api = await startApi(endpoints);
  ours = await api.newCreditor();
});
afterAll(() => api.stop());

const post = (body: unknown, headers: Record<string, string> = {}) =>
  api.ask('POST', '/v1/things', { key: ours.admin, body, headers });
const raw = (text: string | Uint8Array, headers: Record<string, string> = { 'Content-Type': 'application/json' }) =>
  api.ask('POST', '/v1/things', { key: ours.admin, raw: text, headers });

describe('who calls', () => {
  it('answers 401 with WWW-Authenticate without a key, before it looks at the input', async () => {
    const answer = await api.ask('POST', '/v1/things', { raw: '{', headers: { 'Content-Type': 'text/plain' } });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/);
    expect(answer.headers.get('content-type')).toMatch('application/problem+json');
    expect(answer.body).toMatchObject({ status: 401, code: 'unauthorized', request_id: 'test', errors: [] });
  });
  it('answers 401 to a wrong key and to a revoked one', async () => {
    expect((await api.ask('POST', '/v1/things', { key: 'rel_wrong', body: {} })).status).toBe(401);
    const other = await api.newCreditor('Révoqué');
    await api.db.apiKey.updateMany({ where: { creditorId: other.id }, data: { revokedAt: new Date() } });
    expect((await api.ask('POST', '/v1/things', { key: other.admin, body: { name: 'a' } })).status).toBe(401);
  });
  it('answers 403 to a lesser role, before it looks at the input', async () => {
    const before = handled;
    for (const key of [ours.collector, ours.payments, 'rel_operator-of-the-frame-tests']) {
      const answer = await api.ask('POST', '/v1/things', {
        key,
        raw: '{',
        headers: { 'Content-Type': 'application/json' },
      });
      expect(answer.status).toBe(403);
    }
    expect(handled).toBe(before);
  });
  it('lets the role named and those above it in', async () => {
    for (const key of [ours.supervisor, ours.admin]) {
      expect((await api.ask('POST', '/v1/things', { key, body: { name: 'a' } })).status).toBe(201);
    }
  });
});

describe('where to', () => {
  it('answers 404 to an unknown path and 405 with Allow to another method', async () => {
    expect((await api.ask('GET', '/v1/nothing', { key: ours.admin })).status).toBe(404);
    const answer = await api.ask('PUT', '/v1/things', { key: ours.admin, body: {} });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('POST');
    expect((await api.ask('PATCH', '/v1/things/counters', { key: ours.admin })).status).toBe(405);
    expect((await api.ask('GET', '/v1/things/counters', { key: ours.admin })).body).toEqual({ all: 0 });
  });
  it('answers what is no id byte for byte as an unknown id', async () => {
    const unknown = await api.ask('GET', `/v1/things/${ONE.replace(/1$/, '2')}`, { key: ours.admin });
    expect(unknown.status).toBe(404);
    for (const id of ['x', '%00', '..%2f', "'", '9'.repeat(500), '%F0%9F%98%80']) {
      const answer = await api.ask('GET', `/v1/things/${id}`, { key: ours.admin });
      expect([answer.status, answer.text]).toEqual([404, unknown.text]);
    }
    expect((await api.ask('GET', '/v1/things/%zz', { key: ours.admin })).status).toBe(400);
  });
  it('answers a bad query value, an unknown parameter and a doubled one with 400', async () => {
    for (const query of ['size=m', 'colour=red', 'size=s&size=l', '__proto__=1', 'size=%00']) {
      const answer = await api.ask('GET', `/v1/things/${ONE}?${query}`, { key: ours.admin });
      expect([query, answer.status]).toEqual([query, 400]);
    }
  });
});

describe('what is sent', () => {
  it('answers 400 to JSON that is none', async () => {
    for (const text of ['{', '{"name":}', 'x', '\u{0}']) expect((await raw(text)).status).toBe(400);
  });
  it('answers 415 to another content type, charset or none', async () => {
    for (const type of ['text/plain', 'application/xml', 'application/json; charset=latin9']) {
      expect((await raw('{"name":"a"}', { 'Content-Type': type })).status).toBe(415);
    }
    const bytes = new TextEncoder().encode('{}');
    expect((await api.ask('POST', '/v1/things', { key: ours.admin, raw: bytes })).status).toBe(415);
    expect(
      (
        await api.ask('POST', '/v1/files', {
          key: ours.admin,
          raw: 'a;b',
          headers: { 'Content-Type': 'application/json' },
        })
      ).status,
    ).toBe(415);
  });
  it('answers 413 above 1 MB, and above the route’s own limit', async () => {
    expect((await raw(JSON.stringify({ name: 'x'.repeat(1_000_001) }))).status).toBe(413);
    const csv = { 'Content-Type': 'text/csv' };
    expect(
      (await api.ask('POST', '/v1/files', { key: ours.admin, raw: 'x'.repeat(1_500_000), headers: csv })).body,
    ).toEqual({ bytes: 1_500_000 });
    expect(
      (await api.ask('POST', '/v1/files', { key: ours.admin, raw: 'x'.repeat(2_000_001), headers: csv })).status,
    ).toBe(413);
  });
  it('names each unknown field and each wrong one by JSON pointer, with what to do', async () => {
    const answer = await post({ name: '', size: 'big', inner: { tags: ['a', 7], colour: 1 }, extra: true, 'a/b~c': 1 });
    expect(answer.status).toBe(422);
    expect(answer.headers.get('content-type')).toMatch('application/problem+json');
    const pointers = answer.body.errors.map((fault: { pointer: string }) => fault.pointer);
    expect(pointers.toSorted()).toEqual(['/a~1b~0c', '/extra', '/inner/colour', '/inner/tags/1', '/name', '/size']);
    for (const fault of answer.body.errors)
      expect(fault).toEqual({
        pointer: expect.any(String),
        detail: expect.stringMatching(/./),
        fix: expect.stringMatching(/./),
      });
  });
  it('answers 422 to what no schema should meet, and never 500', async () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    const bodies = [
      '[]',
      '7',
      'null',
      '"x"',
      deep,
      '{"name":"a\\u0000b"}',
      '{"name":"\\ud800"}',
      '{"name":"a","__proto__":{"x":1}}',
      '{"name":"a","constructor":{}}',
      '{"name":"a","size":1e400}',
      '{"name":"a","\\u0000":1}',
      '{}',
    ];
    for (const text of bodies) expect([text.slice(0, 40), (await raw(text)).status]).toEqual([text.slice(0, 40), 422]);
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });
  it('says nothing of our insides when we fail', async () => {
    fails = true;
    const answer = await post({ name: 'a' });
    fails = false;
    expect(answer.status).toBe(500);
    expect(answer.text).not.toMatch(/secret|at |\.ts/);
  });
});

describe('If-Match', () => {
  const patch = (headers: Record<string, string>) =>
    api.ask('PATCH', `/v1/things/${ONE}`, { key: ours.admin, body: { name: 'b' }, headers });
  it('takes the ETag of the GET, answers 428 without and 412 to a stale one', async () => {
    const { headers } = await api.ask('GET', `/v1/things/${ONE}`, { key: ours.admin });
    expect(headers.get('etag')).toBe('"3"');
    expect((await patch({ 'If-Match': headers.get('etag') ?? '' })).status).toBe(200);
    expect((await patch({})).status).toBe(428);
    expect((await patch({ 'If-Match': '"2"' })).status).toBe(412);
    expect((await patch({ 'If-Match': 'W/"3"' })).status).toBe(412);
  });
});

describe('Idempotency-Key', () => {
  it('replays the first answer, once only handled', async () => {
    const before = handled;
    const first = await post({ name: 'a' }, { 'Idempotency-Key': 'k1' });
    const second = await post({ name: 'a' }, { 'Idempotency-Key': 'k1' });
    expect(handled).toBe(before + 1);
    expect(first.headers.get('idempotency-replayed')).toBeNull();
    expect(second.headers.get('idempotency-replayed')).toBe('true');
    expect([second.status, second.body, second.headers.get('location')]).toEqual([
      201,
      first.body,
      first.headers.get('location'),
    ]);
  });
  it('refuses another body under the same key, and keeps keys of others apart', async () => {
    await post({ name: 'a' }, { 'Idempotency-Key': 'k2' });
    expect((await post({ name: 'b' }, { 'Idempotency-Key': 'k2' })).body).toMatchObject({
      status: 422,
      code: 'idempotency_key_reused',
    });
    const other = await api.ask('POST', '/v1/things', {
      key: ours.supervisor,
      body: { name: 'b' },
      headers: { 'Idempotency-Key': 'k2' },
    });
    expect(other.status).toBe(201);
  });
  it('answers 409 while the first is under way', async () => {
    const first = post({ name: 'slow' }, { 'Idempotency-Key': 'k3' });
    while (!release) await new Promise((resolve) => setTimeout(resolve, 5));
    expect((await post({ name: 'slow' }, { 'Idempotency-Key': 'k3' })).status).toBe(409);
    release();
    expect((await first).status).toBe(201);
  });
  it('replays a refusal too', async () => {
    const path = `/v1/things/${ONE}/refusals`;
    const refuse = () => api.ask('POST', path, { key: ours.admin, headers: { 'Idempotency-Key': 'k6' } });
    const [first, second] = [await refuse(), await refuse()];
    expect([second.status, second.text]).toEqual([409, first.text]);
    expect(second.headers.get('idempotency-replayed')).toBe('true');
  });
  it('is free again after a 5xx', async () => {
    fails = true;
    expect((await post({ name: 'a' }, { 'Idempotency-Key': 'k4' })).status).toBe(500);
    fails = false;
    expect((await post({ name: 'a' }, { 'Idempotency-Key': 'k4' })).status).toBe(201);
  });
  it('is forgotten after a day', async () => {
    const first = await post({ name: 'a' }, { 'Idempotency-Key': 'k5' });
    await api.db.idempotentRequest.updateMany({
      where: { key: 'k5' },
      data: { createdAt: new Date(Date.now() - 86_500_000) },
    });
    expect((await post({ name: 'a' }, { 'Idempotency-Key': 'k5' })).body).not.toEqual(first.body);
  });
  it('must be printable', async () => {
    expect((await post({ name: 'a' }, { 'Idempotency-Key': 'a b' })).status).toBe(400);
  });
});

describe('key guessing', () => {
  it('is answered 429 with Retry-After in the end, and never slows a good key down', async () => {
    const other = await startApi(endpoints);
    const guess = () => other.ask('GET', '/v1/things/counters', { key: `rel_${crypto.randomUUID()}` });
    const answers = [];
    for (let tries = 0; tries < 320; tries += 20)
      answers.push(...(await Promise.all(Array.from({ length: 20 }, guess))));
    const last = answers.at(-1);
    expect(answers.slice(0, 200).every(({ status }) => status === 401)).toBe(true);
    expect([last?.status, last?.body.code]).toEqual([429, 'too_many_attempts']);
    expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await other.ask('GET', '/v1/things/counters', { key: ours.admin })).status).toBe(200);
    expect((await other.ask('GET', '/v1/things/counters')).status).toBe(401);
    await other.stop();
  });
});

describe('outside /v1', () => {
  it('says that the process lives, and which of database, Temporal and migrations is ready', async () => {
    expect((await api.ask('GET', '/healthz')).status).toBe(200);
    const ready = await api.ask('GET', '/readyz');
    expect(ready.status).toBe(503);
    expect(ready.body.checks).toMatchObject({
      database: { ok: true },
      temporal: { ok: false },
      migrations: { ok: true },
    });
  });
  it('describes itself as OpenAPI 3.1, with a page that loads nothing from elsewhere', async () => {
    const { body } = await api.ask('GET', '/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    expect(Object.keys(body.paths)).toContain('/v1/things/{id}');
    expect((await api.ask('GET', '/docs')).text).not.toMatch(/https?:/);
    expect((await api.ask('GET', '/docs/assets/swagger-ui-bundle.js')).status).toBe(200);
  });
  it('counts requests by route pattern', async () => {
    const { text } = await api.ask('GET', '/metrics');
    expect(text).toMatch(
      /relance_http_request_duration_seconds_count\{method="GET",route="\/v1\/things\/\{id\}",status="404"\}/,
    );
  });
});
