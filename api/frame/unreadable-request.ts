import { type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { v7 as uuidv7 } from 'uuid';
import { Problem } from './problem.ts';

const PROBLEMS: Readonly<Record<string, Problem>> = {
  HPE_HEADER_OVERFLOW: new Problem(431, 'headers_too_large', 'The URL or the headers are longer than 16 kB.'),
  ERR_HTTP_REQUEST_TIMEOUT: new Problem(408, 'too_slow', 'The request did not arrive in time.'),
};
const NO_HTTP = new Problem(400, 'malformed', 'That is no HTTP request.');

/** Answers with a problem when Node's parser refuses a request before any route sees it; Node's own answer has no body. */
export function answerUnreadable(error: Error & { code?: string }, socket: Duplex): void {
  const isGone = error.code === 'ECONNRESET' || !socket.writable;
  // An answer that has begun cannot be followed by another. Node's own handler reads this field too.
  const { _httpMessage: answer } = socket as { _httpMessage?: ServerResponse | null };
  if (isGone || answer?.headersSent) {
    socket.destroy();
    return;
  }
  const { status, code, detail, errors } = PROBLEMS[error.code ?? ''] ?? NO_HTTP;
  const title = STATUS_CODES[status] ?? 'Error';
  const body = JSON.stringify({ type: 'about:blank', title, status, detail, code, request_id: uuidv7(), errors });
  const head = [
    `HTTP/1.1 ${status} ${title}`,
    'Connection: close',
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
