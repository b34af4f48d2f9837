import { Resend } from 'resend';
import type { Response as ResendResponse } from 'resend';
import { type HttpExchange, readAnswer } from '../http-call.ts';
import { wireFailure } from '../wire-failure.ts';

/**
 * The SDK's client, which also keeps what was seen on the wire. The SDK reports a refused connection and a reset after the
 * request left in the same way, and drops the HTTP status when a gateway answers with JSON of its own; sending at most once
 * needs these distinctions. One instance for each call.
 */
export class RecordedResend extends Resend {
  exchange: HttpExchange | null = null;

  override async fetchRequest<T>(path: string, options: RequestInit = {}): Promise<ResendResponse<T>> {
    try {
      // A redirect would send the mail again elsewhere. It means a mistake in the base URL and is reported as such.
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
