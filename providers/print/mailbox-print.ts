import { z } from 'zod';
import { LETTER_EVENTS } from '../../domain/messages/letter-status.ts';
import { httpCall } from '../http-call.ts';
import { failedCall } from '../http-status.ts';
import { MAILBOX_TIMEOUT_MS } from '../mailbox-timeout.ts';
import type { LetterState, PrintProvider } from './port.ts';
import { proofOfTrial, trialProof } from './trial-proof.ts';

const acceptedBody = z.object({ id: z.string().min(1), postage_cents: z.int() });
const stateBody = z.object({
  events: z.array(z.enum(LETTER_EVENTS)),
  tracking_number: z.string().nullable(),
  proofs: z.array(trialProof),
  is_complete: z.boolean(),
});

/** The local mailbox as a print provider, until a creditor is live: it keeps letters and prints none. */
export function createMailboxPrint(options: { baseUrl: string; timeoutMs?: number }): PrintProvider {
  const { baseUrl, timeoutMs = MAILBOX_TIMEOUT_MS } = options;
  return {
    name: 'mailbox',
    async submit(letter, signal) {
      const { reference, kind, pdf, sender, recipient, title } = letter;
      const body = JSON.stringify({
        reference,
        kind,
        title,
        sender,
        recipient,
        pdf: Buffer.from(pdf).toString('base64'),
      });
      const headers = { 'content-type': 'application/json' };
      const exchange = await httpCall({ method: 'POST', url: `${baseUrl}/letters`, headers, body, timeoutMs }, signal);
      const read = exchange.kind === 'answered' ? acceptedBody.safeParse(exchange.body) : null;
      if (!read?.success) return failedCall(exchange);
      return { kind: 'accepted', reference: read.data.id, postageCents: read.data.postage_cents };
    },
    async ask({ reference, ageMs, known }, signal): Promise<LetterState> {
      const url = `${baseUrl}/letters/${encodeURIComponent(reference)}/questions`;
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ age_ms: ageMs });
      const exchange = await httpCall({ method: 'POST', url, headers, body, timeoutMs }, signal);
      if (exchange.kind === 'answered' && exchange.status === 404) return { kind: 'not_found' };
      const read = exchange.kind === 'answered' ? stateBody.safeParse(exchange.body) : null;
      if (!read?.success) return { kind: 'no_answer', code: failedCall(exchange).code };
      const { events, tracking_number: trackingNumber, proofs, is_complete: isComplete } = read.data;
      return {
        kind: 'found',
        providerReference: reference,
        events,
        trackingNumber,
        postageCents: null,
        proofs: proofs.map(proofOfTrial).filter(({ kind }) => !known.includes(kind)),
        // How it ends is told by the mailbox's webhooks.
        isComplete,
        detail: '',
      };
    },
  };
}
