import { UNCERTAIN_SENDING } from '../domain/case/attention-codes.ts';
import { isUuid } from '../domain/format/uuid.ts';
import { isOpenState } from '../domain/messages/open-states.ts';
import {
  attentionAfter,
  type ProviderNews,
  type ReportedStatus,
  statusAfter,
} from '../domain/messages/provider-status.ts';
import type { Database, Transaction } from '../prisma/client.ts';
import { lockCustomerOfMessage } from '../prisma/lock.ts';
import { clearAttentionFor } from './clear-attention.ts';
import { type HistoryLine, recordHistory } from './history.ts';
import { isSaidNotSent, settleAfterAll } from './messages/settling/left-after-all.ts';
import {
  isOfErased,
  loadMessageToSettle,
  type MessageToSettle,
  ownItems,
} from './messages/settling/message-to-settle.ts';
import { levelTold, natureTold, settleMessage } from './messages/settling/settle-message.ts';
import { dealWithReturns } from './messages/returns/open-returns.ts';
import { stopLadder } from './messages/returns/stop-ladder.ts';
import type { AfterCommit, FactContext, Telling } from './outcome.ts';
import { raiseVersion } from './raise-version.ts';
import { tellUntold } from './tell-untold.ts';

/**
 * What a provider reports about one mail. Our own tag is tried first, because the answer that gave the reference may be
 * lost.
 */
export interface ProviderEvent extends ProviderNews {
  providerReference: string;
  messageTag: string | null;
  detail: string;
}

/** The senders of mails. */
export type MailSender = 'resend' | 'mailbox';

export interface SettledEvent extends AfterCommit {
  messageId: string;
  slug: string;
  creditorId: string;
  /** The outcome that the message's own workflow has to be told, if it still runs; null while it is open. */
  outcome: 'sent' | 'not_sent' | null;
}

/**
 * Turns a provider's event into the message's state, never backwards: events come in any order, and more than once. An
 * event about a message of unknown outcome settles it, even if a person has said meanwhile that it had not left. A hard
 * bounce (also after soft ones) or a complaint marks the contact and stops the ladder of the invoices until a person
 * has looked. Returns null when it is no message of ours.
 *
 * @param senders the senders that report: they may report only mails they took. `asked`: the event is the answer to a
 * question about this very message.
 */
export async function settleProviderEvent(
  db: Database,
  at: Date,
  told: ProviderEvent,
  senders: readonly MailSender[] | 'asked',
): Promise<SettledEvent | null> {
  return db.$transaction(async (tx) => {
    const found = await findMessage(tx, told, senders);
    if (!found) return null;
    await lockCustomerOfMessage(tx, found.creditorId, found.id);
    const message = await loadMessageToSettle(tx, found.id);
    // A complaint quotes the address, and may come after the customer was erased.
    const event = isOfErased(message) ? { ...told, detail: '' } : told;
    const context: FactContext = {
      creditorId: message.creditorId,
      at,
      actor: { kind: 'provider', name: message.provider ?? 'resend' },
    };
    const isBackAgain = isSaidNotSent(message) && LEFT.includes(event.event);
    const next = statusAfter(isBackAgain ? 'ambiguous' : message.status, event);
    const tellings = isBackAgain
      ? await settleAfterAll(tx, context, message, (reopened) => takeOver(tx, context, reopened, event))
      : await takeOver(tx, context, message, event);
    return {
      messageId: message.id,
      slug: message.customer.creditor.slug,
      creditorId: message.creditorId,
      outcome: outcomeOf(next ?? message.status, message.sentAt),
      tellings,
    };
  });
}

/** Events that only a mail that has left can have. */
const LEFT: readonly ProviderNews['event'][] = ['sent', 'delivered', 'bounced', 'complained'];

/** Stores what is new about the message. Returns whom to tell. */
async function takeOver(
  tx: Transaction,
  context: FactContext,
  message: MessageToSettle,
  event: ProviderEvent,
): Promise<Telling[]> {
  const next = statusAfter(message.status, event);
  const invoiceIds = ownItems(message).map((item) => item.invoiceId);
  const telling = {
    signal: 'messageSettled',
    data: { messageId: message.id, outcome: next ?? message.status },
  } as const;
  if (isKnownForGood(message, event)) {
    await stopForGood(tx, context, message, event);
    return invoiceIds.map((invoiceId) => ({ invoiceId, ...telling }));
  }
  if (next === null) return tellUntold(tx, { id: { in: invoiceIds } }, telling);
  if (isOpenState(message.status)) await settleOpen(tx, context, message, event, next);
  if (next !== 'sent') await advance(tx, context, message, event, next);
  return invoiceIds.map((invoiceId) => ({ invoiceId, ...telling }));
}

/** True when a mail that had bounced, perhaps only for a while, is now known to have bounced for good. */
const isKnownForGood = (message: MessageToSettle, event: ProviderEvent): boolean =>
  message.status === 'bounced' && message.failureCode === 'bounced' && attentionAfter(event) === 'hard_bounce';

async function stopForGood(
  tx: Transaction,
  context: FactContext,
  message: MessageToSettle,
  event: ProviderEvent,
): Promise<void> {
  const data = { failureCode: 'hard_bounce', ...(event.detail ? { failureDetail: event.detail } : {}) };
  await tx.message.update({ where: { id: message.id }, data });
  await raiseVersion(
    tx,
    ownItems(message).map((item) => item.invoiceId),
  );
  await stopLadder(tx, context, message, 'hard_bounce');
}

/**
 * The outcome for the message's workflow; a repeated event gives it again, since the workflow may not have heard it the
 * first time.
 */
function outcomeOf(status: string, sentAt: Date | null): SettledEvent['outcome'] {
  if (status === 'failed') return sentAt === null ? 'not_sent' : 'sent';
  return ['sent', 'delivered', 'bounced', 'complained'].includes(status) ? 'sent' : null;
}

async function findMessage(tx: Transaction, event: ProviderEvent, senders: readonly MailSender[] | 'asked') {
  // Test messages go to the mailbox, and only they do.
  const theirs =
    senders === 'asked'
      ? {}
      : { kind: 'email' as const, OR: senders.map((sender) => ({ test: sender === 'mailbox' })) };
  const select = { id: true, creditorId: true };
  const tag = isUuid(event.messageTag) ? event.messageTag : null;
  const tagged = tag === null ? null : await tx.message.findUnique({ where: { id: tag, ...theirs }, select });
  return tagged ?? tx.message.findFirst({ where: { providerReference: event.providerReference, ...theirs }, select });
}

/**
 * The provider knows the mail, so its outcome is no longer open, and its cases need not ask a person about it any more.
 */
async function settleOpen(
  tx: Transaction,
  context: FactContext,
  message: MessageToSettle,
  event: ProviderEvent,
  next: ReportedStatus,
): Promise<void> {
  if (message.status === 'ambiguous') {
    const own = { id: { in: ownItems(message).map((item) => item.invoiceId) } };
    await clearAttentionFor(tx, context, own, [UNCERTAIN_SENDING]);
  }
  await settleMessage(
    tx,
    context,
    message,
    next === 'failed'
      ? { kind: 'failed', code: 'sending_failed', detail: event.detail || 'refus du prestataire' }
      : { kind: 'sent', reference: event.providerReference },
  );
}

async function advance(
  tx: Transaction,
  context: FactContext,
  message: MessageToSettle,
  event: ProviderEvent,
  next: Exclude<ReportedStatus, 'sent'>,
): Promise<void> {
  const wasOpen = isOpenState(message.status);
  if (next === 'failed' && wasOpen) return;
  const bad = next !== 'delivered';
  await tx.message.update({
    where: { id: message.id },
    data: {
      status: next,
      ...(message.providerReference === null ? { providerReference: event.providerReference } : {}),
      ...(bad ? { failureCode: attentionAfter(event) ?? next, failureDetail: event.detail || null } : {}),
    },
  });
  const { customerId, recipients } = message;
  // The address takes mails again.
  if (!bad) await dealWithReturns(tx, context.at, { customerId, recipients: { hasSome: recipients } });
  const data = {
    ...natureTold(message),
    channel: message.kind,
    to: message.recipients,
    detail: event.detail || undefined,
  };
  const lines = ownItems(message).map((item): HistoryLine => ({
    customerId: message.customerId,
    invoiceId: item.invoiceId,
    kind: next,
    data: { ...data, level: levelTold(message, item), bounceType: event.bounceType },
    messageId: message.id,
  }));
  await recordHistory(tx, context, lines);
  await raiseVersion(
    tx,
    ownItems(message).map((item) => item.invoiceId),
  );
  const code = next === 'failed' ? (message.kind === 'sms' ? 'sms_failed' : 'sending_failed') : attentionAfter(event);
  if (code !== null) await stopLadder(tx, context, message, code);
}
