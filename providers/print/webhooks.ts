import { Webhook, WebhookVerificationError } from 'standardwebhooks';
import { z } from 'zod';
import { LETTER_EVENTS } from '../../domain/messages/letter-status.ts';
import { readMailevaWebhook } from './maileva-webhook.ts';
import { type PrintWebhook, readMerciFacteurWebhook } from './merci-facteur-webhook.ts';

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** What each provider's webhooks are known by; null or none: they are refused. */
export interface PrintWebhookSecrets {
  merciFacteur: string | null;
  maileva: { login: string; password: string } | null;
  /** `whsec_…`, of the local mailbox. */
  mailbox: readonly string[];
}

const mailboxBody = z.object({ reference: z.string(), id: z.string(), event: z.enum(LETTER_EVENTS) });

/** Verifies and reads a webhook of a print provider, each as it signs. Null: there is no such provider. */
export function readPrintWebhook(
  provider: string,
  rawBody: Buffer,
  headers: Headers,
  secrets: PrintWebhookSecrets,
): PrintWebhook | null {
  if (provider === 'merci_facteur')
    return readMerciFacteurWebhook(rawBody, headers, secrets.merciFacteur === null ? [] : [secrets.merciFacteur]);
  if (provider === 'maileva')
    return secrets.maileva ? readMailevaWebhook(rawBody, headers, secrets.maileva) : { kind: 'forged' };
  return provider === 'mailbox' ? readMailboxWebhook(rawBody, headers, secrets.mailbox) : null;
}

function readMailboxWebhook(rawBody: Buffer, headers: Headers, secrets: readonly string[]): PrintWebhook {
  if (!secrets.some((secret) => isSigned(rawBody, headers, secret))) return { kind: 'forged' };
  const read = mailboxBody.safeParse(parsed(rawBody));
  if (!read.success) return { kind: 'malformed', detail: z.prettifyError(read.error).slice(0, 500) };
  const { reference, id: providerReference, event } = read.data;
  const nothing = { trackingNumber: null, proof: null, detail: '', askSoon: false };
  return { kind: 'events', events: [{ reference, providerReference, event, ...nothing }] };
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

function isSigned(rawBody: Buffer, headers: Headers, secret: string): boolean {
  const signed = Object.fromEntries(
    ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => [name, String(headers[name] ?? '')]),
  );
  try {
    new Webhook(secret).verify(rawBody, signed, { jsonParse: false });
    return true;
  } catch (error) {
    if (error instanceof WebhookVerificationError) return false;
    throw error;
  }
}
