import { STATUS_CODES } from 'node:http';
import type { ErrorRequestHandler, Response } from 'express';
import { sendProviderError } from './provider-error.ts';

/** An RFC 9457 answer, for all routes except the provider's own. */
export function sendProblem(response: Response, status: number, detail: string): void {
  response.status(status).type('application/problem+json');
  response.end(JSON.stringify({ type: 'about:blank', title: STATUS_CODES[status] ?? 'Error', status, detail }));
}

/** The last handler: a body that cannot be read is the caller's mistake; any other error is ours and is logged. */
export const answerError: ErrorRequestHandler = (error: unknown, request, response, _next) => {
  const given = error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : 500;
  const detail = given < 500 && error instanceof Error ? error.message : 'The mailbox failed; its log says why.';
  if (given >= 500) console.error(error);
  if (response.headersSent) {
    request.socket.destroy();
  } else if (request.path === '/emails') {
    sendProviderError(response, given, given < 500 ? 'validation_error' : 'internal_server_error', detail);
  } else {
    sendProblem(response, given, detail);
  }
};
