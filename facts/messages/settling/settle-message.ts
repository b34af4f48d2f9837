import { refusedInFrench } from '../../../domain/case/attention-in-words.ts';
import type { CancelReason } from '../../../domain/messages/cancel-reasons.ts';
import { isPostedByPerson } from '../../../domain/messages/connectors.ts';
import { isOpenState } from '../../../domain/messages/open-states.ts';
import type { Transaction } from '../../../prisma/client.ts';
import { updateRow } from '../../../prisma/update-row.ts';
import { localDayAt } from '../../business-calendar.ts';
import { type HistoryLine, recordHistory } from '../../history.ts';
import type { FactContext, Telling } from '../../outcome.ts';
import { type Attention, raiseAttention } from '../../raise-attention.ts';
import { raiseVersion } from '../../raise-version.ts';
import { releaseSpecific } from '../../specific-actions/release-specific.ts';
import { settleStatement } from '../../third-parties/settle-statement.ts';
import { afterSending, isNotice } from './after-sending.ts';
import { askAboutOutcome, closeTaskAbout, isAskedByCases, movesCases, namedByKind } from './ask-about-message.ts';
import { type MessageToSettle, ownItems } from './message-to-settle.ts';
import { AMBIGUOUS, raiseUncertain } from './raise-uncertain.ts';
import { recordSteps } from './record-steps.ts';
import { releaseSteps } from './release-steps.ts';

export type MessageOutcome =
  /** `byPerson`: a person posted the letter; `reference` is then the number that the post gave it. */
  | { kind: 'sent'; reference: string | null; byPerson?: true }
  | { kind: 'failed'; code: Attention['code']; detail: string }
  | { kind: 'cancelled'; reason: CancelReason }
  /** `nextAskAt`: when the provider is asked again; an ISO instant. */
  | { kind: 'ambiguous'; nextAskAt?: string | null };

/**
 * True when a message has not been handed over, or certainly was not accepted, so that another decision may take it
 * back; its workflow then finds it settled. False for a letter that a person posts, which is taken back in its own way.
 */
export const isStillHere = (message: MessageToSettle): boolean =>
  (message.status === 'reserved' || message.status === 'rendered') && !isPostedByPerson(message);

/**
 * Records the outcome of a message, once. Sent: each invoice records its step and level. Failed or cancelled: its steps
 * are released. Ambiguous: it waits for the provider or a person. A person is asked about what failed or is ambiguous:
 * through its cases, or by a task about the message when it moves no open case. Invoices listed for information record
 * nothing and are told nothing. A message that is settled already changes nothing. Returns whom to tell.
 */
export async function settleMessage(
  tx: Transaction,
  context: FactContext,
  message: MessageToSettle,
  outcome: MessageOutcome,
): Promise<Telling[]> {
  if (!isOpenState(message.status)) return tellingsOf(message, message.status);
  if (outcome.kind === 'ambiguous' && message.status === 'ambiguous') return tellingsOf(message, 'ambiguous');
  const left = { ...context, at: leftAt(context, message, outcome) };
  const columns = { waitsForLine: false, ...columnsOf(context, left.at, outcome) };
  await updateRow(tx, 'messages', message.id, columns);
  if (message.status === 'ambiguous') await closeTaskAbout(tx, context, message.id);
  if (message.origin === 'statement') {
    await settleStatement(tx, left, message, outcome);
    await askAboutOutcome(tx, context, message, outcome);
    return [];
  }
  const own = ownItems(message);
  const openIds = own.filter((item) => item.invoice.closedAs === null).map((item) => item.invoiceId);
  if (outcome.kind === 'sent') {
    await recordSteps(tx, left, message);
    await afterSending(tx, context, message, outcome.reference);
    if (message.origin === 'specific_action' && message.actionId) await releaseSpecific(tx, context, message.actionId);
  }
  if (outcome.kind === 'failed' || outcome.kind === 'cancelled') await releaseSteps(tx, context, message);
  const attention = movesCases(message) ? attentionOf(message, outcome) : null;
  // A case asked about an uncertain message gets its history line from that.
  const untold = attention && outcome.kind === 'ambiguous' ? own.filter((item) => item.invoice.closedAs !== null) : own;
  await recordHistory(
    tx,
    left,
    untold.map((item): HistoryLine => ({
      customerId: message.customerId,
      invoiceId: item.invoiceId,
      ...saidOf(message, item, outcome),
      messageId: message.id,
    })),
  );
  const isUncertainAfterwards = outcome.kind === 'ambiguous' && !isAskedByCases(message);
  if (!movesCases(message) || isUncertainAfterwards) await askAboutOutcome(tx, context, message, outcome);
  else if (attention) await raiseAttention(tx, context, openIds, { ...attention, messageId: message.id });
  // The answer about this message has cleared these cases' question: they ask again about another uncertain one.
  if (message.status === 'ambiguous') await raiseUncertain(tx, context, openIds, message.id);
  // For a sent message `recordSteps` has raised the versions.
  const changed = outcome.kind === 'sent' ? [] : own.map((item) => item.invoiceId);
  await raiseVersion(tx, changed);
  return tellingsOf(message, outcome.kind);
}

/**
 * A sent message left when it was last handed over, not when that was found out: facts stored since came after it. A
 * letter that a person posts was never handed over.
 */
function leftAt(context: FactContext, message: MessageToSettle, outcome: MessageOutcome): Date {
  return (outcome.kind === 'sent' ? message.handedOverAt : null) ?? context.at;
}

function attentionOf(message: MessageToSettle, outcome: MessageOutcome): Attention | null {
  if (outcome.kind === 'ambiguous') return AMBIGUOUS;
  return outcome.kind === 'failed'
    ? { code: outcome.code, text: refusedInFrench(namedByKind(message), outcome.detail) }
    : null;
}

function columnsOf(context: FactContext, sentAt: Date, outcome: MessageOutcome) {
  const settledAt = context.at;
  const nextTryAt = null;
  switch (outcome.kind) {
    case 'sent':
      return {
        status: 'sent' as const,
        sentAt,
        settledAt,
        nextTryAt,
        ...(outcome.reference === null ? {} : { providerReference: outcome.reference }),
      };
    case 'failed':
      return {
        status: 'failed' as const,
        settledAt,
        nextTryAt,
        failureCode: outcome.code,
        failureDetail: outcome.detail,
      };
    case 'cancelled':
      return { status: 'cancelled' as const, settledAt, nextTryAt, failureDetail: outcome.reason };
    case 'ambiguous':
      return { status: 'ambiguous' as const, nextTryAt: outcome.nextAskAt ? new Date(outcome.nextAskAt) : null };
  }
}

/** The level to show for an item; null for an extra, which is no step. */
export function levelTold(
  message: { level: number | null },
  item: { stepKey: string | null; level: number },
): number | null {
  return message.level ?? (item.stepKey === null ? null : item.level);
}

/** What history says a message is; an acknowledgement also by its subject, since its template has no level. */
export function natureTold({ origin, originId, subject }: MessageToSettle) {
  const isAcknowledgement = origin === 'acknowledgement' && !isNotice(originId);
  return {
    origin,
    ...(isNotice(originId) ? { notice: true } : {}),
    ...(isAcknowledgement && subject ? { subject } : {}),
  };
}

/** What history says of an outcome; for an uncertain message that moves no case it is a note, and no case stops. */
function saidOf(message: MessageToSettle, item: MessageToSettle['items'][number], outcome: MessageOutcome) {
  const data = {
    stepKey: item.stepKey,
    level: levelTold(message, item),
    channel: message.kind,
    letterKind: message.letterKind,
    ...natureTold(message),
    amountCents: item.amountCents,
    currency: message.currency,
    to: message.recipients,
    test: message.test,
    on: localDayAt(message.customer.creditor, message.sentAt ?? message.reservedAt),
  };
  const { kind } = outcome;
  switch (kind) {
    case 'sent':
      return { kind, data: outcome.byPerson ? { ...data, registeredNumber: outcome.reference ?? undefined } : data };
    case 'failed':
      return { kind, data: { ...data, code: outcome.code, detail: outcome.detail } };
    case 'cancelled':
      return { kind, data: { ...data, reason: outcome.reason } };
    case 'ambiguous':
      return {
        kind: movesCases(message) ? ('attention' as const) : ('note' as const),
        data: { ...data, ...AMBIGUOUS },
      };
  }
}

function tellingsOf(message: MessageToSettle, outcome: string): Telling[] {
  return ownItems(message).map((item) => ({
    invoiceId: item.invoiceId,
    signal: 'messageSettled' as const,
    data: { messageId: message.id, outcome },
  }));
}
