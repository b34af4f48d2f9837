import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { folded } from '../../../domain/format/folded.ts';
import { sharedApi } from './running-api.ts';
import { SAMPLE_BODIES } from './sample-bodies.ts';

let api: Awaited<ReturnType<typeof sharedApi>>;
let ours: Awaited<ReturnType<typeof api.newCreditor>>;
const NAME = 'L’Été du Cœur';

const sample = (route: string) => SAMPLE_BODIES[route] as Record<string, unknown>;
async function make(path: string, body: object): Promise<void> {
  const { status } = await api.ask('POST', path, { key: ours.admin, body });
  // The invoice is stored, although its workflow cannot be told: there is no Temporal here.
  expect([path, status]).toEqual([path, path === '/v1/invoices' ? 503 : 201]);
}

beforeAll(async () => {
  api = await sharedApi();
  ours = await api.newCreditor();
  const contacts = [{ name: 'Gaëlle Forêt', email: 'gaelle@example.org', recovery: true }];
  await make('/v1/customers', { ...sample('POST /v1/customers'), reference: 'C-ÉTÉ', name: NAME, contacts });
  await make('/v1/invoices', { ...sample('POST /v1/invoices'), number: 'F-1', customer_reference: 'C-ÉTÉ' });
  await make('/v1/users', { name: NAME, email: 'ete@example.org', role: 'collector' });
  await make('/v1/third-parties', { ...sample('POST /v1/third-parties'), name: NAME });
  await make('/v1/groups', { ...sample('POST /v1/groups'), name: NAME });
  await make('/v1/keys', { name: NAME, role: 'collector' });
  await make('/v1/tasks', { title: NAME, alert_at: '2026-12-01T09:00:00Z' });
});

const found = async (list: string, q: string): Promise<number> => {
  const { status, body } = await api.ask('GET', `/v1/${list}?q=${encodeURIComponent(q)}`, { key: ours.admin });
  expect([list, q, status]).toEqual([list, q, 200]);
  return body.data.length;
};

describe('looking for a name', () => {
  it.each(['customers', 'invoices', 'users', 'third-parties', 'groups', 'keys', 'tasks'])(
    'in %s finds it in any case, with accents, without or taken apart, with whatever apostrophe; and no other',
    async (list) => {
      for (const q of [NAME, "L'ETE", 'été du', 'ETE DU', 'e\u0301te\u0301 du', 'coeur', 'CŒUR'])
        expect([list, q, await found(list, q)]).toEqual([list, q, 1]);
      for (const q of ['ete de', 'étés du', 'l ete', 'E%E', 'ete_du'])
        expect([list, q, await found(list, q)]).toEqual([list, q, 0]);
    },
  );

  it('finds a customer by its reference and by a contact’s name and address', async () => {
    for (const q of ['c-ete', 'gaelle f', 'FORÊT', 'Gaelle@example'])
      expect([q, await found('customers', q)]).toEqual([q, 1]);
    expect(await found('customers', 'forets')).toBe(0);
  });

  it('of one or two letters finds the case by what begins a word', async () => {
    for (const [q, count] of [
      ['ÉT', 1],
      ['et', 1],
      ['l’', 1],
      ['té', 0],
    ] as const)
      expect([q, await found('invoices', q)]).toEqual([q, count]);
  });

  it('finds the case of an amount, owed or invoiced, as it stands on a bank statement; a whole number is text', async () => {
    for (const q of ['1,00', '1.00', ' 1,00 ']) expect([q, await found('invoices', q)]).toEqual([q, 1]);
    await make('/v1/invoices', {
      ...sample('POST /v1/invoices'),
      ...{ number: 'F-2', customer_reference: 'C-ÉTÉ', total_cents: 123_456_789 },
    });
    for (const q of ['1234567,89', '1 234 567,89', '1\u202f234\u202f567,89'])
      expect([q, await found('invoices', q)]).toEqual([q, 1]);
    for (const q of ['1234567,88', '1234567', '123456789', `${'9'.repeat(40)},00`])
      expect([q, await found('invoices', q)]).toEqual([q, 0]);
  });

  it('means the same in Postgres as here', async () => {
    const sign = fc.oneof(
      fc.integer({ min: 0x20, max: 0x17f }).map((code) => String.fromCharCode(code)),
      fc.constantFrom('\u0301', '\u0327', '’', '‘', '\u202f', '\u00a0', 'ﬁ', 'Σ', 'ß', '中', '😀', 'Œ', 'Æ'),
    );
    const texts = fc
      .sample(fc.array(sign, { maxLength: 12 }), { numRuns: 400, seed: 7 })
      .map((signs) => signs.join(''));
    const rows = await api.db.$queryRaw<{ text: string; folded: string }[]>`
      SELECT text, folded(text) AS folded FROM unnest(${texts}::text[]) AS text`;
    expect(rows.map(({ folded: sql }) => sql)).toEqual(rows.map(({ text }) => folded(text)));
  });
});
