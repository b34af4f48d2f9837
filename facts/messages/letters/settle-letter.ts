import { v7 as uuidv7 } from 'uuid';
import { type AttentionCode, type ReturnCode, UNCERTAIN_SENDING } from '../../../domain/case/attention-codes.ts';
import {
  isHandedOverInPerson,
  letterAfter,
  type LetterEventKind,
  type LetterStanding,
  type LetterStatus,
} from '../../../domain/messages/letter-status.ts';
import { isUuid } from '../../../domain/format/uuid.ts';
import type { LocalDate } from '../../../domain/calendar/local-date.ts';
import { isOpenState } from '../../../domain/messages/open-states.ts';
import type { Database, Transaction } from '../../../prisma/client.ts';
import { lockCustomerOfMessage } from '../../../prisma/lock.ts';
import { clearAttentionFor } from '../../clear-attention.ts';
import { sha256 } from '../../content-hash.ts';
import { recordHistory } from '../../history.ts';
import type { AfterCommit, FactContext, Telling } from '../../outcome.ts';
import { raiseVersion } from '../../raise-version.ts';
import { closeTaskAbout } from '../settling/ask-about-message.ts';
import { isSaidNotSent, settleAfterAll } from '../settling/left-after-all.ts';
import { isOfErased, loadMessageToSettle, type MessageToSettle, ownItems } from '../settling/message-to-settle.ts';
import { settleMessage } from '../settling/settle-message.ts';
import { stopLadder } from '../returns/stop-ladder.ts';

/** The reason for which a person is asked about a letter with this end. */
const FAILURES: Readonly<Record<string, ReturnCode>> = {
  undeliverable: 'undeliverable_letter',
  failed: 'letter_rejected',
};
/** The failure code of a letter that came back, until the provider says why. */
const UNEXPLAINED = 'returned_letter';
const NO_FAILURE = { failureCode: null, failureDetail: null } as const;

/** A document about a letter, such as a receipt. */
export interface NewProof {
  kind: string;
  filename: string;
  contentType: string;
  bytes: Uint8Array;
}

/** What a print provider reports about one letter, by webhook or when asked. */
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
  /** When to ask the provider next; null for never, absent to leave it as planned. */
  followAt?: Date | null;
}

export interface SettledLetter extends AfterCommit {
  messageId: string;
  slug: string;
  /** The outcome that the message's own workflow has to be told, if it still waits; null when it is still open. */
  outcome: 'sent' | 'not_sent' | null;
}

/**
 * Stores what is new about a letter, under the lock: its status (never backwards), tracking number, price and proofs. A
 * report on a letter of unknown outcome settles it. An undeliverable letter stops the ladder; a refused or unclaimed
 * one counts as notified and stops nothing. For a customer erased in the meantime only status, number and price are
 * kept. Returns null when this provider has no such letter.
 */
export async function settleLetter(db: Database, at: Date, told: LetterNews): Promise<SettledLetter | null> {
  return db.$transaction(async (tx) => {
    const found = await findLetter(tx, told);
    if (!found) return null;
    await lockCustomerOfMessage(tx, found.creditorId, found.id);
    const message = await loadMessageToSettle(tx, found.id);
    const { creditorId, customer } = message;
    const news = isOfErased(message) ? { ...told, proofs: [], detail: '' } : told;
    const context: FactContext = { creditorId, at, actor: { kind: 'provider', name: news.provider } };
    // Reports on a letter that was never handed over, or was taken back, are ignored.
    const isBackAgain = isSaidNotSent(message) && news.events.length > 0 && !news.events.includes('rejected');
    const isTaken = message.status !== 'cancelled' && message.status !== 'rendered';
    const isOurs = isBackAgain || (message.handedOverAt !== null && isTaken);
    const take = (letter: MessageToSettle) => applyNews(tx, context, letter, news);
    const tellings = isBackAgain ? await settleAfterAll(tx, context, message, take) : isOurs ? await take(message) : [];
    if (isOurs) await keepDetails(tx, context, message, news);
    const { status } = await tx.message.findUniqueOrThrow({ where: { id: message.id }, select: { status: true } });
    const outcome = isOpenState(status) ? null : status === 'failed' ? 'not_sent' : 'sent';
    return { messageId: message.id, slug: customer.creditor.slug, outcome, tellings };
  });
}

async function findLetter(tx: Transaction, { provider, reference, providerReference }: LetterNews) {
  const select = { id: true, creditorId: true };
  const own = { kind: 'letter' as const, provider, viaPrintProvider: true };
  const id = isUuid(reference) ? reference : null;
  const named = id === null ? null : await tx.message.findFirst({ where: { ...own, id }, select });
  if (named || providerReference === null) return named;
  return tx.message.findFirst({ where: { ...own, providerReference }, select });
}

async function applyNews(
  tx: Transaction,
  context: FactContext,
  message: MessageToSettle,
  news: LetterNews,
): Promise<Telling[]> {
  let letter: LetterStanding = { status: message.status, isUnexplained: message.failureCode === UNEXPLAINED };
  let tellings: Telling[] = [];
  if (isOpenState(message.status) && news.events.length > 0) {
    const isRejected = news.events.includes('rejected');
    if (message.status === 'ambiguous') await lookedAt(tx, context, message, UNCERTAIN_SENDING);
    tellings = await settleMessage(
      tx,
      context,
      message,
      isRejected
        ? { kind: 'failed', code: 'letter_rejected', detail: news.detail || 'refus du prestataire' }
        : { kind: 'sent', reference: news.providerReference },
    );
    letter = { status: isRejected ? 'failed' : 'sent', isUnexplained: false };
  }
  for (const event of news.events) {
    const followed = await followLetter(tx, context, message, letter, { event, detail: news.detail });
    if (!followed) continue;
    letter = followed.letter;
    tellings = followed.tellings ?? tellings;
  }
  return tellings;
}

/** An event of a letter that has left; `on` is the local day on which it happened, if known. */
interface LetterEvent {
  event: LetterEventKind;
  detail: string;
  on?: LocalDate;
}

/**
 * Applies one event to a letter that has left. Returns its new standing and whom to tell (null when only the reason
 * became known), or null when the event changes nothing.
 */
export async function followLetter(
  tx: Transaction,
  context: FactContext,
  message: MessageToSettle,
  letter: LetterStanding,
  told: LetterEvent,
): Promise<{ letter: LetterStanding<LetterStatus>; tellings: Telling[] | null } | null> {
  const next = letterAfter(letter, told.event, { inPerson: isHandedOverInPerson(message.letterKind) });
  if (!next) return null;
  await keepFailure(tx, message.id, next, told.detail);
  if (next.status === letter.status) return { letter: next, tellings: null };
  if (letter.status === 'undeliverable') await notBack(tx, context, message);
  return { letter: next, tellings: await advance(tx, context, message, next.status, told) };
}

/** Stores why the letter failed, or that nobody has said why yet. */
async function keepFailure(
  tx: Transaction,
  id: string,
  { status, isUnexplained }: LetterStanding,
  detail: string,
): Promise<void> {
  const failureCode = isUnexplained ? UNEXPLAINED : FAILURES[status];
  const failure = failureCode ? { failureCode, failureDetail: detail || null } : NO_FAILURE;
  await tx.message.update({ where: { id }, data: failure });
}

async function advance(
  tx: Transaction,
  context: FactContext,
  message: MessageToSettle,
  next: LetterStatus,
  { detail, on }: LetterEvent,
): Promise<Telling[]> {
  const code = FAILURES[next];
  await tx.message.update({ where: { id: message.id }, data: { status: next } });
  const { customerId, letterKind, level } = message;
  const formalNotice = message.formalNotice ?? undefined;
  const own = ownItems(message);
  await recordHistory(
    tx,
    context,
    own.map(({ invoiceId }) => ({
      ...{ customerId, invoiceId, messageId: message.id },
      kind: 'letter_status' as const,
      data: {
        status: next,
        level,
        channel: 'letter',
        letterKind,
        formalNotice,
        on,
        detail: (code && detail) || undefined,
      },
    })),
  );
  const invoiceIds = own.map(({ invoiceId }) => invoiceId);
  await raiseVersion(tx, invoiceIds);
  if (code) await stopLadder(tx, context, message, code);
  const data = { messageId: message.id, outcome: next };
  return invoiceIds.map((invoiceId) => ({ invoiceId, signal: 'messageSettled' as const, data }));
}

/** The letter was reported undeliverable, but it is not: the address is right and nobody has to correct it. */
async function notBack(tx: Transaction, context: FactContext, message: MessageToSettle): Promise<void> {
  await lookedAt(tx, context, message, FAILURES['undeliverable']!);
  await closeTaskAbout(tx, context, message.id);
}

/** Clears the attention of the letter's cases for this reason, since more is known now. */
async function lookedAt(
  tx: Transaction,
  context: FactContext,
  message: MessageToSettle,
  code: AttentionCode,
): Promise<void> {
  const own = { id: { in: ownItems(message).map((item) => item.invoiceId) } };
  await clearAttentionFor(tx, context, own, [code]);
}

async function keepDetails(
  tx: Transaction,
  context: FactContext,
  message: MessageToSettle,
  news: LetterNews,
): Promise<void> {
  const { provider, trackingNumber, postageCents, providerReference, proofs, followAt } = news;
  // A letter handed over without an answer is known by our own reference until the provider gives its own.
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

/** Stores documents with a message; a document that comes again is stored once. */
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
      sha256: sha256(proof.bytes),
      source: of.source,
      receivedAt: of.at,
    })),
    skipDuplicates: true,
  });
}
