import { z } from 'zod';
import { LETTER_EVENTS } from '../../domain/messages/letter-status.ts';
import { isSignedWith, readSignature, type WebhookHeaders } from '../signed-webhook.ts';
import { isFromMaileva, readMailevaWebhook } from './maileva-webhook.ts';
import { isFromMerciFacteur, type PrintWebhook, readMerciFacteurWebhook } from './merci-facteur-webhook.ts';
import { proofOfTrial, trialProof } from './trial-proof.ts';

/** The secrets that verify each provider's webhooks, several while one is being changed; with null or none they are refused. */
export interface PrintWebhookSecrets {
  merciFacteur: readonly string[];
  maileva: { login: string; passwords: readonly string[] } | null;
  /** `whsec_…`, of the local mailbox. */
  mailbox: readonly string[];
}

const mailboxBody = z.object({
  reference: z.string(),
  id: z.string(),
  event: z.enum(LETTER_EVENTS),
  proof: trialProof.optional(),
});

/** Merci Facteur's form contains a scanned proof in base64; the other providers send a few hundred bytes. */
export const LARGEST_BYTES = 20_000_000;
const FEW_BYTES = 64_000;

/** How many bytes of a webhook may be read, judging by its headers alone; null when it does not come from this provider. */
export function admittedPrintBytes(
  provider: string,
  headers: WebhookHeaders,
  secrets: PrintWebhookSecrets,
): number | null {
  if (provider === 'merci_facteur') return isFromMerciFacteur(headers, secrets.merciFacteur) ? LARGEST_BYTES : null;
  if (provider === 'maileva') return secrets.maileva && isFromMaileva(headers, secrets.maileva) ? FEW_BYTES : null;
  return secrets.mailbox.length > 0 && readSignature(headers) ? FEW_BYTES : null;
}

/** Verifies and reads a print provider's webhook in that provider's own way; null when there is no such provider. */
export function readPrintWebhook(
  provider: string,
  rawBody: Buffer,
  headers: WebhookHeaders,
  secrets: PrintWebhookSecrets,
): PrintWebhook | null {
  if (provider === 'merci_facteur') return readMerciFacteurWebhook(rawBody, headers, secrets.merciFacteur);
  if (provider === 'maileva')
    return secrets.maileva ? readMailevaWebhook(rawBody, headers, secrets.maileva) : { kind: 'forged' };
  return provider === 'mailbox' ? readMailboxWebhook(rawBody, headers, secrets.mailbox) : null;
}

function readMailboxWebhook(rawBody: Buffer, headers: WebhookHeaders, secrets: readonly string[]): PrintWebhook {
  const signature = readSignature(headers);
  if (!signature || !secrets.some((secret) => isSignedWith(secret, rawBody, signature))) return { kind: 'forged' };
  const read = mailboxBody.safeParse(parsed(rawBody));
  if (!read.success) return { kind: 'malformed', detail: z.prettifyError(read.error).slice(0, 500) };
  const { reference, id: providerReference, event, proof: sent } = read.data;
  const proof = sent ? proofOfTrial(sent) : null;
  const nothing = { trackingNumber: null, detail: '', askSoon: false };
  return { kind: 'events', events: [{ reference, providerReference, event, proof, ...nothing }] };
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}
