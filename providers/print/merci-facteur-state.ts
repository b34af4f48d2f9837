import { z } from 'zod';
import type { LetterEventKind } from '../../domain/messages/letter-status.ts';
import { failedCall } from '../http-status.ts';
import type { MerciFacteurSession } from './merci-facteur-session.ts';
import { eventOfStatus } from './merci-facteur-status.ts';
import type { LetterProof, LetterQuery, LetterState, ProofKind } from './port.ts';
import { proofOf } from './proof-file.ts';

const text = z.coerce.string().nullish();
const trackingBody = z.object({
  success: z.literal(true),
  statutPrintEnvoi: text,
  suiviCourrier: z
    .array(z.object({ refTracking: text, lastState: text, pnd: z.coerce.string().nullish(), areBase64Jpeg: text }))
    .nullish(),
});
const proofBody = z.object({ success: z.literal(true), format_return: z.string(), document: z.string().min(1) });

/** The documents that each kind of letter can have, with the provider's names for them. */
const DOCUMENTS: Record<string, Partial<Record<ProofKind, string>>> = {
  registered: { deposit: 'depot', receipt: 'reception' },
  ere_simple: { deposit: 'depot', download: 'telechargement' },
};

/** Asks Merci Facteur for the state of one letter, in case a webhook is missing, and for documents that no webhook carried. */
export async function askMerciFacteur(
  session: MerciFacteurSession,
  query: LetterQuery,
  signal: AbortSignal,
): Promise<LetterState> {
  const { providerReference } = query;
  // Without the number of the sending it cannot be found; a webhook brings that number.
  if (!providerReference || !/^\d+$/.test(providerReference)) return { kind: 'not_found' };
  const path = `/getSuiviEnvoi?idEnvoi=${providerReference}`;
  const { exchange } = await session.call({ method: 'GET', path }, signal);
  const read = exchange.kind === 'answered' ? trackingBody.safeParse(exchange.body) : null;
  if (!read?.success) return { kind: 'no_answer', code: failedCall(exchange).code };
  const letter = read.data.suiviCourrier?.[0];
  const trackingNumber = letter?.refTracking || query.trackingNumber;
  const scanned = letter?.areBase64Jpeg;
  const proofs: LetterProof[] = [];
  if (scanned && scanned !== 'pending' && !query.known.includes('receipt')) {
    const receipt = proofOf('receipt', Buffer.from(scanned, 'base64'), query.reference);
    if (receipt) proofs.push(receipt);
  }
  const missing = Object.entries(DOCUMENTS[query.kind] ?? {}).filter(
    ([kind]) => !query.known.includes(kind as ProofKind) && !proofs.some((proof) => proof.kind === kind),
  );
  for (const [kind, document] of trackingNumber ? missing : []) {
    const proof = await fetchProof(
      session,
      { kind: kind as ProofKind, document, trackingNumber: trackingNumber!, query },
      signal,
    );
    if (proof) proofs.push(proof);
  }
  const events = eventsOf(read.data.statutPrintEnvoi ?? '', letter, proofs);
  return {
    kind: 'found',
    providerReference,
    events,
    trackingNumber: trackingNumber ?? null,
    postageCents: null,
    proofs,
    isComplete: isComplete(query, events, proofs),
    detail: letter?.lastState ?? '',
  };
}

function eventsOf(
  printed: string,
  letter: { lastState?: string | null | undefined; pnd?: string | null | undefined } | undefined,
  proofs: readonly LetterProof[],
): LetterEventKind[] {
  const state = eventOfStatus(letter?.lastState ?? '');
  return [
    ...(/impression termin/i.test(printed) ? (['printed'] as const) : []),
    ...(proofs.some((proof) => proof.kind === 'deposit') ? (['deposited'] as const) : []),
    ...(state ? [state] : []),
    ...(proofs.some((proof) => proof.kind === 'receipt') ? (['signed'] as const) : []),
    ...(letter?.pnd === '1' ? (['returned'] as const) : []),
  ];
}

function isComplete(query: LetterQuery, events: readonly LetterEventKind[], proofs: readonly LetterProof[]): boolean {
  // A letter without tracking has no further state once it is printed; a webhook reports a return.
  if (query.kind === 'simple') return events.includes('printed');
  const kept = new Set([...query.known, ...proofs.map((proof) => proof.kind)]);
  const isBack = (['returned', 'refused', 'unclaimed', 'undeliverable'] as const).some((event) =>
    events.includes(event),
  );
  return kept.has('deposit') && (isBack || kept.has('receipt') || kept.has('download'));
}

interface Wanted {
  kind: ProofKind;
  document: string;
  trackingNumber: string;
  query: LetterQuery;
}

/** Fetches a document; null while it does not exist, which cannot be known beforehand. */
async function fetchProof(
  session: MerciFacteurSession,
  { kind, document, trackingNumber, query }: Wanted,
  signal: AbortSignal,
): Promise<LetterProof | null> {
  const path = `/getProof?trackingNumber=${encodeURIComponent(trackingNumber)}&document=${document}`;
  const { exchange } = await session.call({ method: 'GET', path }, signal);
  const read = exchange.kind === 'answered' ? proofBody.safeParse(exchange.body) : null;
  return read?.success ? proofOf(kind, Buffer.from(read.data.document, 'base64'), query.reference) : null;
}
