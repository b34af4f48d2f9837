import { electronicNotice, noticesByUs } from '../../domain/messages/electronic-notices.ts';
import { isElectronicLetter } from '../../domain/messages/connectors.ts';
import type { Language } from '../../domain/reminder-content.ts';
import type { Transaction } from '../../prisma/client.ts';
import type { FactContext } from '../outcome.ts';
import { reserveMessage } from './reserve-message.ts';
import type { MessageToSettle } from './settle-message.ts';

const LETTER_FIRST_MS = 86_400_000;
const SMS_FIRST_MS = 600_000;

/**
 * What follows a message that its provider has taken: when it is asked what became of it, and of an electronic letter the
 * e-mails to sender and recipient that the provider does not write. They are messages of their own, started by whoever calls
 * or by the reconciliation. Answers their ids.
 */
export async function afterSending(
  tx: Transaction,
  context: FactContext,
  message: MessageToSettle,
  providerReference: string | null,
): Promise<string[]> {
  const { id, kind, viaPrintProvider } = message;
  if (kind !== 'sms' && !viaPrintProvider) return [];
  const followAt = new Date(context.at.getTime() + (kind === 'sms' ? SMS_FIRST_MS : LETTER_FIRST_MS));
  await tx.message.update({ where: { id }, data: { followAt } });
  return viaPrintProvider && isElectronicLetter(message.letterKind)
    ? notify(tx, context, message, providerReference)
    : [];
}

async function notify(
  tx: Transaction,
  context: FactContext,
  message: MessageToSettle,
  providerReference: string | null,
): Promise<string[]> {
  const { customerId, currency, recipients, customer } = message;
  const [recipient] = recipients;
  const sender = customer.creditor.settings?.companyEmail;
  if (!recipient || !sender) return [];
  const ids: string[] = [];
  for (const to of noticesByUs(message.provider)) {
    const language = to === 'recipient' ? (customer.language as Language) : 'fr';
    const { subject, bodyHtml } = electronicNotice(to, language, {
      messageId: message.id,
      providerReference,
      recipient,
    });
    const items = message.items.filter((item) => !item.information);
    ids.push(
      await reserveMessage(tx, context, {
        ...{ customerId, currency, language, kind: 'email', letterKind: null, level: null, templateId: null },
        origin: 'acknowledgement',
        originId: `notice/${to}/${message.id}`,
        actionId: null,
        actor: context.actor,
        test: message.test,
        items: items.map(({ invoiceId, cycle, level, amountCents }) => ({
          ...{ invoiceId, cycle, level, amountCents },
          stepKey: null,
          repeat: 0,
        })),
        edits: { subject, bodyHtml, recipients: [to === 'sender' ? sender : recipient] },
      }),
    );
  }
  return ids;
}
