import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ZodType } from 'zod';
import type { Endpoint } from '../../../api/frame/endpoint.ts';
import { isRawBody, type RawBody } from '../../../api/frame/raw-body.ts';
import { routes } from '../../../api/routes.ts';
import { everythingOf } from './everything-of-a-creditor.ts';
import { type Answered, OPERATOR_KEY, sharedApi } from './running-api.ts';
import { SAMPLE_BODIES } from './sample-bodies.ts';
import { type WrittenTables, watchWrites } from './written-tables.ts';

let api: Awaited<ReturnType<typeof sharedApi>>;
let ours: Awaited<ReturnType<typeof api.newCreditor>>;
let ids: Record<string, string>;
let written: WrittenTables;
beforeAll(async () => {
  api = await sharedApi();
  ours = await api.newCreditor();
  ids = await everythingOf(api.db, ours.id);
  written = await watchWrites(api.db);
});
afterAll(() => written?.end());

const nameOf = ({ method, path }: Endpoint) => `${method} ${path}`;
const pathOf = ({ path }: Endpoint) =>
  path.replace(/\/([\w-]+)\/\{\w+\}/g, (_all, word: string) => `/${word}/${ids[word] ?? 'x'}`);
const keyFor = ({ who }: Endpoint) => (who !== 'anyone' && who.includes('operator') ? OPERATOR_KEY : ours.admin);
const withJson = routes.filter(({ body, who }) => body && !isRawBody(body) && who !== 'anyone');
const ofAnyone = routes.filter(({ body, who }) => body && !isRawBody(body) && who === 'anyone');
const withBytes = routes.filter(({ body }) => isRawBody(body));

/** Values that fit no field, or only just fit. */
const HOSTILE: readonly unknown[] = [
  null,
  true,
  -1,
  0,
  1.5,
  1e308,
  2 ** 60,
  '',
  ' ',
  'x'.repeat(30_000),
  '\u202e\u0007',
  '2026-02-30',
  '0000-01-01',
  [],
  [[]],
  {},
  ['x'],
  { toString: 1 },
];

/** The answer must be a deliberate one; when it is a refusal, no table may have been written. */
async function expectSound(what: string, { status, headers, body, text }: Answered): Promise<void> {
  const tables = await written.sinceLastAsked();
  if (status >= 400 && status < 500) expect([what, status, tables]).toEqual([what, status, []]);
  const sound = status < 500 || (status === 503 && ['stored_not_told', 'no_verdict'].includes(body?.code));
  expect([what, status, sound ? '' : text]).toEqual([what, status, '']);
  if (status < 400) return;
  expect([what, headers.get('content-type')]).toEqual([what, 'application/problem+json; charset=utf-8']);
  for (const fault of body.errors)
    expect([what, typeof fault.pointer, Boolean(fault.detail), Boolean(fault.fix)]).toEqual([
      what,
      'string',
      true,
      true,
    ]);
}

async function expectRefused(what: string, answer: Answered): Promise<void> {
  await expectSound(what, answer);
  expect([what, answer.status >= 400 && answer.status < 500 ? '' : answer.status]).toEqual([what, '']);
}

/** Bytes that are nearly a valid file, or would be one in another encoding. */
const bytesThatFit = (): [string, Buffer][] => [
  ['zeros', Buffer.alloc(64)],
  ['not UTF-8', Buffer.from([0x22, 0xff, 0xfe, 0x22, 0x0a])],
  ['a PDF cut short', Buffer.from('%PDF-1.7\n1 0 obj')],
  ['a PNG cut short', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
  ['JSON cut short', Buffer.from('{"type":"payment.received","data":{')],
  ['JSON that says nothing', Buffer.from('{}')],
  ['a quote that never ends', Buffer.from('reference;name\n"C-1;x\n')],
];

/** Values of a query, written as in an address. */
const HOSTILE_TEXTS: readonly string[] = [
  '',
  '%',
  '%25',
  '%5C',
  "'",
  '-1',
  '1e9',
  '99999999999999999999',
  '%00',
  '%ff',
  'NaN',
  '2026-02-30',
  '0000-00-00',
  '00000000-0000-0000-0000-000000000000',
  'x'.repeat(3_000),
];

/**
 * Picks from many values all that the schema accepts, which reach the handler, and one that it refuses, another one for each `place`:
 * refusals are answered by the frame, in the same way for all routes.
 */
function worthAsking<Value>(values: readonly Value[], place: number, isTaken: (value: Value) => boolean): Value[] {
  const taken = values.filter(isTaken);
  const refused = values.filter((value) => !taken.includes(value));
  return refused.length === 0 ? taken : [...taken, refused[place % refused.length]!];
}

const textOf = (value: string) => new URLSearchParams(`value=${value}`).get('value')!;

describe('input that nobody meant', () => {
  it.each(withJson.map((endpoint) => [nameOf(endpoint), endpoint] as const))(
    '%s: a 4xx problem that changes nothing, never a 500',
    async (name, endpoint) => {
      const ask = (body: unknown) =>
        api.ask(endpoint.method, pathOf(endpoint), { key: keyFor(endpoint), body, headers: { 'If-Match': '*' } });
      for (const whole of [[], 'x', 7, null, { unknown_field: 1 }]) {
        const answer = await ask(whole);
        await expectSound(`${name} ${JSON.stringify(whole)}`, answer);
        expect([name, answer.status >= 400]).toEqual([name, true]);
      }
      const sample = SAMPLE_BODIES[name] as Record<string, unknown>;
      const schema = endpoint.body as ZodType;
      for (const [place, field] of Object.keys(sample).entries()) {
        const isTaken = (value: unknown) => schema.safeParse({ ...sample, [field]: value }).success;
        for (const value of worthAsking(HOSTILE, name.length + place, isTaken)) {
          const what = `${name} ${field}=${JSON.stringify(value)?.slice(0, 40)}`;
          await expectSound(what, await ask({ ...sample, [field]: value }));
        }
      }
    },
    120_000,
  );

  it.each(ofAnyone.map((endpoint) => [nameOf(endpoint), endpoint] as const))(
    '%s, which needs no key: refused, and nothing changed',
    async (name, { method, path }) => {
      const fields = { email: 'nobody@example.org', password: 'x'.repeat(12), creditor: 'nobody' };
      const ask = (body: unknown) => api.ask(method, path, { key: null, body });
      for (const whole of [[], 'x', 7, null, {}, { unknown_field: 1 }])
        await expectRefused(`${name} ${JSON.stringify(whole)}`, await ask(whole));
      for (const field of Object.keys(fields)) {
        for (const value of HOSTILE)
          await expectRefused(
            `${name} ${field}=${JSON.stringify(value)?.slice(0, 40)}`,
            await ask({ ...fields, [field]: value }),
          );
      }
    },
    120_000,
  );

  it.each(withBytes.map((endpoint) => [nameOf(endpoint), endpoint] as const))(
    '%s, which takes bytes: none, too many, others than it takes: refused, and nothing changed',
    async (name, endpoint) => {
      const { contentTypes, limitBytes } = endpoint.body as RawBody;
      const query = endpoint.path === '/v1/imports' ? '?kind=customers' : '';
      const send = (raw: Uint8Array, type: string) =>
        api.ask(endpoint.method, pathOf(endpoint) + query, {
          key: keyFor(endpoint),
          raw,
          headers: { 'Content-Type': type },
        });
      for (const type of contentTypes) {
        for (const [what, bytes] of bytesThatFit())
          await expectSound(`${name} ${type}: ${what}`, await send(bytes, type));
        await expectRefused(`${name} ${type}: none`, await send(Buffer.alloc(0), type));
        await expectRefused(`${name} ${type}: too many`, await send(Buffer.alloc(limitBytes + 1, 'a'), type));
      }
      await expectRefused(`${name}: of another type`, await send(Buffer.from('x'), 'application/x-unknown'));
    },
    120_000,
  );

  it('in queries and cursors of every list: 400 or an answer, never a 500', async () => {
    let place = 0;
    for (const endpoint of routes.filter(({ method, who }) => method === 'GET' && who !== 'anyone')) {
      const shape = endpoint.query && 'shape' in endpoint.query ? Object.keys(endpoint.query.shape as object) : [];
      for (const name of [...shape, 'unknown']) {
        place += 1;
        const isTaken = (value: string) => endpoint.query?.safeParse({ [name]: textOf(value) }).success ?? false;
        for (const value of worthAsking(HOSTILE_TEXTS, place, isTaken)) {
          const answer = await api.ask('GET', `${pathOf(endpoint)}?${name}=${value}`, { key: keyFor(endpoint) });
          await expectSound(`${nameOf(endpoint)} ${name}=${value.slice(0, 40)}`, answer);
        }
      }
    }
  }, 120_000);
});

describe('What is refused', () => {
  const unknown = Object.fromEntries(Array.from({ length: 50_000 }, (_, at) => [`a${at}`, 0]));
  const refused = (path: string, body: object, key: string | null) => api.ask('POST', path, { key, body });

  it('is not told at many times the length of what was sent, also to nobody', async () => {
    const long = await refused('/v1/session', { email: 'a@example.org', password: 'x'.repeat(12), ...unknown }, null);
    expect([long.status, long.body.errors.length, long.text.length < 40_000]).toEqual([422, 101, true]);
    expect(long.body.errors.at(-1).detail).toBe('There are 49900 more faults.');
    const invoices = { customer_ids: Array.from({ length: 20_000 }, () => 'x'), collector_id: 'x' };
    const many = await refused('/v1/customers/assign', invoices, ours.admin);
    expect([many.status, many.body.errors.length <= 101, many.text.length < 40_000]).toEqual([422, true, true]);
  });

  it('is told whole when it is no more than a hundred faults', async () => {
    const few = Object.fromEntries(Object.entries(unknown).slice(0, 30));
    const { body } = await refused('/v1/session', few, null);
    expect(body.errors.filter(({ detail }: { detail: string }) => detail.startsWith('There is no field'))).toHaveLength(
      30,
    );
  });
});
