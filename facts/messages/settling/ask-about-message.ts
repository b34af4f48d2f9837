import { ofOrigin } from '../../../domain/actions/action-origin.ts';
import { UNCERTAIN_SENDING } from '../../../domain/case/attention-codes.ts';
import { messageInFrench } from '../../../domain/case/attention-about-message.ts';
import type { MessageOrigin } from '../../../domain/messages/stopping-holds.ts';
import type { Transaction } from '../../../prisma/client.ts';
import { localDayAt } from '../../business-calendar.ts';
import { createTask } from '../../create-task.ts';
import type { FactContext } from '../../outcome.ts';
import type { Attention } from '../../raise-attention.ts';
import { isNotice } from './after-sending.ts';
import { type MessageToSettle, ownItems } from './message-to-settle.ts';
import type { MessageOutcome } from './settle-message.ts';

/** Messages from these origins count as reminders: when one fails, its cases stop until a person has looked. */
export const MOVES_CASES = ['step', 'manual', 'run', 'specific_action'] as const satisfies readonly MessageOrigin[];

/**
 * False for a statement, an acknowledgement or an internal mail: a person is asked about those without stopping a case.
 */
export const movesCases = (message: Pick<MessageToSettle, 'origin'>): boolean =>
  MOVES_CASES.some((origin) => origin === message.origin);

/**
 * True while one of the message's own cases is open to ask about it; false once all are paid, cancelled or written off.
 */
export const isAskedByCases = (message: MessageToSettle): boolean =>
  movesCases(message) && ownItems(message).some(({ invoice }) => invoice.closedAs === null);

/** The message in French, with its level: `Le courriel de niveau R1`. */
export function namedByKind({ kind, level }: Pick<MessageToSettle, 'kind' | 'level'>): string {
  const what = { email: 'Le courriel', sms: 'Le SMS' }[kind as string] ?? 'Le courrier';
  return level === null ? what : `${what} de niveau R${level}`;
}

/** Asks a person about a message that failed, may or may not have left, or did not leave as a person said. */
export async function askAboutOutcome(
  tx: Transaction,
  context: FactContext,
  message: MessageToSettle,
  outcome: MessageOutcome,
): Promise<void> {
  switch (outcome.kind) {
    case 'failed':
      return ask(tx, context, message, {
        code: outcome.code,
        text: `n’est pas parti\u00a0: ${outcome.detail}`,
      });
    case 'ambiguous':
      return askAbout(tx, context, message, UNCERTAIN_SENDING);
    case 'cancelled':
      return outcome.reason === 'not_sent' ? askAbout(tx, context, message, 'not_sent') : undefined;
    case 'sent':
  }
}

/** Asks a person about a message for a reason that has its own sentence, such as a returned mail. */
export const askAbout = (
  tx: Transaction,
  context: FactContext,
  message: MessageToSettle,
  code: Parameters<typeof messageInFrench>[0],
) => ask(tx, context, message, { code, text: messageInFrench(code) });

/** Keeps one task for a message, with the latest reason; the cases it is about go on. */
async function ask(tx: Transaction, context: FactContext, message: MessageToSettle, why: Attention): Promise<void> {
  await closeTaskAbout(tx, context, message.id);
  const text = `${await nameOf(tx, message)} ${why.text}`;
  await createTask(tx, context, {
    customerId: message.customerId,
    invoiceIds: message.items.filter(({ invoice }) => invoice.closedAs === null).map(({ invoiceId }) => invoiceId),
    kind: 'task',
    origin: 'message',
    title: text,
    dueAt: context.at,
    dueOn: localDayAt(message.customer.creditor, context.at),
    attentionCode: why.code,
    attentionText: text,
    messageId: message.id,
  });
}

/** Closes the task about a message, since more is known now. */
export async function closeTaskAbout(tx: Transaction, context: FactContext, messageId: string): Promise<void> {
  await tx.action.updateMany({
    where: { ...ofOrigin('message'), messageId, state: 'open' },
    data: { state: 'done', settledAt: context.at },
  });
}

async function nameOf(tx: Transaction, message: MessageToSettle): Promise<string> {
  const to = message.recipients.length > 0 ? message.recipients : message.customRecipients;
  const whom = to.length > 0 ? ` à ${to.join(', ')}` : '';
  if (message.origin === 'internal') return `Le courriel interne${whom}`;
  if (message.origin === 'acknowledgement') {
    return isNotice(message.originId) ? `L’avis de lettre électronique${whom}` : `L’accusé de réception${whom}`;
  }
  if (movesCases(message)) {
    const numbers = ownItems(message).map(({ invoice }) => invoice.number);
    return `${namedByKind(message)} (${numbers.join(', ')})${whom}`;
  }
  const where = { id: message.thirdPartyId ?? '' };
  const party = await tx.thirdParty.findUnique({ where, select: { name: true } });
  return `L’état d’impayés pour ${party?.name ?? 'un tiers'}`;
}
