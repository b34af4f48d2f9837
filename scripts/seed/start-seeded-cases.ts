import { parseSettings } from '../../config/settings.ts';
import { createDatabase } from '../../prisma/client.ts';
import { connectTemporal } from '../../temporal/connect.ts';
import { tell } from '../../temporal/tell.ts';

/**
 * Starts the workflow of every open invoice that was never told of, as seeding leaves them; once they run it finds nothing.
 * `env` is that of the worker. Answers how many it started.
 */
export async function startSeededCases(env: Record<string, string>): Promise<number> {
  const settings = parseSettings(env);
  const db = createDatabase(settings.database.url, 4);
  const client = connectTemporal(settings.temporal);
  try {
    const untold = await db.invoice.findMany({
      where: { kind: 'invoice', closedAs: null, toldVersion: 0 },
      select: { id: true },
      orderBy: { id: 'asc' },
    });
    const clock = await db.demoClock.findUnique({ where: { id: 1 } });
    const at = new Date(Date.now() + (settings.demoClock ? (clock?.offsetMs ?? 0) : 0));
    const tellings = untold.map(({ id }) => ({ invoiceId: id, signal: 'invoiceChanged' as const, data: { seeded: true } }));
    const dispatcher = { client, taskQueue: settings.temporal.taskQueue, demoClock: settings.demoClock };
    await tell(db, dispatcher, tellings, at);
    return untold.length;
  } finally {
    await client.connection.close();
    await db.$disconnect();
  }
}
