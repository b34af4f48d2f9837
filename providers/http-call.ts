import { type WireFailure, wireFailure } from './wire-failure.ts';

/** What was seen on the wire during one call, before anyone interprets it. */
export type HttpExchange =
  | { kind: 'answered'; status: number; retryAfter: string | null; contentType: string; bytes: Buffer; body: unknown }
  /** The answer began and could not be read to its end. */
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
 * One HTTP call, never repeated by itself and never redirected: a redirect would send it again elsewhere. `body` is the
 * answer's JSON, undefined when it is none. Never throws.
 */
export async function httpCall(call: HttpCall, signal: AbortSignal): Promise<HttpExchange> {
  // By hand, not AbortSignal.any(…, timeout(…)): on Node 20 such a signal may be collected before it fires.
  const limit = new AbortController();
  const stop = () => limit.abort(signal.reason);
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  const timer = setTimeout(() => limit.abort(new DOMException('No answer in time', 'TimeoutError')), call.timeoutMs);
  const { url, timeoutMs: _limit, ...init } = call;
  try {
    const response = await fetch(url, { ...init, redirect: 'manual', signal: limit.signal });
    return await readAnswer(response);
  } catch (error) {
    return wireFailure(error);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
}

async function readAnswer(response: Response): Promise<HttpExchange> {
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
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

const SETUP_STATUSES = new Set([401, 402, 403, 404, 405, 421]);
// Time-outs of a gateway on the way: the request may have reached the provider.
const UNDECIDED_STATUSES = new Set([408, 425, 499]);

export type FailedCall =
  | { kind: 'unknown'; code: string; detail: string }
  | { kind: 'not_accepted'; code: string; detail: string; retryAfterMs: number | null }
  | { kind: 'misconfigured'; code: string; detail: string }
  | { kind: 'refused'; code: string; detail: string };

/** What is known after an exchange that did not succeed. `says`: the provider's own code and words, where it gave any. */
export function failedCall(exchange: HttpExchange, says: { code: string; text: string } | null = null): FailedCall {
  if (exchange.kind === 'never_connected') {
    const detail = `The provider could not be reached (${exchange.code}).`;
    return { kind: 'not_accepted', code: 'unreachable', detail, retryAfterMs: null };
  }
  if (exchange.kind === 'lost') {
    return { kind: 'unknown', code: 'connection_lost', detail: `No answer came back (${exchange.code}).` };
  }
  const { status } = exchange;
  const code = says?.code ?? `http_${status}`;
  const detail = `${status} ${code}: ${says?.text || 'no readable explanation'}`.slice(0, 500);
  if (exchange.kind === 'unreadable' || status >= 500 || UNDECIDED_STATUSES.has(status))
    return { kind: 'unknown', code, detail };
  if (status === 429) return { kind: 'not_accepted', code, detail, retryAfterMs: retryAfterMs(exchange.retryAfter) };
  if (status < 200 || (status >= 300 && status < 400) || SETUP_STATUSES.has(status))
    return { kind: 'misconfigured', code, detail };
  if (status < 300) return { kind: 'unknown', code: 'unreadable_answer', detail: `${status}: an unreadable answer.` };
  return { kind: 'refused', code, detail };
}

function retryAfterMs(header: string | null): number | null {
  return header !== null && /^\d{1,7}$/.test(header.trim()) ? Number(header) * 1000 : null;
}
