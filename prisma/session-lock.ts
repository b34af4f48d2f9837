import pg from 'pg';

/**
 * Takes one of Postgres's advisory locks on a connection of its own: no other process of the installation gets it until
 * the returned function is called, or this process is gone. Null when another process has it. Throws when Postgres does
 * not answer.
 */
export async function takeSessionLock(databaseUrl: string, key: number): Promise<(() => Promise<void>) | null> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined); // Lost while it is idle: the lock is free then, and the next query would say so.
  const giveBack = () => client.end().catch(() => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [key]);
    if (rows[0]?.taken) return giveBack;
  } catch (error) {
    await giveBack();
    throw error;
  }
  await giveBack();
  return null;
}
