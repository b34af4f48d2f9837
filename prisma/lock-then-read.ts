import { setImmediate } from 'node:timers/promises';

/**
 * Takes a lock and reads behind it in one trip to Postgres: `read` is sent on the same connection while `lock` still waits, and
 * runs once it is granted, so that it sees what the holder before committed. Relies on PipelinedClient, which sends a query
 * without waiting for the answer to the one before. Prisma sends two queries of one turn of the event loop one after the other's
 * answer, so that `read` is asked for in the next turn. Waiting for the lock first takes a third longer (docs/benchmarks.md, "A lock and
 * what is read behind it").
 */
export async function lockThenRead<Locked, Read>(
  lock: () => Promise<Locked>,
  read: () => Promise<Read>,
): Promise<[Locked, Read]> {
  return Promise.all([lock(), setImmediate().then(read)]);
}
