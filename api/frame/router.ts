import { Router, type Request, type RequestHandler } from 'express';
import type { AppContext, Endpoint } from './endpoint.ts';
import { createGuessLimit } from './guess-limit.ts';
import { countGuess, handleRequest } from './handle-request.ts';
import { methodNotAllowed, Problem } from './problem.ts';

/** Express routes for the endpoints: one for each path, which answers 405 with `Allow` to other methods. */
export function createRouter(endpoints: readonly Endpoint[], app: AppContext): Router {
  const router = Router({ caseSensitive: true, strict: true });
  const guessLimit = createGuessLimit(app.log);
  const byPath = new Map<string, Endpoint[]>();
  for (const endpoint of endpoints) byPath.set(endpoint.path, [...(byPath.get(endpoint.path) ?? []), endpoint]);
  for (const [path, those] of [...byPath].sort(([a], [b]) => (rank(a) < rank(b) ? -1 : 1))) {
    router.all(path.replace(/\{(\w+)\}/g, ':$1'), dispatch(those, app, guessLimit));
  }
  return router;
}

/** Sorts fixed segments before parameters: `/invoices/counters` is not an invoice, and an id does not end in `.pdf`. */
const rank = (path: string): string => `${path.replace(/\{\w+\}/g, '\u{7f}')}\u{ffff}`;

function dispatch(endpoints: readonly Endpoint[], app: AppContext, guessLimit: RequestHandler): RequestHandler {
  const byMethod = new Map(endpoints.map((endpoint) => [endpoint.method as string, endpoint]));
  if (byMethod.size < endpoints.length) throw new Error(`Two endpoints for one method of ${endpoints[0]?.path ?? ''}`);
  const allow = [...byMethod.keys(), ...(byMethod.has('GET') ? ['HEAD'] : [])].join(', ');
  return async (request: Request, response) => {
    const endpoint = byMethod.get(request.method === 'HEAD' ? 'GET' : request.method);
    if (!endpoint) throw methodNotAllowed(allow);
    (request.route as { path: string }).path = endpoint.path;
    try {
      await handleRequest({ endpoint, app, guessLimit, request, response });
    } catch (error) {
      if (error instanceof Problem && error.code === 'invalid_signature')
        await countGuess(guessLimit, request, response);
      throw error;
    }
  };
}
