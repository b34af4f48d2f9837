import type { Request, RequestHandler, Response } from 'express';
import { forCreditor } from '../../prisma/scope.ts';
import { etagOf } from './answer.ts';
import { authenticate, bearerOf, NOBODY, unauthorized } from './authenticate.ts';
import type { AppContext, Auth, Endpoint, EndpointRequest } from './endpoint.ts';
import { answerOnce, idempotencyKeyOf, takesIdempotencyKey } from './idempotency.ts';
import { requestIdOf } from './log.ts';
import { Problem, stale } from './problem.ts';
import { readBody, readParams, readQuery } from './read-request.ts';
import { respond } from './respond.ts';
import { isAllowed } from './roles.ts';

/** Answers one request to one endpoint: who calls, may they, what do they say, and then the handler. Throws Problems. */
export async function handleRequest(
  endpoint: Endpoint,
  app: AppContext,
  guessLimit: RequestHandler,
  request: Request,
  response: Response,
): Promise<void> {
  const auth = await admit(endpoint, app, guessLimit, request, response);
  const params = readParams(endpoint, request);
  const query = readQuery(endpoint, request);
  const body = await readBody(endpoint, request, response);
  const idempotencyKey = idempotencyKeyOf(request);
  const context = { ...app, db: auth.creditorId ? forCreditor(app.db, auth.creditorId) : app.db };
  const asked: EndpointRequest = {
    params,
    query,
    body,
    headers: request.headers,
    auth,
    context,
    at: await app.clock.now(),
    requestId: requestIdOf(request),
    idempotencyKey,
    matches: (version) => {
      checkIfMatch(request, version);
    },
  };
  const handle = () => endpoint.handle(asked);
  if (!idempotencyKey || !takesIdempotencyKey(endpoint)) {
    await respond(response, await handle());
    return;
  }
  const slot = { keyId: auth.keyId, route: `${endpoint.method} ${request.path}`, key: idempotencyKey };
  await respond(
    response,
    await answerOnce(app.db, slot, [query, body], handle, endpoint.secret ? bearerOf(request) : null),
  );
}

/** 401 and 403, before anything of the input is looked at. */
async function admit(
  endpoint: Endpoint,
  app: AppContext,
  guessLimit: RequestHandler,
  request: Request,
  response: Response,
): Promise<Auth> {
  if (endpoint.who === 'anyone') return NOBODY;
  const key = bearerOf(request);
  if (key === null && request.headers.authorization === undefined) throw unauthorized(false);
  const auth = key === null ? null : await authenticate(app.db, app.settings, key);
  if (!auth) {
    await countGuess(guessLimit, request, response);
    throw unauthorized(true);
  }
  if (!auth.role || !isAllowed(auth.role, endpoint.who)) {
    throw new Problem(403, 'forbidden', 'This key may not do that.');
  }
  return auth;
}

async function countGuess(guessLimit: RequestHandler, request: Request, response: Response): Promise<void> {
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
