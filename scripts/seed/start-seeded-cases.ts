import { setTimeout } from 'node:timers/promises';
import { parseSettings } from '../../config/settings.ts';
import { createDatabase, type Database } from '../../prisma/client.ts';
import { connectTemporal } from '../../temporal/connect.ts';
import { tell } from '../../temporal/tell.ts';

/**
 * How many first plans a worker is asked for at once: with more, some would wait so long for a connection that they fail
 * and are repeated.
 */
const BATCH = 32;
const PATIENCE_MS = 2_000;

/**
 * Starts the workflow of every open invoice that was never told, as seeding leaves them; once they all run it does nothing.
 * `env` is that of the worker. Returns how many it started.
 */
export async function startSeededCases(env: Record<string, string>): Promise<number> {
  const settings = parseSettings(env);
  const db = createDatabase(settings.database.url, 4);
  const client = connectTemporal(settings.temporal);
  const dispatcher = { client, taskQueue: settings.temporal.taskQueue, demoClock: settings.demoClock };
  try {
    const untold = await db.invoice.findMany({
      where: { kind: 'invoice', closedAs: null, toldVersion: 0 },
      select: { id: true },
      orderBy: { id: 'asc' },
    });
    const ids = untold.map(({ id }) => id);
    const clock = await db.demoClock.findUnique({ where: { id: 1 } });
    const offsetMs = settings.demoClock ? (clock?.offsetMs ?? 0) : 0;
    for (let first = 0; first < ids.length; first += BATCH) {
      const batch = ids.slice(first, first + BATCH);
      const tellings = batch.map((invoiceId) => ({
        invoiceId,
        signal: 'invoiceChanged' as const,
        data: { seeded: true },
      }));
      await tell(db, dispatcher, tellings, new Date(Date.now() + offsetMs));
      await untilPlanned(db, batch);
    }
    return ids.length;
  } finally {
    await client.connection.close();
    await db.$disconnect();
  }
}

/** Waits until the worker has planned these cases; a slower one is no longer waited for and goes on by itself. */
async function untilPlanned(db: Database, ids: readonly string[]): Promise<void> {
  const giveUpAt = Date.now() + PATIENCE_MS;
  const where = { id: { in: [...ids] }, plannedVersion: { lt: db.invoice.fields.version } };
  while (Date.now() < giveUpAt && (await db.invoice.count({ where })) > 0) await setTimeout(100);
}
