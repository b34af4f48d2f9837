import { beforeAll, expect, it } from 'vitest';
import { sharedApi } from './running-api.ts';

// Nothing listens at Temporal's address: what is posted is stored and answered with 503.

let api: Awaited<ReturnType<typeof sharedApi>>;
let key: string;
beforeAll(async () => {
  api = await sharedApi();
  key = (await api.newCreditor()).supervisor;
});

const send = (query: string) =>
  api.ask('POST', `/v1/imports?kind=customers${query}`, {
    ...{ key, raw: 'reference,name,kind,city\nC-1,Roy,consumer,Lyon\n' },
    headers: { 'Content-Type': 'text/csv' },
  });

it('the list of imports says what each file is called, where it was said', async () => {
  expect((await send('&file_name=Clients%20novembre.csv')).status).toBe(503);
  expect((await send('')).status).toBe(503);
  const { data } = (await api.ask('GET', '/v1/imports?sort=created_at', { key })).body;
  expect(data.map(({ file_name: name }: { file_name: string | null }) => name).toSorted()).toEqual([
    'Clients novembre.csv',
    null,
  ]);
  expect((await api.ask('GET', `/v1/imports/${data[0].id}`, { key })).body).toHaveProperty('file_name');
  expect((await send(`&file_name=${'x'.repeat(201)}`)).status).toBe(400);
});
