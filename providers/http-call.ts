import { limited } from './limited.ts';
import { type WireFailure, wireFailure } from './wire-failure.ts';

/** What was seen on the wire during one call, before it is interpreted. */
export type HttpExchange =
  | { kind: 'answered'; status: number; retryAfter: string | null; contentType: string; bytes: Buffer; body: unknown }
  /** The answer began but could not be read to its end. */
  | { kind: 'unreadable'; status: number }
  | WireFailure;

export interface HttpCall {
  method: 'GET' | 'POST' | 'DELETE';
  url: string;
  headers?: Record<string, string>;
  body?: string | URLSearchParams | FormData;
  timeoutMs: number;
}

/**
 * One HTTP call, never repeated and never redirected: a redirect would send it again elsewhere. `body` is the answer's
 * JSON, or undefined when it is not JSON. Never throws.
 */
export async function httpCall(call: HttpCall, signal: AbortSignal): Promise<HttpExchange> {
  const { url, timeoutMs, ...init } = call;
  try {
    return await limited(timeoutMs, signal, async (limit) =>
      readAnswer(await fetch(url, { ...init, redirect: 'manual', signal: limit })),
    );
  } catch (error) {
    return wireFailure(error);
  }
}

/** Reads the whole answer; a body that is not JSON is an answer too. Never throws. */
export async function readAnswer(response: Response): Promise<HttpExchange> {
  const { status, headers } = response;
  try {
    const bytes = Buffer.from(await response.arrayBuffer());
    const contentType = headers.get('content-type') ?? '';
    return { kind: 'answered', status, retryAfter: headers.get('retry-after'), contentType, bytes, body: json(bytes) };
  } catch {
    return { kind: 'unreadable', status };
  }
}

function json(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
