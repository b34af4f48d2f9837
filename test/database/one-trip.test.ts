import { Socket } from 'node:net';
import { beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { Prisma } from '../../prisma/generated/client.ts';
import { PipelinedClient } from '../../prisma/pipelined-client.ts';
import { createWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});

const lockOf = (id: string) => Prisma.sql`SELECT id FROM customers WHERE id = ${id}::uuid FOR UPDATE`;
const nameOf = (id: string) => Prisma.sql`SELECT name FROM customers WHERE id = ${id}::uuid`;
const rename = (id: string, name: string) => Prisma.sql`UPDATE customers SET name = ${name} WHERE id = ${id}::uuid`;

describe('Statements that go in one trip', () => {
  it('answer their rows each, and see what those before them wrote', async () => {
    const { id } = await world.customer();
    const [locked, renamed, read] = await world.db.$inOneTrip(lockOf(id), rename(id, 'Neuve'), nameOf(id));
    expect([locked, renamed, read]).toEqual([[{ id }], [], [{ name: 'Neuve' }]]);
  });

  it('behind a lock see what its last holder committed, though they were sent before', async () => {
    const { id } = await world.customer();
    let sent: Promise<unknown> = Promise.resolve();
    await world.db.$transaction(async (tx) => {
      await tx.$queryRaw(lockOf(id));
      sent = world.db.$inOneTrip(lockOf(id), nameOf(id));
      while ((await waiting()) === 0);
      await tx.$executeRaw(rename(id, 'Changée'));
    });
    expect(await sent).toEqual([[{ id }], [{ name: 'Changée' }]]);
  });

  it('store nothing when one of them fails, and leave the connection as it was', async () => {
    const { id } = await world.customer();
    const failing = Prisma.sql`SELECT 1 / ${0}::int`;
    const trips = Array.from({ length: 20 }, () => world.db.$inOneTrip(rename(id, 'Ratée'), failing));
    for (const trip of await Promise.allSettled(trips)) expect(trip.status).toBe('rejected');
    await expect(world.db.$inOneTrip(failing)).rejects.toThrow('division by zero');
    expect(await world.db.$inOneTrip(nameOf(id))).toEqual([[{ name: 'Menuiserie Lagarde' }]]);
    expect(await world.db.customer.findUniqueOrThrow({ where: { id } })).toMatchObject({ name: 'Menuiserie Lagarde' });
  });

  it('leave as one packet, the lock with what is read behind it', async () => {
    const socket = new Socket();
    const client = new PipelinedClient({ connectionString: inject('databaseUrl'), stream: () => socket });
    await client.connect();
    const packets = [vi.spyOn(socket, '_write'), vi.spyOn(socket as Required<Socket>, '_writev')];
    const statements = [{ text: 'SELECT $1::int AS one', values: [1] }, 'SELECT 2 AS two', 'COMMIT'];
    const [begun, ...done] = [client.query('BEGIN'), ...statements.map((statement) => client.query(statement))];
    await begun;
    expect((await Promise.all(done)).map(({ rows }) => rows as unknown)).toEqual([[{ one: 1 }], [{ two: 2 }], []]);
    expect(packets.reduce((sum, { mock }) => sum + mock.calls.length, 0)).toBe(1);
    await client.end();
  });

  it('fail when Postgres goes away under them, and the process goes on', async () => {
    const { id } = await world.customer();
    const sleeping = Prisma.sql`SELECT pg_sleep(60), ${id}::text AS of`;
    const trip = world.db.$inOneTrip(sleeping);
    const lost = expect(trip).rejects.toThrow();
    let ended = 0;
    while (ended === 0)
      ended = await world.all.$executeRaw`
        SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE query LIKE '%pg_sleep(60)%' AND pid <> pg_backend_pid() AND wait_event = 'PgSleep'`;
    await lost;
    expect(await world.db.$inOneTrip(nameOf(id))).toEqual([[{ name: 'Menuiserie Lagarde' }]]);
  });
});

async function waiting(): Promise<number> {
  const [row] = await world.all.$queryRaw<
    { count: number }[]
  >`SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  return row!.count;
}
