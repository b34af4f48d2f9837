import { Prisma } from './generated/client.ts';

/** What a row does not allow: the same comes of it each time. */
const OF_ROWS: readonly string[] = ['P2000', 'P2002', 'P2003', 'P2011', 'P2025'];
const CONNECTION = /ECONN|EPIPE|ENOTFOUND|ETIMEDOUT|connection|timeout|timed out/i;

/** Whether what was thrown tells that Postgres was away, silent or busy: the same may succeed later. */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof Prisma.PrismaClientKnownRequestError) return !OF_ROWS.includes(error.code);
  return /^(Prisma|DriverAdapter|Cancelled)/.test(error.name) || CONNECTION.test(error.message);
}
