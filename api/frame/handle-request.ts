import type { Request, RequestHandler, Response } from 'express';
import { forCreditor } from '../../prisma/scope.ts';
import { etagOf } from './answer.ts';
import { bareAccept } from './bare-accept.ts';
import { authenticate, authenticateSession, bearerOf, NOBODY, signedOut, unauthorized } from './authenticate.ts';
import { requireOurOrigin } from './cross-site.ts';
import type { AppContext, Auth, Endpoint, EndpointRequest } from './endpoint.ts';
import { answerOnce, idempotencyKeyOf, takesIdempotencyKey } from './idempotency.ts';
import { requestIdOf } from './log.ts';
import { Problem, stale } from './problem.ts';
import { readBody, readParams, readQuery } from './read-request.ts';
import { respond } from './respond.ts';
import { isAllowed } from './roles.ts';
import { sessionTokenOf } from './session-cookie.ts';

/** A request as it comes in. */
interface Incoming {
  endpoint: Endpoint;
  app: AppContext;
  /** Counts wrong keys by the address that they came from. */
  guessLimit: RequestHandler;
  request: Request;
  response: Response;
}

/**
 * Answers one request to one endpoint: identifies the caller, checks the role, reads the input, then runs the
 * handler. Throws Problems.
 */
export async function handleRequest(incoming: Incoming): Promise<void> {
  const { endpoint, app, request, response } = incoming;
  const auth = await admit(incoming);
  const params = readParams(endpoint, request);
  const query = readQuery(endpoint, request);
  const context = { ...app, db: auth.creditorId ? forCreditor(app.db, auth.creditorId) : app.db };
  const admittedBytes = endpoint.admit?.({ params, headers: request.headers, context }) ?? null;
  const body = await readBody(endpoint, request, response, admittedBytes);
  const idempotencyKey = idempotencyKeyOf(request);
  const asked: Omit<EndpointRequest, 'requestKey'> = {
    params,
    query,
    body,
    headers: request.headers,
    accepts: (contentTypes) => acceptedOf(request, contentTypes),
    address: request.ip ?? '',
    auth,
    context,
    at: await app.clock.now(),
    requestId: requestIdOf(request),
    matches: (version) => {
      checkIfMatch(request, version);
    },
  };
  const handle = (requestKey: string | null) => endpoint.handle({ ...asked, requestKey });
  if (!idempotencyKey || !takesIdempotencyKey(endpoint)) {
    await respond(response, await handle(null));
    return;
  }
  const slot = { keyId: auth.keyId, route: `${endpoint.method} ${request.path}`, key: idempotencyKey };
  await respond(
    response,
    await answerOnce(app.db, slot, { query, body }, handle, endpoint.secret ? secretOf(request) : null),
  );
}

/** Throws 401 or 403 before any input is read. */
async function admit(incoming: Incoming): Promise<Auth> {
  const { endpoint, request } = incoming;
  if (endpoint.who === 'anyone') return NOBODY;
  const auth = request.headers.authorization === undefined ? await signedInOf(incoming) : await keyHolderOf(incoming);
  if (!auth.role || !isAllowed(auth.role, endpoint.who)) {
    throw new Problem(403, 'forbidden', `${auth.sessionId === null ? 'This key' : 'Your role'} may not do that.`);
  }
  return auth;
}

async function keyHolderOf({ app, guessLimit, request, response }: Incoming): Promise<Auth> {
  const key = bearerOf(request);
  const auth = key === null ? null : await authenticate(app.db, app.settings, key);
  if (auth) return auth;
  await countGuess(guessLimit, request, response);
  throw unauthorized(true);
}

/**
 * A browser sends the cookie with requests from any site's page, so a change must come from our own pages. Wrong
 * tokens are not counted: one of 256 bits cannot be guessed.
 */
async function signedInOf({ app, request }: Incoming): Promise<Auth> {
  const token = sessionTokenOf(request.headers);
  if (token === null) throw unauthorized(false);
  const auth = await authenticateSession(app.db, token);
  if (!auth) throw signedOut();
  if (!['GET', 'HEAD'].includes(request.method)) requireOurOrigin(request.headers, app.settings);
  return auth;
}

/** Which of these types, without parameters, the caller prefers. */
function acceptedOf(request: Request, contentTypes: string[]): string | false {
  const { accept } = request.headers;
  if (accept !== undefined) request.headers.accept = bareAccept(accept);
  return request.accepts(contentTypes);
}

/** The caller's own secret, with which stored answers that hold secrets are encrypted. */
const secretOf = (request: Request): string | null => bearerOf(request) ?? sessionTokenOf(request.headers);

/** Counts a wrong key or signature by the address that it came from; 429 when there were too many. */
export async function countGuess(guessLimit: RequestHandler, request: Request, response: Response): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    void guessLimit(request, response, (error?: unknown) => {
      if (error instanceof Error) reject(error);
      else resolve();
    });
  });
}

function checkIfMatch(request: Request, version: number | string): void {
  const named = request.headers['if-match'];
  if (named === undefined) {
    throw new Problem(428, 'precondition_required', 'Send If-Match with the ETag that a GET of this gave.');
  }
  const tags = named.split(',').map((tag) => tag.trim());
  if (tags.includes('*') || tags.includes(etagOf(version))) return;
  throw stale();
}
