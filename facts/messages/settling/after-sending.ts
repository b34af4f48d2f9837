import { electronicNotice, noticesByUs } from '../../../domain/messages/electronic-notices.ts';
import { isElectronicLetter, letterInMailbox } from '../../../domain/messages/connectors.ts';
import type { Language } from '../../../domain/reminder-content.ts';
import type { Transaction } from '../../../prisma/client.ts';
import { Prisma } from '../../../prisma/generated/client.ts';
import type { Actor, FactContext } from '../../outcome.ts';
import { actingUser } from '../drawing/acting-user.ts';
import { reserveMessage } from '../reserving/reserve-message.ts';
import type { MessageToSettle } from './message-to-settle.ts';

/** A letter may be printed on the evening of the day it was handed over. */
const LETTER_FIRST_MS = 28_800_000;
const SMS_FIRST_MS = 600_000;

/**
 * Plans what follows when a provider has taken a message: when to ask the provider about it and, for an electronic
 * letter, the e-mails to sender (the company, and the person who sent it) and recipient that the provider does not
 * send. Those are messages of their own, started by the caller or by the reconciliation.
 */
export async function afterSending(
  tx: Transaction,
  context: FactContext,
  message: MessageToSettle,
  providerReference: string | null,
): Promise<void> {
  const { id, kind, viaPrintProvider } = message;
  if (kind !== 'sms' && !viaPrintProvider) return;
  const followAt = new Date(context.at.getTime() + (kind === 'sms' ? SMS_FIRST_MS : LETTER_FIRST_MS));
  await tx.message.update({ where: { id }, data: { followAt } });
  if (isElectronicLetter(message.letterKind)) await notify(tx, context, message, providerReference);
}

const NOTICE = 'notice/';
const noticeId = (to: string, messageId: string): string => `${NOTICE}${to}/${messageId}`;

/** True when an acknowledgement is the notice of an electronic letter. */
export const isNotice = (originId: string | null): boolean => originId?.startsWith(NOTICE) ?? false;

/** True when the message is the notice to the company and its people, rather than to the customer. */
export const isNoticeToSender = (originId: string | null): boolean =>
  originId?.startsWith(noticeId('sender', '')) ?? false;

/** The SQL form of `isNotice`, for a message `m`. */
export const IS_NOTICE = Prisma.sql`COALESCE(starts_with(m."originId", ${NOTICE}), false)`;

/** The notices of an electronic letter that wait for their workflow. */
export async function noticesOf(tx: Transaction, message: MessageToSettle): Promise<string[]> {
  const { letterKind } = message;
  if (!message.viaPrintProvider || !isElectronicLetter(letterKind)) return [];
  const originId = { in: noticesByUs(message.provider, letterKind).map((to) => noticeId(to, message.id)) };
  const { creditorId } = message;
  const where = { creditorId, origin: 'acknowledgement' as const, originId, status: 'reserved' as const };
  return (await tx.message.findMany({ where, select: { id: true } })).map(({ id }) => id);
}

async function notify(
  tx: Transaction,
  context: FactContext,
  message: MessageToSettle,
  providerReference: string | null,
): Promise<void> {
  const { customerId, currency, recipients, customer, letterKind } = message;
  const [recipient] = recipients;
  const company = customer.creditor.settings?.companyEmail;
  if (!recipient || !company || !isElectronicLetter(letterKind)) return;
  const person = await actingUser(tx, message.creditorId, message.actor as Partial<Actor>);
  const senders = [...new Set([company, person?.email ?? company])];
  for (const to of noticesByUs(message.provider, letterKind)) {
    const language = to === 'recipient' ? (customer.language as Language) : 'fr';
    const { subject, bodyHtml } = electronicNotice(to, language, {
      letterKind,
      messageId: message.id,
      providerReference,
      recipient,
      pageUrl: context.mailboxUrl ? letterInMailbox(context.mailboxUrl, message.id) : null,
      isAgreed: customer.kind === 'consumer',
    });
    const items = message.items.filter((item) => !item.information);
    await reserveMessage(tx, context, {
      ...{ customerId, currency, language, kind: 'email', letterKind: null, level: null, templateId: null },
      origin: 'acknowledgement',
      originId: noticeId(to, message.id),
      actionId: null,
      actor: context.actor,
      test: message.test,
      items: items.map(({ invoiceId, cycle, level, amountCents }) => ({
        ...{ invoiceId, cycle, level, amountCents },
        stepKey: null,
        repeat: 0,
      })),
      edits: { subject, bodyHtml, recipients: to === 'sender' ? senders : [recipient] },
    });
  }
}
