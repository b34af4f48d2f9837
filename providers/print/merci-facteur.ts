import { z } from 'zod';
import { failedCall } from '../http-status.ts';
import { letterForm } from './merci-facteur-letter.ts';
import {
  isAboutToken,
  type MerciFacteurOptions,
  MerciFacteurSession,
  refusalIn,
  saidBy,
} from './merci-facteur-session.ts';
import { askMerciFacteur } from './merci-facteur-state.ts';
import type { LetterOutcome, OutgoingLetter, PrintProvider } from './port.ts';

const acceptedBody = z.object({
  success: z.literal(true),
  envoi_id: z.coerce.string().min(1),
  price: z.object({ total: z.object({ ttc: z.coerce.number().optional() }).optional() }).optional(),
});

/** The answer to a second letter under the same `antidoublon` within 30 days: the first one was accepted. */
const DUPLICATE = /doublon|duplicate/i;

/**
 * Merci Facteur, API 1.2 (github.com/MerciFacteur/Merci-facteur-API). `antidoublon` is our message's id, so a repeated call
 * is safe: the second one is refused when the first had passed. When the answer with the letter's number was lost, the next
 * webhook brings the number together with our reference (`ref_interne`).
 */
export function createMerciFacteur(options: MerciFacteurOptions): PrintProvider {
  const session = new MerciFacteurSession(options);
  return {
    name: 'merci_facteur',
    submit: (letter, signal) => submit(session, options.userId, letter, signal),
    ask: (query, signal) => askMerciFacteur(session, query, signal),
  };
}

async function submit(
  session: MerciFacteurSession,
  userId: string,
  letter: OutgoingLetter,
  signal: AbortSignal,
): Promise<LetterOutcome> {
  const form = letterForm(letter, userId);
  if (!form)
    return { kind: 'refused', code: 'kind_not_offered', detail: `No ${letter.kind} letters at this provider.` };
  const { at, exchange } = await session.call({ method: 'POST', path: '/sendCourrier', body: form }, signal);
  const body = exchange.kind === 'answered' ? exchange.body : undefined;
  const says = saidBy(body);
  const refusal = refusalIn(exchange);
  if (at === 'token') {
    if (refusal) return { kind: 'misconfigured', ...refusal };
    const failed = failedCall(exchange, says);
    // Without a token nothing was sent, however the call for the token ended.
    const { code, detail } = failed;
    if (failed.kind === 'unknown') return { kind: 'not_accepted', code, detail, retryAfterMs: null };
    return failed.kind === 'refused' ? { kind: 'misconfigured', code, detail } : failed;
  }
  const accepted = acceptedBody.safeParse(body);
  if (accepted.success) {
    const { envoi_id: reference, price } = accepted.data;
    const euros = price?.total?.ttc;
    return { kind: 'accepted', reference, postageCents: euros === undefined ? null : Math.round(euros * 100) };
  }
  if (says && DUPLICATE.test(`${says.code} ${says.text}`)) {
    return { kind: 'accepted', reference: letter.reference, postageCents: null };
  }
  if (refusal) return { kind: isAboutToken(exchange) ? 'misconfigured' : 'refused', ...refusal };
  const failed = failedCall(exchange, says);
  // By their documentation `success: false` means that nothing was sent, even with a 5xx.
  if (says && failed.kind === 'unknown')
    return { kind: 'not_accepted', code: failed.code, detail: failed.detail, retryAfterMs: null };
  return failed;
}
