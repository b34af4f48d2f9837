import { isHeaderSafe, singleLine } from './header-text.ts';
import { MAILBOX_TIMEOUT_MS } from '../mailbox-timeout.ts';
import type { ProviderOutcome } from '../../domain/messages/provider-outcome.ts';
import type { EmailProvider, OutgoingEmail } from './port.ts';
import { RecordedResend } from './resend-exchange.ts';
import { lookUpOnce } from './resend-look-up.ts';
import { outcomeOf } from './resend-outcome.ts';

export interface ResendProviderOptions {
  apiKey: string;
  /** Without `/emails`; Resend's own when absent. */
  baseUrl?: string;
  /** `resend` when absent. */
  name?: string;
  /** In milliseconds, since the SDK has no timeout of its own; 30 s when absent. */
  timeoutMs?: number;
}

const DEFAULT_TIMEOUT_MS = 30_000;
const MAILBOX_API_KEY = 're_local_mailbox';

function unsafeHeader(email: OutgoingEmail): ProviderOutcome | null {
  if (!isHeaderSafe(email.from)) {
    return { kind: 'misconfigured', code: 'invalid_from_address', detail: 'The sender contains a control character.' };
  }
  const recipients = [...email.to, ...(email.cc ?? []), ...(email.replyTo === undefined ? [] : [email.replyTo])];
  if (recipients.every(isHeaderSafe)) return null;
  return { kind: 'refused', code: 'invalid_address', detail: 'A recipient contains a control character.' };
}

function toResend(email: OutgoingEmail) {
  return {
    from: email.from,
    to: email.to,
    ...(email.cc !== undefined && email.cc.length > 0 ? { cc: email.cc } : {}),
    ...(email.replyTo === undefined ? {} : { replyTo: email.replyTo }),
    subject: singleLine(email.subject),
    html: email.html,
    text: email.text,
    attachments: email.attachments.map(({ filename, contentType, content }) => ({
      filename: singleLine(filename),
      contentType,
      content: Buffer.from(content.buffer, content.byteOffset, content.byteLength),
    })),
    tags: email.tags,
  };
}

/** One call; ends when it is answered, when `signal` aborts, or after `timeoutMs`. */
async function within(timeoutMs: number, signal: AbortSignal, call: (limit: AbortSignal) => Promise<unknown>) {
  // Without AbortSignal.any(…, timeout(…)): on Node 20 such a signal may be collected before it fires.
  const limit = new AbortController();
  const stop = () => limit.abort(signal.reason);
  signal.addEventListener('abort', stop, { once: true });
  const timer = setTimeout(() => limit.abort(new DOMException('No answer in time', 'TimeoutError')), timeoutMs);
  try {
    await call(limit.signal);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
}

/** Throws for a key or an address with which no call can be made, so that the process reports it when it starts. */
function clientFactory(apiKey: string, baseUrl: string | undefined): () => RecordedResend {
  // With an empty key the SDK would take one from the environment.
  if (apiKey === '') throw new Error('The e-mail provider needs an API key.');
  const options = baseUrl === undefined ? {} : { baseUrl: new URL(baseUrl).href.replace(/\/+$/, '') };
  const newClient = () => new RecordedResend(apiKey, options);
  newClient();
  return newClient;
}

/**
 * The adapter for Resend, and for any server with the same API. Throws for settings that cannot be used; `send` never
 * throws: see `ProviderOutcome`.
 */
export function createResendProvider(options: ResendProviderOptions): EmailProvider {
  const { apiKey, baseUrl, name = 'resend', timeoutMs = DEFAULT_TIMEOUT_MS } = options;
  const newClient = clientFactory(apiKey, baseUrl);
  return {
    name,
    async send(email, signal) {
      if (signal.aborted) {
        return { kind: 'not_accepted', code: 'not_started', detail: 'Stopped before the call.', retryAfterMs: null };
      }
      const unsafe = unsafeHeader(email);
      if (unsafe !== null) return unsafe;
      const client = newClient();
      try {
        await within(timeoutMs, signal, (limit) => {
          // The SDK passes these options to fetch, the signal included.
          const requestOptions = { idempotencyKey: email.idempotencyKey, signal: limit };
          return client.emails.send(toResend(email), requestOptions);
        });
      } catch (error) {
        // Raised while the request was being built (for instance, a key that no header can hold): nothing was sent.
        if (client.exchange === null)
          return { kind: 'refused', code: 'unsendable', detail: String(error).slice(0, 500) };
      }
      if (client.exchange === null) {
        return { kind: 'unknown', code: 'no_exchange', detail: 'The SDK did not report what happened.' };
      }
      return outcomeOf(client.exchange);
    },
    lookUp: (query, cursor, signal) =>
      lookUpOnce({ ...query, subject: singleLine(query.subject) }, cursor, async (path) => {
        const client = newClient();
        await within(timeoutMs, signal, (limit) => {
          const requestOptions = { signal: limit };
          return client.get(path, requestOptions);
        });
        return client.exchange;
      }),
  };
}

/** The local mailbox as a provider: the same adapter with another address, and a key that is valid nowhere else. */
export function createMailboxProvider(options: { baseUrl: string; timeoutMs?: number }): EmailProvider {
  return createResendProvider({ timeoutMs: MAILBOX_TIMEOUT_MS, ...options, apiKey: MAILBOX_API_KEY, name: 'mailbox' });
}
