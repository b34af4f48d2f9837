import { beforeAll, expect, it } from 'vitest';
import { sharedApi } from './running-api.ts';

let api: Awaited<ReturnType<typeof sharedApi>>;
let key: string;
beforeAll(async () => {
  api = await sharedApi();
  key = (await api.newCreditor()).supervisor;
});

const post = (body: object) => api.ask('POST', '/v1/third-parties', { key, body });

it('A third party has a reference: posted again it is the same one, with other content 409, and it is found by it', async () => {
  const first = await post({ name: 'Agence du Port', reference: 'AG-42' });
  expect([first.status, first.body.reference]).toEqual([201, 'AG-42']);
  const again = await post({ name: 'Agence du Port', reference: 'AG-42' });
  expect([again.status, again.body.id]).toEqual([200, first.body.id]);
  const other = await post({ name: 'Agence du Lac', reference: 'AG-42' });
  expect([other.status, other.body.code]).toEqual([409, 'other_content']);
  const found = await api.ask('GET', '/v1/third-parties?q=ag-42', { key });
  expect(found.body.data.map((row: { id: string }) => row.id)).toEqual([first.body.id]);
});

it('Without a reference each is a new one, and none takes another’s', async () => {
  const [one, two] = [await post({ name: 'Sans' }), await post({ name: 'Sans' })];
  expect([one.status, two.status, one.body.id === two.body.id]).toEqual([201, 201, false]);
  await post({ name: 'Étude', reference: 'ET-1' });
  const path = `/v1/third-parties/${one.body.id}`;
  const { headers } = await api.ask('GET', path, { key });
  const change = { key, body: { reference: 'ET-1' }, headers: { 'If-Match': headers.get('etag') ?? '' } };
  expect((await api.ask('PATCH', path, change)).status).toBe(409);
});

it('What stands by now is what is posted again: a reference that was given later, and a name that was changed', async () => {
  const address = { lines: ['2 quai Sud'], postal_code: '33000', city: 'Bordeaux' };
  const agency = { name: 'Agence du Midi', email: 'midi@agence.example', address };
  const { body: first } = await post(agency);
  const path = `/v1/third-parties/${first.id}`;
  const change = async (body: object) => {
    const { headers } = await api.ask('GET', path, { key });
    return api.ask('PATCH', path, { key, body, headers: { 'If-Match': headers.get('etag') ?? '' } });
  };
  await change({ reference: 'AG-12' });
  const named = { ...agency, reference: 'AG-12', professional: true };
  const again = await post(named);
  expect([again.status, again.body.id]).toEqual([200, first.id]);
  await change({ name: 'Agence du Nord' });
  expect((await post({ ...named, name: 'Agence du Nord' })).body.id).toBe(first.id);
  const old = await post(named);
  expect([old.status, old.body.code]).toEqual([409, 'other_content']);
});
