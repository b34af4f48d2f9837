import { Prisma } from './generated/client.ts';

/** What a row or a value does not allow: the same comes of it each time. */
const OF_ROWS: readonly string[] = ['P2000', 'P2002', 'P2003', 'P2004', 'P2006', 'P2007', 'P2011', 'P2020', 'P2025'];
/** The same in SQLSTATE: a value that does not fit, a constraint. Not a column that is missing (42): a release of before meets a new schema. */
const OF_ROWS_IN_SQL = /^(21|22|23)\w{3}$/;
const CONNECTION = /ECONN|EPIPE|ENOTFOUND|ETIMEDOUT|connection|timeout|timed out/i;

/** Whether what was thrown tells that Postgres was away, silent or busy: the same may succeed later. */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof Prisma.PrismaClientValidationError) return false;
  const state = sqlState(error);
  if (state !== null && OF_ROWS_IN_SQL.test(state)) return false;
  if (error instanceof Prisma.PrismaClientKnownRequestError) return !OF_ROWS.includes(error.code);
  return /^(Prisma|DriverAdapter|Cancelled)/.test(error.name) || CONNECTION.test(error.message);
}

/** What Postgres itself said, of a statement that was written by hand too. */
function sqlState(error: Error): string | null {
  const { meta } = error as { meta?: { driverAdapterError?: { cause?: unknown } } };
  const { originalCode, code } = (meta?.driverAdapterError?.cause ?? error.cause ?? {}) as Record<string, unknown>;
  return [originalCode, code].find((one): one is string => typeof one === 'string' && /^\w{5}$/.test(one)) ?? null;
}
