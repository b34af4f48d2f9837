import { isGrpcServiceError, ServiceError } from '@temporalio/client';
import { FactRefused } from '../../facts/refused.ts';
import { isUniqueViolation } from '../../facts/store-once.ts';
import { NoVerdict } from '../../temporal/decide.ts';
import { CommitLost } from '../../prisma/commit-lost.ts';
import { Prisma } from '../../prisma/generated/client.ts';
import { conflicting, malformed, maybeStored, notHere, notStored, Problem, storedNotTold } from './problem.ts';

/** What the caller is told about any error. An unforeseen one is a 500 that says nothing about the inside of the product. */
export function problemFromError(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof FactRefused) return fromRefusal(error);
  return (
    fromBodyParser(error) ??
    fromTemporal(error) ??
    (error instanceof CommitLost ? maybeStored(error) : null) ??
    (isDatabaseAway(error) ? notStored(error) : null) ??
    fromDatabase(error) ??
    new Problem(500, 'internal', 'Something went wrong on our side. It was logged under this request_id.', {
      cause: error,
    })
  );
}

const STATUS_OF = { not_found: 404, conflict: 409, invalid: 422 } as const;

function fromRefusal(refused: FactRefused): Problem {
  if (refused.kind === 'not_found') return notHere();
  return new Problem(STATUS_OF[refused.kind], refused.code, refused.detail, { errors: refused.errors });
}

/** body-parser and Express's router give errors that are the client's fault a status. */
function fromBodyParser(error: unknown): Problem | null {
  if (
    typeof error !== 'object' ||
    error === null ||
    !('status' in error) ||
    !('type' in error || error instanceof URIError)
  ) {
    return null;
  }
  if (error.status === 413) return new Problem(413, 'too_large', 'The body is larger than this route takes.');
  if (error.status === 415)
    return new Problem(415, 'unsupported_media_type', 'Its encoding or charset is not known: send UTF-8.');
  if ('type' in error && error.type === 'entity.verify.failed')
    return malformed('The body holds text that cannot be read: send UTF-8.');
  if (error.status === 400) return malformed('The request cannot be read: is its JSON complete?');
  return null;
}

/** Constraint errors of two simultaneous requests, or of a row still in use, that none of our own checks prevented. */
function fromDatabase(error: unknown): Problem | null {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return null;
  if (isUniqueViolation(error)) return conflicting('already_exists', 'There is already one with this name or number.');
  if (error.code === 'P2003') return conflicting('in_use', 'Something else refers to it.');
  if (error.code === 'P2025') return notHere();
  if (error.code === 'P2034') return notStored(error);
  return null;
}

function fromTemporal(error: unknown): Problem | null {
  if (error instanceof NoVerdict) {
    const detail = 'No worker gave a verdict within 10 s. The same Idempotency-Key gets it once there is one.';
    return new Problem(503, 'no_verdict', detail, { headers: { 'Retry-After': '10' }, cause: error });
  }
  return isTemporalError(error) ? storedNotTold(error) : null;
}

const isTemporalError = (error: unknown): boolean => isGrpcServiceError(error) || error instanceof ServiceError;

/**
 * Codes of errors that mean: Postgres is unreachable, or cannot store anything now: shutting down or starting
 * (57P0x), out of space, memory or connections (53), a failing disk (58), read-only after a failover (25006), a
 * statement, a lock or a transaction that took too long (57014, 55P03, 25P03), a deadlock.
 */
const AWAY =
  /^(P1001|P1002|P1008|P1017|P2024|P2028|ECONNREFUSED|ECONNRESET|ECONNABORTED|EPIPE|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|57P0[1235]|57014|55P03|53\d{3}|58\w{3}|25006|25P03|40P01|40001|08\w{3})$/;

/**
 * The same errors by their words: pg reports a lost connection as a bare `Error`, and Prisma's driver adapter throws it
 * as it is. None of the words is a number or a code of five letters, since Postgres quotes what a caller wrote.
 */
const AWAY_IN_WORDS =
  /\b(ECONNREFUSED|ECONNRESET|EPIPE|ENOTFOUND|ETIMEDOUT|DatabaseNotReachable|ConnectionClosed|SocketTimeout|TooManyConnections)\b|Connection terminated|Client (has encountered a connection error|was closed) and is not queryable|timeout exceeded when trying to connect|Server has closed the connection/;

/** Whether the error or one of its causes says that Postgres cannot be reached or cannot store anything now. */
function isDatabaseAway(error: unknown): boolean {
  for (let at = error, depth = 0; at && typeof at === 'object' && depth < 6; depth += 1) {
    const { name, code, message, kind, originalCode } = at as Record<string, unknown>;
    if (isSaid(AWAY, [code, originalCode]) || isSaid(AWAY_IN_WORDS, [name, message, kind])) return true;
    at =
      (at as { cause?: unknown }).cause ?? (at as { meta?: { driverAdapterError?: unknown } }).meta?.driverAdapterError;
  }
  return false;
}

const isSaid = (what: RegExp, said: readonly unknown[]): boolean =>
  said.some((one) => typeof one === 'string' && what.test(one));
