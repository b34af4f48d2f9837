import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi } from './running-api.ts';
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

/** Waits for a slow request to be under way; returns the function that ends it. */
async function untilSlow(): Promise<() => void> {
  for (;;) {
    const { release } = things;
    things.release = null;
    if (release) return release;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
const aged = (key: string, data: { createdAt?: Date; attemptedAt?: Date }) =>
  api.db.idempotentRequest.updateMany({ where: { key }, data });

describe('Idempotency-Key', () => {
  it('replays the first answer, once only things.handled', async () => {
    const before = things.handled;
    const first = await post({ name: 'a' }, { 'Idempotency-Key': 'k1' });
    const second = await post({ name: 'a' }, { 'Idempotency-Key': 'k1' });
    expect(things.handled).toBe(before + 1);
    expect(first.headers.get('idempotency-replayed')).toBeNull();
    expect(second.headers.get('idempotency-replayed')).toBe('true');
    // Byte for byte, so that a client that compares or signs answers gets the same one.
    expect([second.status, second.text, second.headers.get('location')]).toEqual([
      201,
      first.text,
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
    const end = await untilSlow();
    expect((await post({ name: 'slow' }, { 'Idempotency-Key': 'k3' })).status).toBe(409);
    end();
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
    things.fails = true;
    expect((await post({ name: 'a' }, { 'Idempotency-Key': 'k4' })).status).toBe(500);
    things.fails = false;
    expect((await post({ name: 'b' }, { 'Idempotency-Key': 'k4' })).body.code).toBe('idempotency_key_reused');
    expect((await post({ name: 'a' }, { 'Idempotency-Key': 'k4' })).status).toBe(201);
  });
  it('is the same request when it is sent again after a 5xx, and another one a day later', async () => {
    things.fails = true;
    await post({ name: 'a' }, { 'Idempotency-Key': 'k7' });
    const failed = things.requestKey;
    things.fails = false;
    await post({ name: 'a' }, { 'Idempotency-Key': 'k7' });
    expect([failed, things.requestKey]).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/), failed]);
    await post({ name: 'a' }, { 'Idempotency-Key': 'k8' });
    expect(things.requestKey).not.toBe(failed);
    await aged('k7', { createdAt: new Date(Date.now() - 86_500_000) });
    await post({ name: 'a' }, { 'Idempotency-Key': 'k7' });
    expect(things.requestKey).not.toBe(failed);
    await post({ name: 'a' });
    expect(things.requestKey).toBeNull();
  });
  it('of a request whose process died is taken over a minute after its last sign of life, by one repeat', async () => {
    const first = post({ name: 'slow' }, { 'Idempotency-Key': 'k9' });
    const endFirst = await untilSlow();
    // A request that began long ago and is still running.
    await aged('k9', { createdAt: new Date(Date.now() - 3_600_000) });
    expect((await post({ name: 'slow' }, { 'Idempotency-Key': 'k9' })).body.code).toBe('in_progress');
    await aged('k9', { attemptedAt: new Date(Date.now() - 61_000) });
    const repeat = post({ name: 'slow' }, { 'Idempotency-Key': 'k9' });
    const endRepeat = await untilSlow();
    expect((await post({ name: 'slow' }, { 'Idempotency-Key': 'k9' })).body.code).toBe('in_progress');
    endRepeat();
    const answer = await repeat;
    // The first process was not dead after all: the answer stored in the meantime stays.
    endFirst();
    await first;
    expect((await post({ name: 'slow' }, { 'Idempotency-Key': 'k9' })).text).toBe(answer.text);
  });
  it('is forgotten after a day', async () => {
    const first = await post({ name: 'a' }, { 'Idempotency-Key': 'k5' });
    await aged('k5', { createdAt: new Date(Date.now() - 86_500_000) });
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
