import type { IncomingHttpHeaders } from 'node:http';
import { isSignedWith, readSignature } from '../../providers/signed-webhook.ts';
import { Problem } from '../frame/problem.ts';

/** A 401 for a request without a signature made with a known secret within the last five minutes of the machine's clock. */
export const notSigned = (): Problem =>
  new Problem(401, 'invalid_signature', 'The signature is missing, old, or not made with the secret that was agreed.', {
    headers: { 'WWW-Authenticate': 'StandardWebhooks' },
  });

/**
 * Returns the slug of the creditor whose payment system signed these bytes (Standard Webhooks). Throws a 401 when no
 * creditor's secret matches.
 */
export function signerOf(
  bytes: Buffer,
  headers: IncomingHttpHeaders,
  secrets: Readonly<Record<string, readonly string[]>>,
): string {
  const signature = readSignature(headers);
  if (!signature) throw notSigned();
  for (const [slug, those] of Object.entries(secrets)) {
    if (those.some((secret) => isSignedWith(secret, bytes, signature))) return slug;
  }
  throw notSigned();
}
