import type { IncomingHttpHeaders } from 'node:http';
import { isSignedWith, readSignature } from '../../providers/signed-webhook.ts';
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
  const signature = readSignature(headers);
  if (!signature) throw notSigned();
  for (const [slug, those] of Object.entries(secrets)) {
    if (those.some((secret) => isSignedWith(secret, bytes, signature))) return slug;
  }
  throw notSigned();
}
