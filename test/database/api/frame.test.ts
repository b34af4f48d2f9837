import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sharedApi, startApi } from './running-api.ts';
import { endpoints, ONE, things } from './things.ts';

let api: Awaited<ReturnType<typeof startApi>>;
let ours: Awaited<ReturnType<typeof api.newCreditor>>;

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
    const before = things.handled;
    for (const key of [ours.collector, ours.payments, 'rel_operator-of-the-frame-tests']) {
      const answer = await api.ask('POST', '/v1/things', {
        key,
        raw: '{',
        headers: { 'Content-Type': 'application/json' },
      });
      expect(answer.status).toBe(403);
    }
    expect(things.handled).toBe(before);
  });
  it('lets the role named and those above it in', async () => {
    for (const key of [ours.supervisor, ours.admin]) {
      expect((await api.ask('POST', '/v1/things', { key, body: { name: 'a' } })).status).toBe(201);
    }
  });
});

describe('where to', () => {
  it('answers 404 where the demonstration’s clock would be, read or moved: this is none', async () => {
    const product = await sharedApi();
    const { admin } = await product.newCreditor();
    const read = await product.ask('GET', '/v1/demo/clock', { key: admin });
    const moved = await product.ask('POST', '/v1/demo/clock', { key: admin, body: { advance_days: 1 } });
    expect([read.status, moved.status]).toEqual([404, 404]);
  });
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
  it('answers a problem, too, to a URL that Node does not read to its end', async () => {
    const { status, headers, body } = await api.ask('GET', `/v1/things?q=${'x'.repeat(20_000)}`);
    expect([status, headers.get('content-type'), body.code]).toEqual([
      431,
      'application/problem+json; charset=utf-8',
      'headers_too_large',
    ]);
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
    things.fails = true;
    const answer = await post({ name: 'a' });
    things.fails = false;
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
