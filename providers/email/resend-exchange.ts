import { Resend } from 'resend';
import type { Response as ResendResponse } from 'resend';
import { type WireFailure, wireFailure } from '../wire-failure.ts';

/** What happened on the wire during one call, before anyone interprets it. */
export type Exchange =
  | { kind: 'answered'; status: number; retryAfter: string | null; body: unknown }
  /** The answer began and could not be read to its end, or is not JSON. */
  | { kind: 'unreadable'; status: number }
  | WireFailure;

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
      this.exchange = wireFailure(error);
    }
    return {
      data: null,
      error: { name: 'application_error', message: 'Read the exchange instead.', statusCode: null },
      headers: null,
    };
  }
}
