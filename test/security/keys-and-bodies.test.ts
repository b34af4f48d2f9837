import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { aCustomer, call, unique } from '../api/client.ts';
import { type OwnApi, startOwnApi } from './own-api.ts';

let api: OwnApi;

beforeAll(async () => {
  api = await startOwnApi();
});
afterAll(() => api?.stop());

const ask = (authorization: string, path = '/v1/invoices?limit=1') =>
  fetch(api.url + path, { headers: { Authorization: authorization } });

describe('guessing keys', () => {
  it('is answered 429 after 300 in a minute, logged once with the address; a good key from there is never slowed', async () => {
    const statuses = new Map<number, number>();
    for (let guessed = 0; guessed < 320; guessed += 20) {
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, index) => ask(`Bearer rel_guess-number-${guessed + index}`)),
      );
      for (const { status } of answers) statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    expect([...statuses]).toEqual([
      [401, 300],
      [429, 20],
    ]);
    const refused = await ask('Bearer rel_one-more-guess', '/v1/customers');
    expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([429, true]);
    const good = await ask(`Bearer ${inject('stack').demo.keys.collector}`);
    expect(good.status).toBe(200);
    const warnings = api.logged.filter((line) => line.includes('keys or signatures are being guessed'));
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(/"address":"(::ffff:)?127\.0\.0\.1"/);
    expect(api.logged.join('')).not.toContain('rel_');
  });
});

describe('a body that is too large or too deep', () => {
  const post = (path: string, body: string, type = 'application/json') =>
    fetch(`${inject('stack').apiUrl}/v1${path}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${inject('stack').demo.keys.admin}`, 'Content-Type': type },
      body,
    });
  const deep = (depth: number) => '{"a":'.repeat(depth) + '1' + '}'.repeat(depth);

  it.each(['/customers', '/invoices', '/payments', '/scenarios', '/groups', '/templates/preview'])(
    'POST %s: 4xx at once, and the API goes on',
    async (path) => {
      for (const body of [deep(33), deep(5_000), '['.repeat(450_000) + ']'.repeat(450_000), '['.repeat(900_000)]) {
        const { status } = await post(path, body);
        expect([path, status >= 400 && status < 500]).toEqual([path, true]);
      }
      expect([404, 413]).toContain((await post(path, `{"name":"${'x'.repeat(1_000_001)}"}`)).status);
      expect((await call('collector', 'GET', '/invoices?limit=1')).status).toBe(200);
    },
  );

  it('in a file: 413 above 20 MB; a line of a million cells is refused, not read for ever', async () => {
    const customers = (body: string) => post('/imports?kind=customers', body, 'text/csv');
    expect((await customers('x'.repeat(20_000_001))).status).toBe(413);
    const began = Date.now();
    const { status } = await customers(`reference;name\n${';'.repeat(1_000_000)}\n`);
    expect([202, 422].includes(status)).toBe(true);
    expect(Date.now() - began).toBeLessThan(10_000);
  });

  it('a field of any length is capped, so that nothing that is drawn from it takes for ever', async () => {
    const long = 'a'.repeat(900_000);
    const { status, body } = await call(
      'collector',
      'POST',
      '/customers',
      aCustomer({ name: long, reference: unique('C') }),
    );
    expect([status, body.errors[0].pointer]).toEqual([422, '/name']);
  });
});
