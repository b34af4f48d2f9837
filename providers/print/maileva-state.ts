import { z } from 'zod';
import type { LetterEventKind } from '../../domain/messages/letter-status.ts';
import { serviceOf } from './maileva-letter.ts';
import { findSendings, readSending } from './maileva-sendings.ts';
import type { MailevaSession } from './maileva-session.ts';
import type { LetterProof, LetterQuery, LetterState, ProofKind } from './port.ts';
import { proofOf } from './proof-file.ts';

const text = z.string().nullish();
const delivery = z.array(z.object({ code: text, category: text })).nullish();
const recipientBody = z.object({
  status: z.string(),
  status_detail: text,
  registered_number: text,
  postage_price: z.coerce.number().nullish(),
  deposit_proof_url: text,
  content_proof_url: text,
  acknowledgement_of_receipt_url: text,
  undelivered_mail_url: text,
  undelivered_mail_reason: text,
  undelivered_mail_date: text,
  delivery_statuses: delivery,
  main_delivery_statuses: delivery,
});
type Recipient = z.output<typeof recipientBody>;

/** La Poste's codes in Maileva's numbering; only those that add information. */
const CODES: Readonly<Record<string, LetterEventKind>> = {
  LP02: 'printed',
  LP03: 'deposited',
  LP05: 'deposited',
  LP08: 'first_presented',
  LP09: 'first_presented',
  LP15: 'delivered',
  LP16: 'delivered',
  LP28: 'delivered',
  LP29: 'delivered',
  LP18: 'signed',
  LP19: 'unclaimed',
  LP20: 'undeliverable',
  LP21: 'undeliverable',
  LP22: 'refused',
  LP17: 'returned',
};
const REASONS: Readonly<Record<string, LetterEventKind>> = {
  N02: 'undeliverable',
  N03: 'unclaimed',
  N05: 'refused',
  N07: 'undeliverable',
};
const REJECTED = ['REJECTED', 'SENDING_REJECTED', 'CANCELED'];

/** Asks Maileva for the state of one letter and for the documents that are not stored yet. */
export async function askMaileva(
  session: MailevaSession,
  query: LetterQuery,
  signal: AbortSignal,
): Promise<LetterState> {
  const service = serviceOf(query.kind);
  if (!service) return { kind: 'not_found' };
  const id = query.providerReference ?? (await submittedUnder(session, service, query.reference, signal));
  if (id === null) return { kind: 'no_answer', code: 'not_asked' };
  if (id === '') return { kind: 'not_found' };
  const path = `${service}/sendings/${id}`;
  const sending = await readSending(session, path, signal);
  const { exchange } = await session.call({ method: 'GET', path: `${path}/recipients?start_index=1&count=1` }, signal);
  const read =
    exchange.kind === 'answered' ? z.object({ recipients: z.array(recipientBody) }).safeParse(exchange.body) : null;
  const recipient = read?.data?.recipients[0];
  if (!sending || sending.status === 'DRAFT' || !recipient) return { kind: 'no_answer', code: 'unreadable_answer' };
  const proofs = await fetchProofs(session, service, query, recipient, signal);
  return {
    kind: 'found',
    providerReference: id,
    events: eventsOf(sending.status, recipient),
    trackingNumber: recipient.registered_number ?? null,
    postageCents: recipient.postage_price == null ? null : Math.round(recipient.postage_price * 100),
    proofs,
    isComplete: isComplete(query, recipient, proofs),
    detail: recipient.status_detail ?? '',
  };
}

/** The id of the submitted sending under our reference: `''` when there is none, null when that cannot be known. */
async function submittedUnder(
  session: MailevaSession,
  service: string,
  reference: string,
  signal: AbortSignal,
): Promise<string | null> {
  const sendings = await findSendings(session, service, reference, signal);
  return sendings && (sendings.find(({ status }) => status !== 'DRAFT')?.id ?? '');
}

function eventsOf(sendingStatus: string, recipient: Recipient): LetterEventKind[] {
  const { status, delivery_statuses: all, main_delivery_statuses: main } = recipient;
  if (REJECTED.includes(status) || REJECTED.includes(sendingStatus)) return ['rejected'];
  const told = [...(all ?? []), ...(main ?? [])].flatMap(({ code, category }) => [
    ...(category === 'FIRST_PRESENTATION' ? (['first_presented'] as const) : []),
    ...(category === 'DELIVERED' ? (['delivered'] as const) : []),
    ...(CODES[code ?? ''] ? [CODES[code ?? '']!] : []),
  ]);
  const reason = REASONS[recipient.undelivered_mail_reason ?? ''];
  return [
    'accepted',
    ...(status === 'PROCESSED' ? (['printed'] as const) : []),
    ...(recipient.deposit_proof_url ? (['deposited'] as const) : []),
    // A known reason for the return replaces the mere fact that it came back.
    ...(reason ? [...told.filter((event) => event !== 'returned'), reason] : told),
    ...(recipient.undelivered_mail_date && !reason ? (['returned'] as const) : []),
    ...(recipient.acknowledgement_of_receipt_url ? (['signed'] as const) : []),
  ];
}

function isComplete(query: LetterQuery, recipient: Recipient, proofs: readonly LetterProof[]): boolean {
  // For a simple letter only a return may still be reported, and a notification reports that.
  if (query.kind === 'simple') return recipient.status === 'PROCESSED' || REJECTED.includes(recipient.status);
  if (REJECTED.includes(recipient.status)) return true;
  const kept = new Set([...query.known, ...proofs.map((proof) => proof.kind)]);
  return kept.has('deposit') && (kept.has('receipt') || kept.has('undelivered'));
}

async function fetchProofs(
  session: MailevaSession,
  service: string,
  query: LetterQuery,
  recipient: Recipient,
  signal: AbortSignal,
): Promise<LetterProof[]> {
  const urls: [ProofKind, string | null | undefined][] = [
    ['deposit', recipient.deposit_proof_url],
    ['content', recipient.content_proof_url],
    ['receipt', recipient.acknowledgement_of_receipt_url],
    ['undelivered', recipient.undelivered_mail_url],
  ];
  const proofs: LetterProof[] = [];
  for (const [kind, url] of urls) {
    if (!url || query.known.includes(kind) || !url.startsWith('/')) continue;
    const { exchange } = await session.call({ method: 'GET', path: `${service}${url}` }, signal);
    const bytes = exchange.kind === 'answered' && exchange.status === 200 ? exchange.bytes : null;
    const proof = bytes && proofOf(kind, bytes, query.reference);
    if (proof) proofs.push(proof);
  }
  return proofs;
}
