import { Webhook, WebhookVerificationError } from 'standardwebhooks';
import { readProviderEvent } from './webhook-event.ts';
import type { ProviderEventReading } from './webhook-event.ts';

/** `forged`: not signed with one of the secrets, or signed more than five minutes from now: 401. */
export type WebhookVerdict = ProviderEventReading | { kind: 'forged'; detail: string };

export type WebhookHeaders = Readonly<Record<string, string | string[] | undefined>>;

// Resend signs in Standard Webhooks' way under svix's header names; the standard's own names are taken too.
function signedHeaders(headers: WebhookHeaders): Record<string, string> {
  const signed: Record<string, string> = {};
  for (const part of ['id', 'timestamp', 'signature']) {
    const value = headers[`svix-${part}`] ?? headers[`webhook-${part}`];
    if (typeof value === 'string') signed[`webhook-${part}`] = value;
  }
  return signed;
}

function refusal(rawBody: Buffer, headers: Record<string, string>, secret: string): string | null {
  try {
    new Webhook(secret).verify(rawBody, headers, { jsonParse: false });
    return null;
  } catch (error) {
    if (error instanceof WebhookVerificationError) return error.message;
    throw error;
  }
}

/**
 * Verifies a Resend webhook on the bytes as received and reads it. Times are held against the machine's clock.
 * A copy sent again within five minutes verifies again: the caller keeps `eventId` and takes each one once.
 *
 * @param secrets `whsec_…`; more than one while a secret is being rotated. Throws when there is none or one is not base64:
 *   that is a mistake in the settings, not in the request.
 */
export function verifyResendWebhook(
  rawBody: Buffer,
  headers: WebhookHeaders,
  secrets: readonly string[],
): WebhookVerdict {
  if (secrets.length === 0) throw new Error('No webhook secret is set.');
  const signed = signedHeaders(headers);
  const refusals = secrets.map((secret) => refusal(rawBody, signed, secret));
  if (!refusals.includes(null)) return { kind: 'forged', detail: refusals[0] ?? 'No matching signature found' };
  return readProviderEvent(rawBody.toString('utf8'), signed['webhook-id'] ?? '');
}
