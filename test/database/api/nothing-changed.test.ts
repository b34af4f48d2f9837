import { beforeAll, expect, it } from 'vitest';
import { everythingOf, snapshotOf } from './everything-of-a-creditor.ts';
import { sharedApi } from './running-api.ts';

let api: Awaited<ReturnType<typeof sharedApi>>;
let ours: Awaited<ReturnType<typeof api.newCreditor>>;
let ids: Record<string, string>;
beforeAll(async () => {
  api = await sharedApi();
  ours = await api.newCreditor();
  ids = await everythingOf(api.db, ours.id);
  const criteria = { all: [{ field: 'kind', op: 'eq', value: 'consumer' }] };
  await api.db.customerGroup.update({ where: { id: ids['groups']! }, data: { criteria } });
});

/** The path; fields of it that are sent again unchanged; a body that changes something. */
const CASES: [string, string[], object][] = [
  ['/v1/settings', ['send_hour', 'address', 'statement_columns', 'max_messages_per_customer'], { send_hour: 11 }],
  ['/v1/templates/{templates}', ['name', 'subject', 'body_html', 'language'], { subject: 'Autre objet' }],
  ['/v1/scenarios/{scenarios}', ['name', 'steps', 'default_for'], { name: 'Autre scénario' }],
  ['/v1/groups/{groups}', ['name', 'criteria', 'priority'], { priority: 4 }],
  ['/v1/third-parties/{third-parties}', ['name', 'email', 'professional'], { name: 'Autre étude' }],
  ['/v1/users/{users}', ['name', 'email', 'role'], { name: 'Autre Paul' }],
  ['/v1/customers/{customers}', ['name', 'contacts', 'tags'], { name: 'Autre nom' }],
  ['/v1/tasks/{tasks}', ['title'], { title: 'Autre tâche' }],
];

it.each(CASES)(
  '%s says the same again: it is as it was, its ETag too; a change is a new one',
  async (pattern, fields, other) => {
    const path = pattern.replace(/\{([\w-]+)\}/, (_all, word: string) => ids[word] ?? '');
    const read = await api.ask('GET', path, { key: ours.admin });
    const etag = read.headers.get('etag') ?? '';
    const change = (body: object) => api.ask('PATCH', path, { key: ours.admin, body, headers: { 'If-Match': etag } });
    const before = await snapshotOf(api.db, ours.id);
    const same = Object.fromEntries(fields.map((field) => [field, read.body[field]]));
    for (const body of [{}, same]) {
      const answer = await change(body);
      expect([answer.status, answer.headers.get('etag')]).toEqual([200, etag]);
      expect(await snapshotOf(api.db, ours.id)).toBe(before);
    }
    await change(other);
    expect(await snapshotOf(api.db, ours.id)).not.toBe(before);
    const after = (await api.ask('GET', path, { key: ours.admin })).headers.get('etag');
    expect(after).not.toBe(etag);
    expect((await change({})).status).toBe(412);
  },
);

it('a further text of a template said again is as it was', async () => {
  const path = `/v1/templates/${ids['templates'] ?? ''}`;
  const template = await api.ask('GET', path, { key: ours.admin });
  const etag = template.headers.get('etag') ?? '';
  const [, text] = template.body.variants;
  const headers = { 'If-Match': etag };
  const url = `${path}/variants/${text.id as string}`;
  const answer = await api.ask('PATCH', url, { key: ours.admin, body: { subject: text.subject }, headers });
  expect([answer.status, answer.headers.get('etag')]).toEqual([200, etag]);
});
