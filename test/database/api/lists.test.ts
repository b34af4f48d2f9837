import { beforeAll, describe, expect, it } from 'vitest';
import { writeCursor } from '../../../api/frame/cursor.ts';
import { describeApi } from '../../../api/frame/openapi.ts';
import { routes } from '../../../api/routes.ts';
import { sharedApi } from './running-api.ts';

interface Described {
  parameters: { name: string; schema: unknown }[];
  responses: { '200': { content: object } };
}

let api: Awaited<ReturnType<typeof sharedApi>>;
let ours: Awaited<ReturnType<typeof api.newCreditor>>;
const NAMES = ['Ange', 'Béa', '=SOMME(A1)', 'Dan', 'Dan', 'Dan', 'Éva', '+33', '@x', 'Zoé, dite "Z"'];

beforeAll(async () => {
  api = await sharedApi();
  ours = await api.newCreditor();
  for (const [index, name] of NAMES.entries()) {
    const body = { name, email: `u${index}@example.org`, role: index % 2 === 0 ? 'collector' : 'supervisor' };
    expect((await api.ask('POST', '/v1/users', { key: ours.admin, body })).status).toBe(201);
  }
  const theirs = await api.newCreditor('Autre');
  await api.ask('POST', '/v1/users', {
    key: theirs.admin,
    body: { name: 'Ailleurs', email: 'a@example.org', role: 'admin' },
  });
});

const list = (query: string, headers: Record<string, string> = {}) =>
  api.ask('GET', `/v1/users?${query}`, { key: ours.collector, headers });

async function walk(query: string): Promise<string[]> {
  const seen: string[] = [];
  for (let cursor = ''; ;) {
    const { body } = await list(`${query}${cursor}`);
    seen.push(...body.data.map((row: { id: string }) => row.id));
    if (body.next_cursor === null) return seen;
    cursor = `&cursor=${encodeURIComponent(body.next_cursor)}`;
  }
}

describe('a list', () => {
  it('gives every row once, whatever the page, in both directions', async () => {
    const all = (await list('limit=200')).body.data.map((row: { id: string }) => row.id);
    expect(all).toHaveLength(NAMES.length);
    for (const limit of [1, 2, 3, 9, 10]) expect(await walk(`limit=${limit}`)).toEqual(all);
    expect(await walk('limit=3&sort=-name')).toEqual(all.toReversed());
  });
  it('filters by what is listed, and counts what it filtered', async () => {
    const { body } = await list('role=supervisor&limit=2&count=true');
    expect([body.data.length, body.total]).toEqual([2, 5]);
    expect((await list('q=ÉVA')).body.data).toHaveLength(1);
    for (const sign of ['%25', '_', '%5C']) expect((await list(`q=${sign}`)).body.data).toEqual([]);
    expect((await list('')).body).not.toHaveProperty('total');
  });
  it('answers 400 to a query that is no UTF-8, rather than look for what nobody sent', async () => {
    for (const query of ['q=%ED%A0%80', 'q=%FF', 'q=100%'])
      expect([query, (await list(query)).status]).toEqual([query, 400]);
    expect((await list('q=%C3%89va')).body.data).toHaveLength(1);
  });
  it('answers 400 to another filter, limit, sort or cursor', async () => {
    const other = (await list('limit=1&sort=email')).body.next_cursor;
    const templates = (await api.ask('GET', '/v1/templates?limit=1&sort=name', { key: ours.collector })).body;
    expect(templates.next_cursor).not.toBeNull();
    const forged = [['name', 7, 'x'], ['name', 'a'], 'x', ['name', null, crypto.randomUUID()]].map((value) =>
      Buffer.from(JSON.stringify(value)).toString('base64url'),
    );
    const queries = [
      'phone=1',
      'limit=0',
      'limit=201',
      'limit=1e1',
      'sort=phone',
      'count=yes',
      'cursor=',
      'cursor=abc',
      `cursor=${other}`,
      `sort=name&cursor=${templates.next_cursor}`,
      ...forged.map((cursor) => `cursor=${cursor}`),
    ];
    for (const query of queries) expect([query, (await list(query)).status]).toEqual([query, 400]);
  });
  it('answers 400 to a cursor that was altered in any place, rather than go on from elsewhere', async () => {
    const cursor: string = (await list('limit=1&sort=name')).body.next_cursor;
    expect((await list(`sort=name&cursor=${cursor}`)).status).toBe(200);
    const other = (letter: string) => (letter === 'A' ? 'B' : 'A');
    const altered = [...cursor].map((letter, at) => `${cursor.slice(0, at)}${other(letter)}${cursor.slice(at + 1)}`);
    for (const bad of [...altered, `${cursor}!!!`, `${cursor}x`, `x${cursor}`, `%25${cursor}`, `${cursor}=`])
      expect([bad, (await list(`sort=name&cursor=${bad}`)).status]).toEqual([bad, 400]);
  });
  it('answers 400 to a cursor that somebody wrote himself, with a value that no such column has', async () => {
    const never = ['2026-02-30', '0000-01-01', '5', '2026-13-01T00:00:00Z', 9e15, 1.5];
    const listings: [string, string, string | number][] = [
      ['/v1/invoices', 'due_on', '2026-02-28'],
      ['/v1/actions', 'due_on', '2026-02-28'],
      ['/v1/templates', 'level', 2],
      ['/v1/messages', 'reserved_at', '2026-02-28T08:00:00.000Z'],
    ];
    for (const [path, sort, possible] of listings) {
      for (const value of [...never, possible]) {
        const written = writeCursor(`${path} ${sort}`, { value, id: crypto.randomUUID() });
        const query = `sort=${sort}&cursor=${written}`;
        const { status } = await api.ask('GET', `${path}?${query}`, { key: ours.collector });
        expect([path, value, status]).toEqual([path, value, value === possible ? 200 : 400]);
      }
    }
  });
  it('goes on after a row whose id is a UUID of any version, as every path takes it and the document says', async () => {
    const foreign = '11111111-2222-3333-4444-555555555555';
    const written = writeCursor('/v1/users name', { value: 'Dan', id: foreign });
    const { status, body } = await list(`sort=name&cursor=${written}`);
    expect([status, body.data.map(({ name }: { name: string }) => name)]).toEqual([200, ['Zoé, dite "Z"', 'Éva']]);
    const patterns = [...JSON.stringify(describeApi(routes)).matchAll(/"format":"uuid","pattern":"([^"]*)"/g)];
    expect(patterns.length).toBeGreaterThan(50);
    for (const pattern of new Set(patterns.map(([, one]) => one!))) expect(foreign).toMatch(new RegExp(pattern));
  });
  it('gives the whole filtered list as CSV, which no spreadsheet takes for formulas', async () => {
    const { headers, text } = await list('limit=1&sort=name', { Accept: 'text/csv' });
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const [header, ...lines] = text.trimEnd().split('\r\n');
    expect(header).toBe('id,name,email,phone,role,has_password');
    expect(lines).toHaveLength(NAMES.length);
    expect(text).toContain(",'=SOMME(A1),");
    expect(text).toContain(",'+33,");
    expect(text).toContain(",'@x,");
    expect(text).toContain(',"Zoé, dite ""Z""",');
    expect((await list('role=supervisor', { Accept: 'text/csv' })).text.trimEnd().split('\r\n')).toHaveLength(6);
  });
  it('is CSV only for who prefers that to JSON', async () => {
    const typeFor = async (accept: string) =>
      (await list('limit=1', { Accept: accept })).headers.get('content-type')?.split(';')[0];
    const asCsv = ['text/csv', 'TEXT/CSV;charset=UTF-8', 'text/csv, application/json;q=0.9', 'text/csv, */*', 'text/*'];
    const asJson = ['*/*', 'text/html', 'text/csv;q=0', 'application/json, text/csv;q=0.5', 'text/csv;q=0.1, */*'];
    for (const accept of asJson) expect([accept, await typeFor(accept)]).toEqual([accept, 'application/json']);
    for (const accept of asCsv) expect([accept, await typeFor(accept)]).toEqual([accept, 'text/csv']);
  });
  it('is CSV whatever parameters the type is asked for with, and only its weight decides', async () => {
    const typeFor = async (accept: string) =>
      (await list('limit=1', { Accept: accept })).headers.get('content-type')?.split(';')[0];
    const asCsv = [
      ...['text/csv; charset=iso-8859-1', 'text/csv;header=present', 'text/csv; header="a, b;c"; charset=utf-8'],
      ...['text/csv;charset=windows-1252;q=0.9, application/json;q=0.8', 'text/csv;header=absent, */*;q=0.1'],
    ];
    const asJson = [
      ...['text/csv;header=present;q=0', 'application/json, text/csv;header=present;q=0.5'],
      'application/json;charset=iso-8859-1, text/csv;q=0.9',
    ];
    for (const accept of asCsv) expect([accept, await typeFor(accept)]).toEqual([accept, 'text/csv']);
    for (const accept of asJson) expect([accept, await typeFor(accept)]).toEqual([accept, 'application/json']);
  });
  it('is described with its count and its CSV, whose columns are each named once', async () => {
    const lists = routes.filter((route) => route.csv);
    expect(lists.length).toBeGreaterThan(10);
    const { paths } = describeApi(routes) as unknown as { paths: Record<string, { get: Described }> };
    for (const { path } of lists) {
      const { parameters, responses } = paths[path]!.get;
      expect([path, parameters.find(({ name }) => name === 'count')?.schema]).toEqual([path, { type: 'boolean' }]);
      expect([path, Object.keys(responses['200'].content)]).toEqual([path, ['application/json', 'text/csv']]);
      if (path.includes('{')) continue;
      const { text } = await api.ask('GET', path, { key: ours.admin, headers: { Accept: 'text/csv' } });
      const columns = text.split('\r\n')[0]!.split(',');
      expect([path, columns]).toEqual([path, [...new Set(columns)]]);
    }
  });
  it('gives a CSV of more than one batch whole', async () => {
    const rows = Array.from({ length: 450 }, (_, index) => ({
      id: crypto.randomUUID(),
      creditorId: ours.id,
      name: 'Foule',
      email: `f${index}@example.org`,
      role: 'admin' as const,
    }));
    await api.db.user.createMany({ data: rows });
    const { text } = await list('q=Foule', { Accept: 'text/csv' });
    const ids = text
      .trimEnd()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(',')[0]);
    expect([ids.length, new Set(ids).size]).toEqual([450, 450]);
  });
});
