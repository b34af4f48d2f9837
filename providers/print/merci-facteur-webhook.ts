import { timingSafeEqual, createHash } from 'node:crypto';
import { z } from 'zod';
import { uuidOf } from '../../domain/messages/short-reference.ts';
import { eventOfStatus } from './merci-facteur-status.ts';
import type { LetterEvent, LetterProof, ProofKind } from './port.ts';
import { proofOf } from './proof-file.ts';

/** `forged`: without the secret of the webhook: 401. */
export type PrintWebhook =
  | { kind: 'events'; events: LetterEvent[] }
  | { kind: 'malformed'; detail: string }
  | { kind: 'forged' };

const optional = z.coerce.string().nullish();
const detailBody = z.array(
  z.object({
    id_envoi: optional,
    ref_interne: optional,
    tracking_number: optional,
    statut_courrier: z.string().max(100),
    statut_description: optional,
    pdd_base64_pdf: optional,
    are_base64_jpeg: optional,
  }),
);

/** Events that announce a document which the webhook itself does not carry. */
const ASKED_FOR = new Set(['accepted', 'accepted_downloaded', 'envoye']);

/**
 * A webhook of Merci Facteur: a form of two JSON texts, with one event for each of several letters. It is authenticated
 * only by the account's secret in `X-Mf-Webhook-Secret-Key`; it is repeated after an hour and after a day, then never
 * again.
 */
export function readMerciFacteurWebhook(
  rawBody: Buffer,
  headers: Readonly<Record<string, string | string[] | undefined>>,
  secrets: readonly string[],
): PrintWebhook {
  if (!isFromMerciFacteur(headers, secrets)) return { kind: 'forged' };
  const form = new URLSearchParams(rawBody.toString('utf8'));
  const read = detailBody.safeParse(json(form.get('detail') ?? ''));
  if (!read.success) return { kind: 'malformed', detail: z.prettifyError(read.error).slice(0, 500) };
  return { kind: 'events', events: read.data.map(eventOf) };
}

/** Whether the headers hold one of the secrets; the body is not needed for that. */
export function isFromMerciFacteur(
  headers: Readonly<Record<string, string | string[] | undefined>>,
  secrets: readonly string[],
): boolean {
  const given = headers['x-mf-webhook-secret-key'];
  return typeof given === 'string' && secrets.some((secret) => isSame(secret, given));
}

export function isSame(secret: string, given: string): boolean {
  const digest = (value: string) => createHash('sha256').update(value).digest();
  return timingSafeEqual(digest(secret), digest(given));
}

function json(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}

function eventOf(detail: z.output<typeof detailBody>[number]): LetterEvent {
  const reference = uuidOf(detail.ref_interne ?? '');
  const trackingNumber = detail.tracking_number || null;
  const proof = (kind: ProofKind, base64: string | null | undefined): LetterProof | null =>
    base64 ? proofOf(kind, Buffer.from(base64, 'base64'), reference ?? 'courrier') : null;
  return {
    reference,
    providerReference: detail.id_envoi || null,
    event: eventOfStatus(detail.statut_courrier),
    trackingNumber,
    proof: proof('deposit', detail.pdd_base64_pdf) ?? proof('receipt', detail.are_base64_jpeg),
    detail: (detail.statut_description ?? detail.statut_courrier).slice(0, 500),
    askSoon: ASKED_FOR.has(detail.statut_courrier),
  };
}
