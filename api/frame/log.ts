import type { IncomingMessage, ServerResponse } from 'node:http';
import { type DestinationStream, type Logger, pino } from 'pino';
import { type HttpLogger, pinoHttp } from 'pino-http';
import { v7 as uuidv7 } from 'uuid';
import { errorInLogs } from '../../config/error-in-logs.ts';

/**
 * Logs JSON lines, to standard output unless `destination` is given. Nothing personal: no bodies, no query values, no
 * paths with ids of other systems.
 */
export function createLog(level: string, destination?: DestinationStream): Logger {
  return pino({ level, serializers: { err: errorInLogs } }, destination as DestinationStream);
}

const REQUEST_ID = /^[\w.-]{1,64}$/;

/** One line for each request, with its route pattern and `request.id`, which the answer carries as X-Request-Id. */
export function createRequestLog(log: Logger): HttpLogger {
  return pinoHttp({
    logger: log,
    genReqId: (request: IncomingMessage, response: ServerResponse) => {
      const given = request.headers['x-request-id'];
      const id = typeof given === 'string' && REQUEST_ID.test(given) ? given : uuidv7();
      response.setHeader('X-Request-Id', id);
      return id;
    },
    serializers: {
      err: errorInLogs,
      req: (request: { id: string; method: string; raw: IncomingMessage }) => ({
        id: request.id,
        method: request.method,
      }),
      res: (response: { statusCode: number }) => ({ status: response.statusCode }),
    },
    customSuccessObject: (request, _response, line: object) => ({ ...line, route: routeOf(request) }),
    customErrorObject: (request, _response, _error, line: object) => ({ ...line, route: routeOf(request) }),
    customLogLevel: (_request, response, error) =>
      error || response.statusCode >= 500 ? 'error' : response.statusCode >= 400 ? 'warn' : 'info',
    autoLogging: { ignore: (request) => /^\/(healthz|readyz|metrics)(\?|$)/.test(request.url ?? '') },
  });
}

/** The pattern that matched, e.g. `/v1/invoices/{id}`. */
export function routeOf(request: IncomingMessage): string {
  const path: unknown = (request as { route?: { path?: unknown } }).route?.path;
  return typeof path === 'string' ? path : 'unmatched';
}

/** The id that the request is logged under. */
export const requestIdOf = (request: IncomingMessage): string => (typeof request.id === 'string' ? request.id : '');
