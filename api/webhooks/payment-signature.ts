import type { IncomingHttpHeaders } from 'node:http';
import { Webhook, WebhookVerificationError } from 'standardwebhooks';
import { Problem } from '../frame/problem.ts';

/** 401 for whatever is not signed with a secret that we know, in the last five minutes of the machine's clock. */
export const notSigned = (): Problem =>
  new Problem(401, 'invalid_signature', 'The signature is missing, old, or not made with the secret that was agreed.', {
    headers: { 'WWW-Authenticate': 'StandardWebhooks' },
  });

/**
 * Whose payment system signed these bytes (Standard Webhooks): the slug of the creditor one of whose secrets verifies. Throws 401
 * when none does.
 */
export function signerOf(
  bytes: Buffer,
  headers: IncomingHttpHeaders,
  secrets: Readonly<Record<string, readonly string[]>>,
): string {
  const signed: Record<string, string> = {};
  for (const name of ['webhook-id', 'webhook-timestamp', 'webhook-signature']) {
    const value = headers[name];
    if (typeof value === 'string') signed[name] = value;
  }
  for (const [slug, those] of Object.entries(secrets)) {
    if (those.some((secret) => verifies(bytes, signed, secret))) return slug;
  }
  throw notSigned();
}

function verifies(bytes: Buffer, headers: Record<string, string>, secret: string): boolean {
  try {
    new Webhook(secret).verify(bytes, headers, { jsonParse: false });
    return true;
  } catch (error) {
    if (error instanceof WebhookVerificationError) return false;
    throw error;
  }
}
