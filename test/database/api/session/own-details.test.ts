import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApi } from '../running-api.ts';
import { person, signedInPerson } from './browser.ts';

let api: Awaited<ReturnType<typeof startApi>>;
let ours: Awaited<ReturnType<typeof api.newCreditor>>;

beforeAll(async () => {
  api = await startApi();
  ours = await api.newCreditor('Nous');
});
afterAll(() => api.stop());

const ME = '/v1/session/me';

it('who is signed in sees his own details, and changes his telephone: his alone', async () => {
  const { id, email, browser } = await signedInPerson(api, ours.id);
  const colleague = await person(api, ours.id);
  const before = await browser.ask('GET', ME);
  expect(before.body).toMatchObject({ id, email, name: 'Camille Leroy', phone: null, role: 'collector' });
  const headers = { 'If-Match': before.headers.get('etag') ?? '' };
  const changed = await browser.ask('PATCH', ME, { phone: '06 12 34 56 78' }, headers);
  expect([changed.status, changed.body]).toEqual([200, { ...before.body, phone: '06 12 34 56 78' }]);
  expect(await api.db.user.findUniqueOrThrow({ where: { id: colleague.id } })).toMatchObject({ phone: null });
  // What the administrator changed meanwhile is not overwritten, and a change without a version is refused.
  expect((await browser.ask('PATCH', ME, { phone: null }, headers)).status).toBe(412);
  expect((await browser.ask('PATCH', ME, { phone: null })).status).toBe(428);
  const emptied = await browser.ask('PATCH', ME, { phone: null }, { 'If-Match': changed.headers.get('etag') ?? '' });
  expect([emptied.status, emptied.body.phone]).toEqual([200, null]);
});

it('neither address, name nor role is one’s own to change: one signs in by the address, and the name stands in the history', async () => {
  const { id, email, browser } = await signedInPerson(api, ours.id);
  for (const body of [
    { email: 'autre@example.org' },
    { name: 'Un autre' },
    { role: 'admin' },
    { phone: 'appelez-moi' },
  ])
    expect((await browser.ask('PATCH', ME, body, { 'If-Match': '*' })).status).toBe(422);
  expect(await api.db.user.findUniqueOrThrow({ where: { id } })).toMatchObject({
    ...{ email, name: 'Camille Leroy', role: 'collector', phone: null },
  });
});

it('a key that is no person’s has no details', async () => {
  for (const [method, more] of [
    ['GET', {}],
    ['PATCH', { body: { phone: '06 12 34 56 78' }, headers: { 'If-Match': '*' } }],
  ] as const) {
    const refused = await api.ask(method, ME, { key: ours.admin, ...more });
    expect([refused.status, refused.body.code]).toEqual([409, 'no_person']);
  }
});
