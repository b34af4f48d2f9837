import type { Fault } from '../../facts/refused.ts';

/** An answer that is an error: becomes RFC 9457 `application/problem+json`. Its words never hold what was sent. */
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

/** 400: what was sent cannot be read, or a query value is not one. */
export const malformed = (detail: string, errors: Fault[] = []): Problem =>
  new Problem(400, 'malformed', detail, { errors });

/** 404, in the same words for what never was and for what is another creditor's. */
export const notHere = (): Problem => new Problem(404, 'not_found', 'There is nothing here.');

/** 410: it was here, and was erased with the customer. */
export const erased = (): Problem =>
  new Problem(410, 'erased', 'This was erased with the customer’s personal data. Its SHA-256 is kept in the message.');

/** 405: what the path does take, as `Allow` lists it. */
export const methodNotAllowed = (allow: string): Problem =>
  new Problem(405, 'method_not_allowed', `This path takes ${allow}.`, { headers: { Allow: allow } });

/** 409: valid, but the state of things does not allow it. */
export const conflicting = (code: string, detail: string): Problem => new Problem(409, code, detail);

/** 422: readable, but it cannot be right. */
export const unprocessable = (code: string, errors: Fault[], detail = 'The body is not valid.'): Problem =>
  new Problem(422, code, detail, { errors });

/** 422 about one field. */
export const invalidField = (code: string, pointer: string, detail: string, fix: string): Problem =>
  unprocessable(code, [{ pointer, detail, fix }], detail);

/** 412: somebody changed it since the caller read it. */
export const stale = (): Problem => new Problem(412, 'precondition_failed', 'It has changed since: GET it again.');

/** 503: Postgres is away; nothing was stored. */
export const notStored = (cause?: unknown): Problem =>
  new Problem(503, 'not_stored', 'The database does not answer. Nothing was stored: send it again.', {
    headers: { 'Retry-After': '5' },
    cause,
  });

/** 503: Temporal is away; what was sent is stored and in force, and the workflow will be told. */
export const storedNotTold = (cause?: unknown): Problem =>
  new Problem(503, 'stored_not_told', 'Stored and in force. Temporal does not answer; the workflow is told later.', {
    headers: { 'Retry-After': '5' },
    cause,
  });
