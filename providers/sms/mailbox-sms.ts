import { z } from 'zod';
import { httpCall } from '../http-call.ts';
import { failedCall } from '../http-status.ts';
import { MAILBOX_TIMEOUT_MS } from '../mailbox-timeout.ts';
import type { SmsProvider, SmsState } from './port.ts';

const acceptedBody = z.object({ id: z.string().min(1) });

/** The local mailbox as an SMS provider, until a creditor is live: one SMS for each reference, and none leaves the machine. */
export function createMailboxSms(options: { baseUrl: string; timeoutMs?: number }): SmsProvider {
  const { baseUrl, timeoutMs = MAILBOX_TIMEOUT_MS } = options;
  return {
    name: 'mailbox',
    isIdempotent: true,
    async send({ reference, to, sender, text }, signal) {
      const body = JSON.stringify({ reference, to, sender, text });
      const headers = { 'content-type': 'application/json' };
      const exchange = await httpCall({ method: 'POST', url: `${baseUrl}/sms`, headers, body, timeoutMs }, signal);
      const read = exchange.kind === 'answered' ? acceptedBody.safeParse(exchange.body) : null;
      return read?.success ? { kind: 'accepted', reference: read.data.id } : failedCall(exchange);
    },
    async ask({ reference }, signal): Promise<SmsState> {
      const exchange = await httpCall({ method: 'GET', url: `${baseUrl}/sms/${reference}`, timeoutMs }, signal);
      if (exchange.kind === 'answered' && exchange.status === 404) return { kind: 'not_found' };
      if (exchange.kind !== 'answered' || exchange.status !== 200)
        return { kind: 'no_answer', code: failedCall(exchange).code };
      return { kind: 'found', providerReference: reference, event: 'delivered', detail: '' };
    },
  };
}
