import { STATUS_CODES } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import type { Answer } from './answer.ts';
import type { Problem } from './problem.ts';

/** Sends what a handler returned. */
export async function respond(response: Response, answer: Answer): Promise<void> {
  response.status(answer.status);
  for (const [name, value] of Object.entries(answer.headers)) response.setHeader(name, value);
  switch (answer.kind) {
    case 'json':
      end(response, 'application/json; charset=utf-8', JSON.stringify(answer.body));
      return;
    case 'empty':
      response.end();
      return;
    case 'bytes':
      end(response, String(response.getHeader('Content-Type')), answer.bytes);
      return;
    case 'stream':
      await pipeline(answer.stream, response);
  }
}

/** Sends an error as RFC 9457. Once a body has begun, the connection can only be closed. */
export function respondProblem(response: Response, problem: Problem, requestId: string): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.status(problem.status);
  for (const [name, value] of Object.entries(problem.headers)) response.setHeader(name, value);
  const body = {
    type: 'about:blank',
    title: STATUS_CODES[problem.status] ?? 'Error',
    status: problem.status,
    detail: problem.detail,
    code: problem.code,
    request_id: requestId,
    errors: problem.errors,
  };
  end(response, 'application/problem+json; charset=utf-8', JSON.stringify(body));
}

function end(response: Response, contentType: string, body: string | Uint8Array): void {
  response.setHeader('Content-Type', contentType);
  response.setHeader('Content-Length', typeof body === 'string' ? Buffer.byteLength(body) : body.byteLength);
  response.end(body);
}
