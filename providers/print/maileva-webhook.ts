import { z } from 'zod';
import type { LetterEventKind } from '../../domain/messages/letter-status.ts';
import { isSame, type PrintWebhook } from './merci-facteur-webhook.ts';
import type { LetterEvent } from './port.ts';

const notification = z.object({
  event_type: z.string().max(100),
  resource_type: z.string().max(100).optional(),
  resource_id: z.string().max(100).optional(),
  resource_custom_id: z.string().max(100).nullish(),
});

/** What a notification says by itself; for everything else (a reason, a document, a price) Maileva is asked. */
const EVENTS: Readonly<Record<string, LetterEventKind>> = {
  ON_STATUS_ACCEPTED: 'accepted',
  ON_STATUS_REJECTED: 'rejected',
  ON_STATUS_PROCESSED: 'printed',
  ON_DEPOSIT_PROOF_RECEIVED: 'deposited',
  ON_GLOBAL_DEPOSIT_PROOF_RECEIVED: 'deposited',
  ON_MAIN_DELIVERY_STATUS_FIRST_PRESENTATION: 'first_presented',
  ON_MAIN_DELIVERY_STATUS_DELIVERED: 'delivered',
  ON_ACKNOWLEDGEMENT_OF_RECEIPT_RECEIVED: 'signed',
};

/**
 * A notification of Maileva's notification centre: JSON, authenticated by the name and password given to the subscription.
 * It is repeated up to ten times, over 14 hours.
 */
export function readMailevaWebhook(
  rawBody: Buffer,
  headers: Readonly<Record<string, string | string[] | undefined>>,
  credentials: { login: string; passwords: readonly string[] },
): PrintWebhook {
  if (!isFromMaileva(headers, credentials)) return { kind: 'forged' };
  const read = notification.safeParse(json(rawBody));
  if (!read.success) return { kind: 'malformed', detail: z.prettifyError(read.error).slice(0, 500) };
  return { kind: 'events', events: [eventOf(read.data)] };
}

/** Whether the headers hold the name and password; the body is not needed for that. */
export function isFromMaileva(
  headers: Readonly<Record<string, string | string[] | undefined>>,
  { login, passwords }: { login: string; passwords: readonly string[] },
): boolean {
  const given = headers['authorization'];
  const basic = (password: string) => `Basic ${Buffer.from(`${login}:${password}`).toString('base64')}`;
  return typeof given === 'string' && passwords.some((password) => isSame(basic(password), given));
}

function json(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

function eventOf(told: z.output<typeof notification>): LetterEvent {
  const isSending = told.resource_type?.endsWith('/sendings') ?? false;
  const event = EVENTS[told.event_type] ?? null;
  return {
    reference: told.resource_custom_id ?? null,
    providerReference: isSending ? (told.resource_id ?? null) : null,
    event,
    trackingNumber: null,
    proof: null,
    detail: told.event_type,
    askSoon: event !== 'accepted' && told.event_type !== 'ON_STATUS_ARCHIVED',
  };
}
