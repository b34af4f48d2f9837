import { Resend } from 'resend';
import type { Response as ResendResponse } from 'resend';

/** What happened on the wire during one call, before anyone interprets it. */
export type Exchange =
  | { kind: 'answered'; status: number; retryAfter: string | null; body: unknown }
  /** The answer began and could not be read to its end, or is not JSON. */
  | { kind: 'unreadable'; status: number }
  /** No connection was ever made, so no byte of the request left. */
  | { kind: 'never_connected'; code: string }
  | { kind: 'lost'; code: string };

// The system calls that come before anything is written on the socket. undici does not send a POST again by itself, so
// when one of them failed the provider has seen nothing.
const CONNECTING = new Set(['connect', 'getaddrinfo']);

function failure(error: unknown): Exchange {
  const cause: unknown = error instanceof Error ? (error.cause ?? error) : error;
  if (!(cause instanceof Error)) return { kind: 'lost', code: 'unknown_error' };
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.name;
  const syscall = 'syscall' in cause && typeof cause.syscall === 'string' ? cause.syscall : '';
  // Node reports a host with several addresses, none of which took the connection, as one AggregateError.
  const neverConnected =
    CONNECTING.has(syscall) || code === 'UND_ERR_CONNECT_TIMEOUT' || cause.name === 'AggregateError';
  return neverConnected ? { kind: 'never_connected', code } : { kind: 'lost', code };
}

async function readAnswer(response: Response): Promise<Exchange> {
  try {
    const body: unknown = await response.json();
    return { kind: 'answered', status: response.status, retryAfter: response.headers.get('retry-after'), body };
  } catch {
    return { kind: 'unreadable', status: response.status };
  }
}

/**
 * The SDK's client, which also keeps what was seen on the wire. The SDK alone gives one and the same answer for a
 * refused connection and for a reset after the request left, and drops the HTTP status when a gateway answers with
 * JSON of its own; at most once needs to tell these apart. One instance a call.
 */
export class RecordedResend extends Resend {
  exchange: Exchange | null = null;

  override async fetchRequest<T>(path: string, options: RequestInit = {}): Promise<ResendResponse<T>> {
    try {
      // A redirect would send the mail again elsewhere: it is a mistake in the base URL, and reported as such.
      const response = await fetch(`${this.baseUrl}${path}`, { ...options, redirect: 'manual' });
      this.exchange = await readAnswer(response);
    } catch (error) {
      this.exchange = failure(error);
    }
    return {
      data: null,
      error: { name: 'application_error', message: 'Read the exchange instead.', statusCode: null },
      headers: null,
    };
  }
}
