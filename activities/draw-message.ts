import { renderEmail } from '../emails/render-email.tsx';
import { internalContent } from '../facts/messages/internal-content.ts';
import { loadAccount, reminderContent } from '../facts/messages/load-content.ts';
import { messageTexts } from '../facts/messages/message-texts.ts';
import { obstacleTo } from '../facts/messages/obstacle.ts';
import { addressesOf, contactHashOf } from '../facts/messages/recipients.ts';
import { forbiddenWording, renderMessage, sha256 } from '../facts/messages/render-message.ts';
import { readStatement } from '../facts/third-parties/statement-to-render.ts';
import { renderLetter } from '../letters/render-letter.ts';
import type { Transaction } from '../prisma/client.ts';
import type { ActivityDeps, MessageCall } from './activity-deps.ts';

/** Keeps the bytes of a reserved message; null when it is no longer reserved. */
export async function drawMessage(
  { db }: Pick<ActivityDeps, 'db'>,
  call: MessageCall,
  read: ReadMessage,
): Promise<'rendered' | null> {
  if (!read.texts) throw new Error(`message ${call.messageId} has no text`);
  const { subject, ...bytes } = await renderMessage({ renderEmail, renderLetter }, read.texts, read.content);
  return db.$transaction(async (tx) => {
    const { count } = await tx.message.updateMany({
      where: { id: call.messageId, status: 'reserved' },
      data: {
        status: 'rendered',
        renderedAt: new Date(call.at),
        subject,
        recipients: read.recipients,
        contactHash: read.contactHash,
        htmlSha256: bytes.html === null ? null : sha256(bytes.html),
        textSha256: bytes.text === null ? null : sha256(bytes.text),
        pdfSha256: bytes.pdf === null ? null : sha256(bytes.pdf),
      },
    });
    if (count === 0) return null;
    const pdf = bytes.pdf === null ? null : new Uint8Array(bytes.pdf);
    // Unlike `create` it does not have the bytes sent back.
    await tx.messageContent.createMany({ data: [{ messageId: call.messageId, ...bytes, pdf }] });
    for (const item of read.items) {
      await tx.messageItem.updateMany({
        where: { messageId: call.messageId, invoiceId: item.invoiceId },
        data: { version: item.invoice.version, amountCents: item.invoice.balanceCents },
      });
    }
    return 'rendered' as const;
  });
}

/** What a message says and to whom, read under the lock of its customer. */
export async function readMessage(tx: Transaction, call: MessageCall) {
  const message = await tx.message.findUniqueOrThrow({
    where: { id: call.messageId },
    include: { items: { include: { invoice: true } } },
  });
  if (message.origin === 'statement')
    return { ...message, ...(await readStatement(tx, message, new Date(call.at))), obstacle: null };
  const account = await loadAccount(tx, message.customerId);
  const kind = message.kind as 'email' | 'letter' | 'sms';
  const recipients = addressesOf(account, message, message.customRecipients);
  const idsOf = (information: boolean) =>
    message.items.filter((item) => item.information === information).map((item) => item.invoiceId);
  const isInternal = message.origin === 'internal';
  const texts = await messageTexts(tx, { ...message, kind, debtorKind: account.kind });
  const content = reminderContent(account, {
    customerId: message.customerId,
    invoiceIds: isInternal ? message.items.map((item) => item.invoiceId) : idsOf(false),
    informationIds: isInternal ? [] : idsOf(true),
    currency: message.currency,
    level: message.level ?? 0,
    letterKind: message.letterKind,
    isTest: message.test,
    at: new Date(call.at),
  });
  const about = { ...message, recipients, made: texts && { texts, content }, at: new Date(call.at) };
  return {
    ...message,
    recipients,
    obstacle: await obstacleTo(tx, about),
    contactHash: contactHashOf(account, recipients),
    texts: texts && { ...texts, alone: isInternal || message.origin === 'acknowledgement' },
    content: isInternal ? internalContent(content, message.language) : content,
  };
}

export type ReadMessage = Awaited<ReturnType<typeof readMessage>>;
type Failure = { code: string; detail: string };

export const NO_TEXT: Failure = {
  code: 'no_template',
  detail: 'aucun modèle ne convient ; complétez le modèle du scénario.',
};

/** Why it may not be written, or cannot be addressed. */
export function failureOf(read: ReadMessage): Failure | null {
  if (read.obstacle) return read.obstacle;
  if (read.kind === 'email' && read.recipients.length === 0) {
    return {
      code: 'no_recipient',
      detail: 'le client n’a aucune adresse de courriel valable ; complétez son contact.',
    };
  }
  if (read.kind === 'letter' && read.content.customer.addressLines.length === 0) {
    return { code: 'no_address', detail: 'le client n’a pas d’adresse postale ; complétez sa fiche.' };
  }
  // What may not be written to a debtor may be written about him.
  const forbidden = read.texts && read.origin !== 'internal' ? forbiddenWording(read.texts, read.content) : [];
  return forbidden.length === 0 ? null : { code: 'forbidden_wording', detail: forbidden.join(' ') };
}
