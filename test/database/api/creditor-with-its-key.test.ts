import { beforeAll, expect, it } from 'vitest';
import { createCreditorEndpoint } from '../../../api/setup/creditors/create-creditor.ts';
import { sharedApi } from './running-api.ts';

let api: Awaited<ReturnType<typeof sharedApi>>;
beforeAll(async () => {
  api = await sharedApi();
});

it('a creditor whose first key cannot be stored is not there: nobody could ever sign in to it', async () => {
  const name = `Sans clé ${crypto.randomUUID()}`;
  const away = { create: () => Promise.reject(new Error('Postgres went away')) };
  const context = { ...api.context, db: api.db.$extends({ query: { apiKey: away } }) };
  await expect(createCreditorEndpoint.handle({ body: { name }, context } as never)).rejects.toThrow('went away');
  expect(await api.db.creditor.count({ where: { name } })).toBe(0);
});
