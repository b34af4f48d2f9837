import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { type LetterEventKind, type LetterStatus, letterStatusAfter } from '../../domain/messages/letter-status.ts';
import type { Database, Transaction } from '../../prisma/client.ts';
import { lockCustomerOfMessage } from '../../prisma/lock.ts';
import { clearAttention } from '../clear-attention.ts';
import { recordHistory } from '../history.ts';
import type { FactContext, Telling } from '../outcome.ts';
import { raiseVersion } from '../raise-version.ts';
import { loadMessageToSettle, type MessageToSettle, ownItems } from './message-to-settle.ts';
import { OPEN_STATES, settleMessage } from './settle-message.ts';
import { stopLadder } from './stop-ladder.ts';

/** A document about a letter, as it is kept. */
export interface NewProof {
  kind: string;
  filename: string;
  contentType: string;
  bytes: Uint8Array;
}

/** What a print provider tells of one letter, by a webhook or when it is asked. */
export interface LetterNews {
  provider: string;
  /** Our message's id; null when only the provider's own reference is known. */
  reference: string | null;
  providerReference: string | null;
  /** Oldest first. */
  events: readonly LetterEventKind[];
  trackingNumber: string | null;
  postageCents: number | null;
  proofs: readonly NewProof[];
  detail: string;
  /** When the provider is asked next: null never, absent as it was planned. */
  followAt?: Date | null;
}

export interface SettledLetter {
  messageId: string;
  slug: string;
  /** What the message's own workflow is to hear, should it still wait. */
  outcome: 'sent' | 'not_sent' | null;
  tellings: Telling[];
}

/**
 * Takes over what is new of a letter, under the lock: its status, never backwards, its number, its price and its proofs. News of
 * one whose outcome was unknown settles it. One that cannot be delivered stops the ladder; a refused or unclaimed one
 * counts as notified and stops nothing. Null: no letter of ours at this provider.
 */
export async function settleLetter(db: Database, at: Date, news: LetterNews): Promise<SettledLetter | null> {
  return db.$transaction(async (tx) => {
    const found = await findLetter(tx, news);
    if (!found) return null;
    await lockCustomerOfMessage(tx, found.creditorId, found.id);
    const message = await loadMessageToSettle(tx, found.id);
    const { creditorId, customer } = message;
    const context: FactContext = { creditorId, at, actor: { kind: 'provider', name: news.provider } };
    // What was never handed over, or was taken back, is not the provider's to tell of.
    const isOurs = message.handedOverAt !== null && message.status !== 'cancelled' && message.status !== 'rendered';
    const tellings = isOurs ? await applyNews(tx, context, message, news) : [];
    if (isOurs) await keepDetails(tx, context, message, news);
    const { status } = await tx.message.findUniqueOrThrow({ where: { id: message.id }, select: { status: true } });
    const outcome = OPEN_STATES.includes(status) ? null : status === 'failed' ? 'not_sent' : 'sent';
    return { messageId: message.id, slug: customer.creditor.slug, outcome, tellings };
  });
}

async function findLetter(tx: Transaction, { provider, reference, providerReference }: LetterNews) {
  const select = { id: true, creditorId: true };
  const own = { kind: 'letter' as const, provider, viaPrintProvider: true };
  const isUuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(reference ?? '');
  const named = isUuid ? await tx.message.findFirst({ where: { ...own, id: reference! }, select }) : null;
  if (named || providerReference === null) return named;
  return tx.message.findFirst({ where: { ...own, providerReference }, select });
}

async function applyNews(
  tx: Transaction,
  context: FactContext,
  message: MessageToSettle,
  news: LetterNews,
): Promise<Telling[]> {
  let { status } = message as { status: string };
  let tellings: Telling[] = [];
  if (OPEN_STATES.includes(message.status) && news.events.length > 0) {
    const isRejected = news.events.includes('rejected');
    if (message.status === 'ambiguous') await lookedAt(tx, context, message);
    tellings = await settleMessage(
      tx,
      context,
      message,
      isRejected
        ? { kind: 'failed', code: 'letter_rejected', detail: news.detail || 'refus du prestataire' }
        : { kind: 'sent', reference: news.providerReference },
    );
    status = isRejected ? 'failed' : 'sent';
  }
  for (const event of news.events) {
    const next = letterStatusAfter(status, event);
    if (!next) continue;
    status = next;
    tellings = await advance(tx, context, message, next, news.detail);
  }
  return tellings;
}

async function advance(
  tx: Transaction,
  context: FactContext,
  message: MessageToSettle,
  next: LetterStatus,
  detail: string,
): Promise<Telling[]> {
  const isBad = next === 'undeliverable' || next === 'failed';
  const code = next === 'failed' ? 'letter_rejected' : 'undeliverable_letter';
  const failure = isBad ? { failureCode: code, failureDetail: detail || null } : {};
  await tx.message.update({ where: { id: message.id }, data: { status: next, ...failure } });
  const { customerId, letterKind, level } = message;
  const own = ownItems(message);
  await recordHistory(
    tx,
    context,
    own.map(({ invoiceId }) => ({
      ...{ customerId, invoiceId, messageId: message.id },
      kind: 'letter_status' as const,
      data: { status: next, level, channel: 'letter', letterKind, detail: isBad ? detail : undefined },
    })),
  );
  const invoiceIds = own.map(({ invoiceId }) => invoiceId);
  await raiseVersion(tx, invoiceIds);
  if (isBad) await stopLadder(tx, context, message, code);
  const data = { messageId: message.id, outcome: next };
  return invoiceIds.map((invoiceId) => ({ invoiceId, signal: 'messageSettled' as const, data }));
}

/** The provider knows the letter: who was asked about it need not look any more. */
async function lookedAt(tx: Transaction, context: FactContext, message: MessageToSettle): Promise<void> {
  const asked = await tx.invoice.findMany({
    where: { id: { in: ownItems(message).map((item) => item.invoiceId) }, attentionCode: 'ambiguous_sending' },
    select: { id: true },
  });
  await clearAttention(
    tx,
    context,
    asked.map(({ id }) => id),
  );
}

async function keepDetails(
  tx: Transaction,
  context: FactContext,
  message: MessageToSettle,
  news: LetterNews,
): Promise<void> {
  const { provider, trackingNumber, postageCents, providerReference, proofs, followAt } = news;
  // A letter that was taken without an answer is known by our own reference until the provider tells its own.
  const isUnnamed = message.providerReference === null || message.providerReference === message.id;
  await tx.message.update({
    where: { id: message.id },
    data: {
      ...(trackingNumber ? { trackingNumber } : {}),
      ...(postageCents === null ? {} : { postageCents }),
      ...(isUnnamed && providerReference ? { providerReference } : {}),
      ...(followAt === undefined ? {} : { followAt }),
    },
  });
  await keepProofs(tx, { message, source: provider, at: context.at }, proofs);
}

/** Keeps documents with a message, each once however often it comes. */
export async function keepProofs(
  tx: Transaction,
  of: { message: { id: string; creditorId: string }; source: string; at: Date },
  proofs: readonly NewProof[],
): Promise<void> {
  await tx.messageProof.createMany({
    data: proofs.map((proof) => ({
      ...proof,
      bytes: new Uint8Array(proof.bytes),
      id: uuidv7(),
      messageId: of.message.id,
      creditorId: of.message.creditorId,
      sha256: createHash('sha256').update(proof.bytes).digest('hex'),
      source: of.source,
      receivedAt: of.at,
    })),
    skipDuplicates: true,
  });
}
