import { z } from 'zod';
import { httpCall, type HttpExchange } from '../http-call.ts';
import { type Explanation, failedCall, isSuccess } from '../http-status.ts';
import type { SmsProvider, SmsState } from './port.ts';

export interface BrevoOptions {
  apiKey: string;
  baseUrl?: string;
  timeoutMs?: number;
}

const BREVO_URL = 'https://api.brevo.com';
const DEFAULT_TIMEOUT_MS = 30_000;
const acceptedBody = z.object({ messageId: z.union([z.string().min(1), z.number()]) });
const errorBody = z.object({ code: z.string(), message: z.string().optional() });
const eventsBody = z.object({
  events: z
    .array(
      z.object({ messageId: z.coerce.string(), event: z.string(), reason: z.string().nullish(), tag: z.unknown() }),
    )
    .nullish(),
});

const DELIVERED = new Set(['delivered', 'replied']);
const FAILED = new Set(['hardBounces', 'hardBounce', 'rejected', 'blocked', 'skip']);

/**
 * Brevo's transactional SMS (developers.brevo.com: POST /v3/transactionalSMS/send, GET …/statistics/events). It has no
 * idempotency key; our message's id is the SMS's tag, by which its events are found again.
 */
export function createBrevoSms(options: BrevoOptions): SmsProvider {
  const { apiKey, timeoutMs = DEFAULT_TIMEOUT_MS } = options;
  const base = `${new URL(options.baseUrl ?? BREVO_URL).href.replace(/\/+$/, '')}/v3/transactionalSMS`;
  const headers = { 'api-key': apiKey, 'content-type': 'application/json', accept: 'application/json' };
  return {
    name: 'brevo',
    isIdempotent: false,
    async send({ reference, to, sender, text, unicode }, signal) {
      const body = JSON.stringify({
        sender,
        recipient: to.replace(/^\+/, ''),
        content: text,
        type: 'transactional',
        tag: reference,
        unicodeEnabled: unicode,
      });
      const exchange = await httpCall({ method: 'POST', url: `${base}/send`, headers, body, timeoutMs }, signal);
      const isTaken = exchange.kind === 'answered' && isSuccess(exchange.status);
      const accepted = isTaken ? acceptedBody.safeParse(exchange.body) : null;
      if (accepted?.success) return { kind: 'accepted', reference: String(accepted.data.messageId) };
      return failedCall(exchange, said(exchange));
    },
    async ask({ reference, to }, signal): Promise<SmsState> {
      const query = new URLSearchParams({
        tags: JSON.stringify([reference]),
        phoneNumber: to.replace(/^\+/, ''),
        limit: '100',
      });
      const url = `${base}/statistics/events?${query.toString()}`;
      const exchange = await httpCall({ method: 'GET', url, headers, timeoutMs }, signal);
      const read = exchange.kind === 'answered' && exchange.status === 200 ? eventsBody.safeParse(exchange.body) : null;
      if (!read?.success) return { kind: 'no_answer', code: failedCall(exchange, said(exchange)).code };
      // Does not rely on the filter: only events with our tag are ours.
      const ours = (read.data.events ?? []).filter(({ tag }) => JSON.stringify(tag ?? '').includes(reference));
      const [first] = ours;
      if (!first) return { kind: 'not_found' };
      const failed = ours.find(({ event }) => FAILED.has(event));
      const delivered = ours.some(({ event }) => DELIVERED.has(event));
      const event = delivered ? 'delivered' : failed ? 'failed' : 'sent';
      return { kind: 'found', providerReference: first.messageId, event, detail: (failed?.reason ?? '').slice(0, 500) };
    },
  };
}

function said(exchange: HttpExchange): Explanation | null {
  const read = exchange.kind === 'answered' ? errorBody.safeParse(exchange.body) : null;
  return read?.success ? { code: read.data.code, text: read.data.message ?? '' } : null;
}
