import { isSignedWith, readSignature, type Signature, type WebhookHeaders } from '../signed-webhook.ts';
import { readProviderEvent } from './webhook-event.ts';
import type { ProviderEventReading } from './webhook-event.ts';

/** `forged`: not signed with one of the secrets, or signed more than five minutes from now: 401. */
export type WebhookVerdict = ProviderEventReading | { kind: 'forged' };

/** Resend signs as Standard Webhooks do, with svix's header names; the standard's own names are accepted too. */
export const readResendSignature = (headers: WebhookHeaders): Signature | null =>
  readSignature(headers, ['svix', 'webhook']);

/**
 * Verifies a Resend webhook on the bytes as received, then reads it. Its time is compared with the machine's clock. A copy
 * sent again within five minutes verifies again: the caller stores `eventId` and handles each event once.
 *
 * @param secrets `whsec_…`; more than one while a secret is being rotated. Throws when there is none or one has no base64:
 * that is a mistake in the settings, not in the request.
 */
export function verifyResendWebhook(
  rawBody: Buffer,
  headers: WebhookHeaders,
  secrets: readonly string[],
): WebhookVerdict {
  if (secrets.length === 0) throw new Error('No webhook secret is set.');
  const signature = readResendSignature(headers);
  if (!signature || !secrets.some((secret) => isSignedWith(secret, rawBody, signature))) return { kind: 'forged' };
  return readProviderEvent(rawBody.toString('utf8'), signature.id);
}
