import type { Fault } from '../../facts/refused.ts';

/** An answer that is an error: becomes RFC 9457 `application/problem+json`. Its text never contains what was sent. */
export class Problem extends Error {
  override name = 'Problem';
  readonly status: number;
  /** Machine-readable, stable. */
  readonly code: string;
  readonly detail: string;
  readonly errors: Fault[];
  readonly headers: Record<string, string>;

  constructor(
    status: number,
    code: string,
    detail: string,
    more: { errors?: Fault[]; headers?: Record<string, string>; cause?: unknown } = {},
  ) {
    super(`${status} ${code}: ${detail}`, { cause: more.cause });
    this.status = status;
    this.code = code;
    this.detail = detail;
    this.errors = more.errors ?? [];
    this.headers = more.headers ?? {};
  }
}

/** A 400: the request cannot be read, or a query value is not valid. */
export const malformed = (detail: string, errors: Fault[] = []): Problem =>
  new Problem(400, 'malformed', detail, { errors });

/** A 404, with the same text for what never existed and for what belongs to another creditor. */
export const notHere = (): Problem => new Problem(404, 'not_found', 'There is nothing here.');

/** A 410: it existed, and was erased with the customer. */
export const erased = (): Problem =>
  new Problem(410, 'erased', 'This was erased with the customer’s personal data. Its SHA-256 is kept in the message.');

/** A 405 with the methods of this path, as in `Allow`. */
export const methodNotAllowed = (allow: string): Problem =>
  new Problem(405, 'method_not_allowed', `This path takes ${allow}.`, { headers: { Allow: allow } });

/** A 409: valid, but the current state does not allow it. */
export const conflicting = (code: string, detail: string): Problem => new Problem(409, code, detail);

/** A 422: readable, but not valid. */
export const unprocessable = (code: string, errors: Fault[], detail = 'The body is not valid.'): Problem =>
  new Problem(422, code, detail, { errors });

/** A 422 about one field. */
export const invalidField = (code: string, pointer: string, detail: string, fix: string): Problem =>
  unprocessable(code, [{ pointer, detail, fix }], detail);

/** A 412: it was changed after the caller read it. */
export const stale = (): Problem =>
  new Problem(412, 'precondition_failed', 'It has changed since it was read: GET it again.');

/** A 503: Postgres is unavailable; nothing was stored. */
export const notStored = (cause?: unknown): Problem =>
  new Problem(503, 'not_stored', 'The database does not answer. Nothing was stored: send it again.', {
    headers: { 'Retry-After': '5' },
    cause,
  });

/** A 503: Postgres was lost while it was storing; it may be stored. */
export const maybeStored = (cause?: unknown): Problem =>
  new Problem(
    503,
    'maybe_stored',
    'The database was lost while this was stored. It may be stored: send it again with the same ids.',
    {
      headers: { 'Retry-After': '5' },
      cause,
    },
  );

/** A 503: Temporal is unavailable; the fact is stored and in force, and the workflow will be told. */
export const storedNotTold = (cause?: unknown): Problem =>
  new Problem(503, 'stored_not_told', 'Stored and in force. Temporal does not answer; the workflow is told later.', {
    headers: { 'Retry-After': '5' },
    cause,
  });
