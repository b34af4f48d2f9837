import { ofOrigin } from '../../domain/actions/action-origin.ts';
import { localDate } from '../../domain/calendar/local-time.ts';
import type { MessageOrigin } from '../../domain/messages/stopping-holds.ts';
import type { Transaction } from '../../prisma/client.ts';
import { createTask } from '../create-task.ts';
import type { FactContext } from '../outcome.ts';
import { type Attention, UNCERTAIN_SENDING } from '../raise-attention.ts';
import { isNotice } from './after-sending.ts';
import { type MessageToSettle, ownItems } from './message-to-settle.ts';
import type { MessageOutcome } from './settle-message.ts';

/** What reaches the customer by way of these is a word of his case, which stops until a person has looked when it fails. */
export const MOVES_CASES = ['step', 'manual', 'run', 'specific_action'] as const satisfies readonly MessageOrigin[];

/** Whether cases stop for it: not for a statement, an acknowledgement or an internal mail, about which a person is asked apart. */
export const movesCases = (message: Pick<MessageToSettle, 'origin'>): boolean =>
  MOVES_CASES.some((origin) => origin === message.origin);

/** Whether a case of its own is open, which asks what became of it: not once all are paid, cancelled or written off. */
export const isAskedByCases = (message: MessageToSettle): boolean =>
  movesCases(message) && ownItems(message).some(({ invoice }) => invoice.closedAs === null);

/** What it is to a person, with its level: `Le courriel de niveau R1`. */
export function namedByKind({ kind, level }: Pick<MessageToSettle, 'kind' | 'level'>): string {
  const what = { email: 'Le courriel', sms: 'Le SMS' }[kind as string] ?? 'Le courrier';
  return level === null ? what : `${what} de niveau R${level}`;
}

/** What came back after it had left. */
const RETURNED = {
  hard_bounce: 'est revenu\u00a0: l’adresse n’existe pas ou n’accepte plus rien. Corrigez-la, puis renvoyez-le.',
  complaint:
    'a été signalé comme indésirable par son destinataire. Appelez-le avant de renvoyer, ou classez cette tâche.',
  sending_failed: 'n’a finalement pas été envoyé par le prestataire. Vérifiez l’adresse, puis renvoyez-le.',
  undeliverable_letter:
    'n’a pas pu être distribué\u00a0: l’adresse est fausse ou incomplète. Corrigez-la, puis renvoyez-le.',
  letter_rejected: 'n’a finalement pas été pris par le prestataire éditique. Vérifiez l’adresse, puis renvoyez-le.',
  sms_failed: 'n’a pas été remis. Vérifiez le numéro, puis renvoyez-le.',
} as const;

export type ReturnCode = keyof typeof RETURNED;

/** Asks a person about a message of which nobody knows whether it left, that failed, or that did not leave as a person said. */
export async function askAboutOutcome(
  tx: Transaction,
  context: FactContext,
  message: MessageToSettle,
  outcome: MessageOutcome,
): Promise<void> {
  switch (outcome.kind) {
    case 'failed':
      return ask(tx, context, message, { code: outcome.code, text: `n’est pas parti\u00a0: ${outcome.detail}` });
    case 'ambiguous': {
      const text =
        'est peut-être parti\u00a0: le prestataire ne l’a pas confirmé. Vérifiez auprès de lui, puis indiquez s’il est parti.';
      return ask(tx, context, message, { code: UNCERTAIN_SENDING, text });
    }
    case 'cancelled': {
      if (outcome.reason !== 'not_sent') return;
      const text = 'n’est pas parti. Renvoyez-le, ou classez cette tâche s’il n’a plus lieu d’être.';
      return ask(tx, context, message, { code: 'not_sent', text });
    }
    case 'sent':
  }
}

/** The same of one that had left and came back. */
export const askAboutReturn = (tx: Transaction, context: FactContext, message: MessageToSettle, code: ReturnCode) =>
  ask(tx, context, message, { code, text: RETURNED[code] });

/** One task for a message, of the newest that is known of it; the cases it is about go on. */
async function ask(tx: Transaction, context: FactContext, message: MessageToSettle, why: Attention): Promise<void> {
  await closeTaskAbout(tx, context, message.id);
  const text = `${await nameOf(tx, message)} ${why.text}`;
  const zone = message.customer.creditor.settings?.timeZone ?? 'Europe/Paris';
  await createTask(tx, context, {
    customerId: message.customerId,
    invoiceIds: message.items.filter(({ invoice }) => invoice.closedAs === null).map(({ invoiceId }) => invoiceId),
    kind: 'task',
    origin: 'message',
    title: text,
    dueAt: context.at,
    dueOn: localDate(context.at.toISOString(), zone),
    attentionCode: why.code,
    attentionText: text,
    messageId: message.id,
  });
}

/** More is known of a message than when a person was asked about it. */
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
