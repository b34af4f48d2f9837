import type pg from 'pg';
import type { Prisma } from './generated/client.ts';
import type { NameStatement } from './statement-name.ts';

/** A column as `pg` reads it: text, whole numbers, booleans, JSON. Days and instants are asked for as text. */
type TripRow = Record<string, unknown>;

/**
 * Runs statements as one transaction that goes to Postgres in one trip: all are sent, then all answers are waited for.
 * Each is a statement of its own and sees what was committed before it begins, so that one that takes a lock may be
 * followed by one that reads (DESIGN §3). None can be told what another has found: what depends on it joins for it.
 * Answers the rows of each. When one fails, nothing is stored, and its error is thrown.
 */
export async function inOneTrip(
  pool: pg.Pool,
  statements: readonly Prisma.Sql[],
  nameOf: NameStatement,
): Promise<TripRow[][]> {
  const connection = await pool.connect();
  // A connection that is lost tells its queries, and then whoever listens: to nobody, it would end the process.
  connection.on('error', heardByItsQueries);
  let lost: Error | undefined;
  try {
    const begun = connection.query('BEGIN');
    const under = statements.map(({ text, values }) => connection.query<TripRow>({ name: nameOf(text), text, values }));
    const done = await Promise.allSettled([begun, ...under, connection.query('COMMIT')]);
    const failed = done.find((one) => one.status === 'rejected');
    if (!failed)
      return (done as PromiseFulfilledResult<pg.QueryResult<TripRow>>[]).slice(1, -1).map(({ value }) => value.rows);
    const error = failed.reason as Error & { severity?: string };
    // What Postgres refused leaves the connection as it was; of any other error nobody knows.
    if (error.severity !== 'ERROR') lost = error;
    throw error;
  } finally {
    if (!lost) connection.off('error', heardByItsQueries);
    connection.release(lost);
  }
}

const heardByItsQueries = () => undefined;
