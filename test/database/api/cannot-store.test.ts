import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { sharedClient } from '../shared-client.ts';
import { startApi } from './running-api.ts';

// Postgres answers but cannot store: its disk is full, another server has taken over, or a lock takes too long. Senders repeat only a
// 503.

let api: Awaited<ReturnType<typeof startApi>>;
let ours: Awaited<ReturnType<typeof api.newCreditor>>;
beforeAll(async () => {
  api = await startApi();
  ours = await api.newCreditor('Plein');
  await sharedClient().$executeRaw`
    CREATE FUNCTION cannot_store() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF NEW."name" LIKE 'quote %' THEN RAISE EXCEPTION 'invalid input "%"', substr(NEW."name", 7) USING ERRCODE = '22P02'; END IF;
      IF NEW."name" LIKE 'cannot %' THEN RAISE EXCEPTION 'cannot' USING ERRCODE = substr(NEW."name", 8); END IF;
      RETURN NEW;
    END $$`;
});
beforeEach(async () => {
  await sharedClient()
    .$executeRaw`CREATE OR REPLACE TRIGGER cannot_store BEFORE INSERT ON "users" FOR EACH ROW EXECUTE FUNCTION cannot_store()`;
});
afterAll(async () => {
  await sharedClient().$executeRaw`DROP FUNCTION cannot_store CASCADE`;
  await api.stop();
});

const makeUser = (name: string) =>
  api.ask('POST', '/v1/users', {
    key: ours.admin,
    body: { name, email: `${crypto.randomUUID()}@example.org`, role: 'admin' },
  });

it.each([
  ['its disk is full', '53100'],
  ['it is out of memory', '53200'],
  ['its disk fails', '58030'],
  ['another server has taken over', '25006'],
  ['a statement took too long', '57014'],
  ['a lock took too long', '55P03'],
])('%s: 503 not_stored with Retry-After, as whatever may be sent again', async (_why, sqlstate) => {
  const answer = await makeUser(`cannot ${sqlstate}`);
  expect([answer.status, answer.body.code]).toEqual([503, 'not_stored']);
  expect(answer.headers.get('retry-after')).toMatch(/^\d+$/);
});

it.each(['53214', '58ABC', '40001'])('a fault of ours that quotes %s is no disk that is full', async (quoted) => {
  const answer = await makeUser(`quote ${quoted}`);
  expect([answer.status, answer.body.code]).toEqual([500, 'internal']);
});

it('a connection that leads to a server without writes is given up, and the next leads where it should', async () => {
  const [{ name } = { name: '' }] = await api.db.$queryRaw<{ name: string }[]>`SELECT current_database() AS name`;
  const readOnly = (value: 'on' | 'off') =>
    sharedClient().$executeRawUnsafe(`ALTER DATABASE "${name}" SET default_transaction_read_only = ${value}`);
  await api.db.$disconnect();
  await readOnly('on');
  try {
    expect((await makeUser('Nouvelle')).status).toBe(503);
  } finally {
    await sharedClient().$transaction([
      sharedClient().$executeRaw`SET TRANSACTION READ WRITE`,
      sharedClient().$executeRawUnsafe(`ALTER DATABASE "${name}" RESET default_transaction_read_only`),
    ]);
  }
  // All its connections had become read-only; each one serves one refusal and is then closed.
  const statuses = [];
  for (let tries = 0; tries < 8; tries += 1) statuses.push((await makeUser('Nouvelle')).status);
  expect(statuses.at(-1)).toBe(201);
});
