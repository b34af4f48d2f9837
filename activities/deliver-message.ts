import { activityInfo, cancellationSignal, heartbeat } from '@temporalio/activity';
import type { TryOutcome } from '../domain/messages/tries.ts';
import { formatMailbox } from '../providers/email/header-text.ts';
import type { OutgoingEmail } from '../providers/email/port.ts';
import type { MessageInput } from '../workflows/messages.ts';
import type { ActivityDeps } from './activity-deps.ts';
import { providerOf } from './provider-of.ts';

const HEARTBEAT_MS = 5_000;
const SENDER = { companyName: true, companyEmail: true } as const;

/** One try: hands the stored bytes to the provider under the message's own key. Never repeated by itself. */
export const createDeliverMessage =
  (deps: ActivityDeps) =>
  async (input: MessageInput): Promise<TryOutcome> => {
    const message = await deps.db.message.findUniqueOrThrow({
      where: { id: input.messageId },
      include: { content: true, customer: { include: { creditor: { include: { settings: { select: SENDER } } } } } },
    });
    // A simple letter is made, not sent: the person who prints it has it in his list.
    if (message.kind === 'letter') return { kind: 'accepted', reference: message.id };
    const provider = providerOf(deps, message);
    if (!provider) return { kind: 'misconfigured', code: 'no_key', detail: 'RESEND_API_KEY is not set' };
    const beat = setInterval(() => heartbeat(activityInfo().attempt), HEARTBEAT_MS);
    try {
      const outcome = await provider.send(await outgoing(deps, message), cancellationSignal());
      if (outcome.kind !== 'accepted')
        deps.log.warn({ messageId: message.id, outcome: outcome.kind, code: outcome.code }, 'mail not accepted');
      return outcome;
    } finally {
      clearInterval(beat);
    }
  };

interface StoredMessage {
  id: string;
  creditorId: string;
  level: number | null;
  subject: string | null;
  recipients: string[];
  attachmentIds: string[];
  content: { html: string | null; text: string | null; pdf: Uint8Array | null } | null;
  customer: { creditor: { settings: { companyName: string; companyEmail: string } | null } };
}

async function outgoing(deps: ActivityDeps, message: StoredMessage): Promise<OutgoingEmail> {
  const { content } = message;
  const { settings } = message.customer.creditor;
  if (!content || !settings) throw new Error(`message ${message.id} was not rendered`);
  const ownFiles = await deps.db.attachment.findMany({
    where: { id: { in: message.attachmentIds }, creditorId: message.creditorId },
    orderBy: { id: 'asc' },
  });
  const letter = {
    filename: message.level === null ? 'relance.pdf' : `relance-R${message.level}.pdf`,
    contentType: 'application/pdf',
    content: content.pdf ?? new Uint8Array(),
  };
  const files = ownFiles.map(({ filename, contentType, bytes }) => ({ filename, contentType, content: bytes }));
  return {
    from: deps.emailFrom ?? formatMailbox(settings.companyName, settings.companyEmail),
    to: message.recipients,
    replyTo: settings.companyEmail,
    subject: message.subject ?? '',
    html: content.html ?? '',
    text: content.text ?? '',
    attachments: [letter, ...files],
    tags: [{ name: 'message_id', value: message.id }],
    idempotencyKey: message.id,
  };
}
