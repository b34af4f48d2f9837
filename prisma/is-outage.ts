import { Prisma } from './generated/client.ts';

/** Prisma's codes for a row or a value that is refused: trying again gives the same result. */
const OF_ROWS: readonly string[] = ['P2000', 'P2002', 'P2003', 'P2004', 'P2006', 'P2007', 'P2011', 'P2020', 'P2025'];
/**
 * Refusals by SQLSTATE: a value that does not fit, a constraint. Not a missing column (42): an older release may meet a
 * newer schema.
 */
const OF_ROWS_IN_SQL = /^(21|22|23)\w{3}$/;
const CONNECTION =
  /ECONN|EPIPE|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|connection|is not queryable|timeout|timed out/i;

/** True when the error shows that Postgres was unreachable, silent or busy, so that the same may succeed later. */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof Prisma.PrismaClientValidationError) return false;
  const state = sqlState(error);
  if (state !== null && OF_ROWS_IN_SQL.test(state)) return false;
  if (error instanceof Prisma.PrismaClientKnownRequestError) return !OF_ROWS.includes(error.code);
  return /^(Prisma|DriverAdapter|Cancelled)/.test(error.name) || CONNECTION.test(error.message);
}

/** The SQLSTATE that Postgres gave, for raw SQL too; null when there is none. */
function sqlState(error: Error): string | null {
  const { meta } = error as { meta?: { driverAdapterError?: { cause?: unknown } } };
  const { originalCode, code } = (meta?.driverAdapterError?.cause ?? error.cause ?? {}) as Record<string, unknown>;
  return [originalCode, code].find((one): one is string => typeof one === 'string' && /^\w{5}$/.test(one)) ?? null;
}
