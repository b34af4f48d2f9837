import { cancellationSignal } from '@temporalio/activity';
import { LETTER_TRY_MS, type TryOutcome } from '../domain/messages/tries.ts';
import { addressOfMailbox, formatMailbox } from '../providers/email/header-text.ts';
import type { OutgoingEmail } from '../providers/email/port.ts';
import type { MessageInput } from '../workflows/messages.ts';
import type { ActivityDeps } from './activity-deps.ts';
import { beating } from './beating.ts';
import { deliverLetter } from './deliver-letter.ts';
import { deliverSms } from './deliver-sms.ts';
import { providerOf } from './provider-of.ts';
import { Unreadable, readForTry } from './read-for-try.ts';
import { keepDetail } from './try-detail.ts';

/**
 * One try: hands the stored bytes to the provider, with the message's id as the key. Temporal never retries it. Only
 * the call to the provider can leave a doubt: whatever fails before that call counts as not tried.
 */
export const createDeliverMessage =
  (deps: ActivityDeps) =>
  async (input: MessageInput): Promise<TryOutcome> => {
    try {
      // Heartbeats from the start: when a silent Postgres holds up a read, the result is `unreadable` instead of a
      // timeout that would count as a try in doubt.
      return await beating(() => tryOnce(deps, input.messageId));
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      return { kind: 'unreadable', detail: error.message };
    }
  };

async function tryOnce(deps: ActivityDeps, messageId: string): Promise<TryOutcome> {
  const untilMs = Date.now() + LETTER_TRY_MS;
  const message = await readForTry(deps, messageId, () => loadStored(deps, messageId));
  // Without a print provider a letter is made and not sent: it is in the list of the person who prints and posts it.
  if (message.kind === 'letter' && !message.viaPrintProvider) return { kind: 'accepted', reference: message.id };
  const outcome = await deliver(deps, message, { signal: cancellationSignal(), untilMs });
  const code = 'code' in outcome ? outcome.code : null;
  if (outcome.kind !== 'accepted')
    deps.log.warn({ messageId: message.id, outcome: outcome.kind, code }, `${message.kind} not accepted`);
  return keepDetail(deps, message.id, outcome);
}

/** Hands the message to the provider of its channel. */
async function deliver(
  deps: ActivityDeps,
  message: StoredMessage,
  limits: { signal: AbortSignal; untilMs: number },
): Promise<TryOutcome> {
  if (message.kind === 'letter') return deliverLetter(deps, message.id, limits);
  const { signal } = limits;
  if (message.kind === 'sms') return deliverSms(deps, message.id, signal);
  const provider = providerOf(deps, message);
  if (!provider) return { kind: 'misconfigured', code: 'no_key', detail: 'RESEND_API_KEY is not set' };
  const mail = await outgoing(deps, message);
  return provider.send(mail, signal);
}

/**
 * File name of the attached letter, in the reader's language. It does not contain the level, which is internal
 * vocabulary.
 */
function nameOfLetter({ origin, language }: StoredMessage): string {
  const isStatement = origin === 'statement';
  if (language === 'en') return isStatement ? 'statement.pdf' : 'reminder.pdf';
  return isStatement ? 'etat-impayes.pdf' : 'relance.pdf';
}

interface StoredMessage {
  id: string;
  kind: string;
  test: boolean;
  viaPrintProvider: boolean;
  creditorId: string;
  origin: string;
  language: string;
  subject: string | null;
  recipients: string[];
  attachmentIds: string[];
  isDrawn: boolean;
  html: string | null;
  text: string | null;
  pdf: Uint8Array | null;
  senderName: string;
  senderEmail: string;
  replyTo: string | null;
}

/** Raw SQL, because Prisma reads a PDF through JSON. */
async function loadStored({ db }: ActivityDeps, messageId: string): Promise<StoredMessage> {
  const [row] = await db.$queryRaw<StoredMessage[]>`
    SELECT m.id, m.kind::text, m.test, m."viaPrintProvider", m."creditorId", m.origin::text, m.language, m.subject,
      COALESCE(m.recipients, '{}') AS recipients, COALESCE(m."attachmentIds", '{}') AS "attachmentIds",
      t."messageId" IS NOT NULL AS "isDrawn", t.html, t.text, t.pdf,
      COALESCE(t."senderName", s."companyName") AS "senderName", COALESCE(t."senderEmail", s."companyEmail") AS "senderEmail",
      t."replyTo"
    FROM messages m JOIN settings s ON s."creditorId" = m."creditorId"
      LEFT JOIN message_contents t ON t."messageId" = m.id
    WHERE m.id = ${messageId}::uuid`;
  if (!row) throw new Error(`message ${messageId} does not exist`);
  return row;
}

async function outgoing(deps: ActivityDeps, message: StoredMessage): Promise<OutgoingEmail> {
  if (!message.isDrawn) throw new Error(`message ${message.id} was not rendered`);
  const ids = message.attachmentIds;
  const where = { id: { in: ids }, creditorId: message.creditorId };
  const read = () => deps.db.attachment.findMany({ where, orderBy: { id: 'asc' } });
  const ownFiles = ids.length === 0 ? [] : await readForTry(deps, message.id, read);
  const filename = nameOfLetter(message);
  const letters = message.pdf ? [{ filename, contentType: 'application/pdf', content: message.pdf }] : [];
  const files = ownFiles.map(({ filename, contentType, bytes }) => ({ filename, contentType, content: bytes }));
  return {
    // The address that the provider has verified, under the creditor's name: an installation may serve several
    // creditors.
    from: formatMailbox(message.senderName, deps.emailFrom ? addressOfMailbox(deps.emailFrom) : message.senderEmail),
    to: message.recipients,
    replyTo: message.replyTo ?? message.senderEmail,
    subject: message.subject ?? '',
    html: message.html ?? '',
    text: message.text ?? '',
    attachments: [...letters, ...files],
    tags: [{ name: 'message_id', value: message.id }],
    idempotencyKey: message.id,
  };
}
