import type pg from 'pg';
import type { Prisma } from './generated/client.ts';
import type { NameStatement } from './statement-name.ts';

/** A row as `pg` reads it: text, integers, booleans, JSON. Select days and instants as text. */
type TripRow = Record<string, unknown>;

/**
 * Runs statements as one transaction in one round trip to Postgres: all are sent, then all answers are awaited. Each is
 * a separate statement that sees what was committed before it begins, so one that takes a lock may be followed by one
 * that reads. A statement cannot use the result of an earlier one; it must join for it. Returns the rows of each. When
 * one fails, nothing is stored and its error is thrown.
 */
export async function inOneTrip(
  pool: pg.Pool,
  statements: readonly Prisma.Sql[],
  nameOf: NameStatement,
): Promise<TripRow[][]> {
  const connection = await pool.connect();
  // A lost connection fails its queries, then emits `error`: without a listener that would end the process.
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
    // After a refusal by Postgres the connection can be used again; after any other error its state is unknown.
    if (error.severity !== 'ERROR') lost = error;
    throw error;
  } finally {
    if (!lost) connection.off('error', heardByItsQueries);
    connection.release(lost);
  }
}

const heardByItsQueries = () => undefined;
