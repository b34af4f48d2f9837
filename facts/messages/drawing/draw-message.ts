import { type AttentionCode, CANNOT_BE_MADE } from '../../../domain/case/attention-codes.ts';
import type { MessageChannel } from '../../../domain/ladder/step.ts';
import type { ReminderContent } from '../../../domain/reminder-content.ts';
import { quotesAccount } from '../../../domain/tags/quotes-account.ts';
import { isFormalNotice } from '../../../domain/wording/formal-notice.ts';
import { actingUser } from './acting-user.ts';
import { accountHashOf } from '../before-leaving/account-hash.ts';
import { acknowledgementContent } from './acknowledgement-content.ts';
import { companyHashOf } from '../before-leaving/company-hash.ts';
import { internalContent } from './internal-content.ts';
import { loadAccount, type LoadedAccount, reminderContent } from './load-content.ts';
import { messageTexts } from '../texts/message-texts.ts';
import { loadMessageToDraw, type MessageToDraw } from './message-to-draw.ts';
import { obstacleTo } from '../addressing/obstacle.ts';
import { addressesOf, contactHashOf } from '../addressing/recipients.ts';
import { forbiddenWording, type Renderers, renderMessage } from './render-message.ts';
import { sha256 } from '../../content-hash.ts';
import type { Actor } from '../../outcome.ts';
import { isOwedOtherwise } from '../../specific-actions/outdated-words.ts';
import { readStatement } from '../../third-parties/statement-to-render.ts';
import type { Database, Transaction } from '../../../prisma/client.ts';

/** A message, and the instant (ISO) at which it is read or drawn. */
interface MessageAt {
  messageId: string;
  at: string;
}

/**
 * Thrown when a message cannot be drawn and trying again would fail in the same way, so that it is not taken for an
 * outage.
 */
export class CannotBeDrawn extends Error {
  override readonly name = 'CannotBeDrawn';
}

const cannotBeDrawn = (cause: unknown): Error => new CannotBeDrawn('the message cannot be drawn', { cause });

/**
 * Stores the bytes of a reserved message, in one statement, since every message runs it. Null when it is no longer
 * reserved.
 */
export async function drawMessage(
  db: Database | Transaction,
  renderers: Renderers,
  call: MessageAt,
  read: ReadMessage,
): Promise<'rendered' | null> {
  if (!read.texts) throw new Error(`message ${call.messageId} has no text`);
  const drawn = renderMessage(renderers, read.texts, read.content);
  const { subject, ...bytes } = await drawn.catch((cause: unknown) => Promise.reject(cannotBeDrawn(cause)));
  const { html, text } = bytes;
  const pdf = bytes.pdf === null ? null : Buffer.from(bytes.pdf);
  const hashOf = (made: string | Uint8Array | null) => (made === null ? null : sha256(made));
  // Whether the letter is a formal notice, which starts a consumer's interest: judged once, by its text.
  const isNotice = read.kind === 'letter' ? isFormalNotice(read.texts.letter, read.content.today) : null;
  const made = read.items.map(({ invoiceId, invoice: { version, balanceCents } }) => ({
    invoiceId,
    version,
    balanceCents,
  }));
  const [row] = await db.$queryRaw<{ isDrawn: boolean }[]>`
    WITH drawn AS (
      UPDATE messages SET status = 'rendered', "renderedAt" = ${call.at}::timestamptz, subject = ${subject},
        recipients = ${read.recipients}::text[], "contactHash" = ${read.contactHash}, "formalNotice" = ${isNotice}::boolean,
        "companyHash" = ${companyHashOf(read.content.company)}, "accountHash" = ${read.accountHash}, "paymentDeadlineOn" = ${read.content.paymentDeadlineOn}::date,
        "htmlSha256" = ${hashOf(html)}, "textSha256" = ${hashOf(text)}, "pdfSha256" = ${hashOf(bytes.pdf)}
      WHERE id = ${call.messageId}::uuid AND status = 'reserved' RETURNING id
    ), kept AS (
      INSERT INTO message_contents ("messageId", html, text, pdf, "senderName", "senderEmail", "replyTo")
      SELECT drawn.id, ${html}, ${text}, ${pdf}::bytea, s."companyName", s."companyEmail", ${read.replyTo}
      FROM drawn JOIN settings s ON s."creditorId" = ${read.creditorId}::uuid
    ), noted AS (
      UPDATE message_items t SET version = made.version, "amountCents" = made."balanceCents"
      FROM drawn, jsonb_to_recordset(${JSON.stringify(made)}::jsonb)
        AS made("invoiceId" uuid, version int, "balanceCents" bigint)
      WHERE t."messageId" = drawn.id AND t."invoiceId" = made."invoiceId"
    )
    SELECT EXISTS (SELECT FROM drawn) AS "isDrawn"`;
  return row?.isDrawn ? 'rendered' : null;
}

/** Reads what a message says and to whom, under the lock of its customer. */
export async function readMessage(tx: Transaction, call: MessageAt) {
  return readToDraw(tx, call, await loadMessageToDraw(tx, call.messageId));
}

/**
 * The content of a message that is still reserved; for a drawn or settled message only its row, since its content is
 * not needed. `changed`: it may not be drawn any more, because one of its invoices has changed since it was reserved.
 */
export async function readReserved(tx: Transaction, call: MessageAt) {
  const message = await loadMessageToDraw(tx, call.messageId);
  if (isChangedSinceReserved(message)) return { changed: true as const };
  return message.status === 'reserved' ? { read: await readToDraw(tx, call, message) } : { past: message };
}

/** Origins of messages that claim an invoice as it stood when the message was reserved: the plan, a run or a person judged it then. */
const JUDGED_WHEN_RESERVED: readonly string[] = ['step', 'run', 'manual'];

/**
 * Whether an invoice of the message changed between its reservation and now. A hold, a later due date or a payment in
 * between counts as it does after the drawing. Messages that an earlier release reserved have no version to compare. A
 * specific action that an event allows is drawn with the sums of now, unless somebody's own words may name older ones.
 */
function isChangedSinceReserved(message: MessageToDraw): boolean {
  const { status, origin, items } = message;
  if (status !== 'reserved') return false;
  if (origin === 'specific_action')
    return isOwedOtherwise(
      message,
      items.map(({ invoice }) => invoice),
    );
  if (!JUDGED_WHEN_RESERVED.includes(origin)) return false;
  return items.some(({ information, version, invoice }) => !information && version > 0 && version !== invoice.version);
}

async function readToDraw(tx: Transaction, call: MessageAt, message: MessageToDraw) {
  if (message.origin === 'statement') {
    const statement = await readStatement(tx, message, new Date(call.at));
    return { ...message, ...statement, obstacle: null, accountHash: null, replyTo: null };
  }
  const account = await loadAccount(tx, message);
  const kind = message.kind as MessageChannel;
  const recipients = addressesOf(account, message, message.customRecipients);
  const idsOf = (information: boolean) =>
    message.items.filter((item) => item.information === information).map((item) => item.invoiceId);
  const isInternal = message.origin === 'internal';
  const isExtra = message.origin === 'manual' && message.level === null;
  const texts = await messageTexts(tx, { ...message, kind, isExtra, debtorKind: account.kind });
  // Everything in the language of its text: a colleague's own, or the only language that the template has.
  const read = { ...account, language: texts?.language ?? account.language };
  const sender = await actingUser(tx, message.creditorId, message.actor as Partial<Actor>);
  const content = contentOrRefuse(read, {
    customerId: message.customerId,
    invoiceIds: isInternal ? message.items.map((item) => item.invoiceId) : idsOf(false),
    informationIds: isInternal ? [] : idsOf(true),
    currency: message.currency,
    level: message.level ?? 0,
    levels: new Map(message.items.flatMap((item) => (item.stepKey === null ? [] : [[item.invoiceId, item.level]]))),
    isBesideLadder: message.origin === 'specific_action',
    letterKind: message.letterKind,
    test: message.test,
    isInternal,
    sender,
    at: new Date(call.at),
  });
  const about = { ...message, recipients, made: texts && { texts, content }, at: new Date(call.at) };
  const isOfAccount = texts !== null && [texts.email, texts.letter].some((text) => text && quotesAccount(text));
  return {
    ...message,
    recipients,
    // A colleague answers whoever wrote; a debtor answers the company.
    replyTo: isInternal ? (sender?.email ?? null) : null,
    accountHash: isOfAccount ? accountHashOf(account, message) : null,
    obstacle: await obstacleTo(tx, about),
    contactHash: contactHashOf(account, recipients, kind),
    texts: texts && { ...texts, alone: isInternal || message.origin === 'acknowledgement' },
    content: contentOf(message, account, content),
  };
}

/** The content; throws `CannotBeDrawn`, because a failure here would come again and is no outage. */
function contentOrRefuse(...of: Parameters<typeof reminderContent>): ReminderContent {
  try {
    return reminderContent(...of);
  } catch (cause) {
    throw cannotBeDrawn(cause);
  }
}

/** Adapts the content to the message's purpose. */
function contentOf(
  message: Awaited<ReturnType<typeof loadMessageToDraw>>,
  account: LoadedAccount,
  content: ReminderContent,
): ReminderContent {
  if (message.origin === 'internal') return internalContent(content);
  return message.origin === 'acknowledgement' ? acknowledgementContent(content, account, message) : content;
}

export type ReadMessage = Awaited<ReturnType<typeof readMessage>>;
type Failure = { code: AttentionCode; detail: string };

export const NO_TEXT: Failure = {
  code: 'no_template',
  detail: 'aucun modèle ne convient\u00a0; complétez le modèle du scénario.',
};

/**
 * The failure of a message that cannot be drawn: the end of a French sentence, for readers who cannot fix the cause
 * themselves.
 */
export const DRAWING_FAILED: Failure = {
  code: CANNOT_BE_MADE,
  detail: 'il ne peut pas être mis en page\u00a0; prévenez l’exploitant, puis renvoyez-le.',
};

/** Why a message may not be written or cannot be addressed; null when it can. */
export function failureOf(read: ReadMessage): Failure | null {
  try {
    return failureIn(read);
  } catch (cause) {
    throw cannotBeDrawn(cause);
  }
}

function failureIn(read: ReadMessage): Failure | null {
  if (read.obstacle) return read.obstacle;
  if (read.kind === 'email' && read.recipients.length === 0) {
    return {
      code: 'no_recipient',
      detail: 'le client n’a aucune adresse électronique valable\u00a0; complétez son contact.',
    };
  }
  if (read.kind === 'letter' && read.content.customer.addressLines.length === 0) {
    return { code: 'no_address', detail: 'le client n’a pas d’adresse postale\u00a0; complétez sa fiche.' };
  }
  // A mail to a colleague may contain what may not be written to the debtor.
  const forbidden = read.texts && read.origin !== 'internal' ? forbiddenWording(read.texts, read.content) : [];
  return forbidden.length === 0 ? null : { code: 'forbidden_wording', detail: forbidden.join(' ') };
}
