import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { createDatabase, type Database } from '../../prisma/client.ts';

// The statements that Postgres keeps for each connection use its memory, which nobody watches until it is used up.

let db: Database;
beforeAll(() => {
  db = createDatabase(inject('databaseUrl'), 1);
});
afterAll(() => db.$disconnect());

const kept = async (about: string) => {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM pg_prepared_statements WHERE statement LIKE ${`%${about}%`} AND statement NOT LIKE '%pg_prepared%'`;
  return row?.count;
};
const ids = (count: number) => Array.from({ length: count }, () => crypto.randomUUID());

it('a connection keeps no statement of its own for each length of a list, nor for each number of rows', async () => {
  const about = '"public"."early_reversals"';
  const before = (await kept(about)) ?? 0;
  for (let count = 5; count < 25; count += 1) await db.earlyReversal.findMany({ where: { id: { in: ids(count) } } });
  for (let count = 2; count < 10; count += 1)
    await db.$transaction(async (tx) => {
      const row = {
        creditorId: crypto.randomUUID(),
        externalId: 'x',
        reason: 'x',
        receivedAt: new Date(),
        taskId: crypto.randomUUID(),
      };
      await tx.earlyReversal.createMany({
        data: ids(count).map((id) => ({ ...row, id, externalId: id, paymentExternalId: id })),
      });
      await tx.earlyReversal.deleteMany({ where: { creditorId: row.creditorId } });
    });
  // One more: the statement that deletes.
  expect(await kept(about)).toBeLessThanOrEqual(before + 1);
});

it('what comes again in the same words is planned once', async () => {
  const about = '"public"."demo_clock"';
  const before = (await kept(about)) ?? 0;
  for (let count = 0; count < 3; count += 1) await db.demoClock.findMany({ where: { id: { in: [1] }, offsetMs: 77n } });
  expect(await kept(about)).toBe(before + 1);
});
