import { activityInfo, cancellationSignal, heartbeat } from '@temporalio/activity';
import type { TryOutcome } from '../domain/messages/tries.ts';
import { formatMailbox } from '../providers/email/header-text.ts';
import type { OutgoingEmail } from '../providers/email/port.ts';
import type { MessageInput } from '../workflows/messages.ts';
import type { ActivityDeps } from './activity-deps.ts';
import { deliverLetter } from './deliver-letter.ts';
import { deliverSms } from './deliver-sms.ts';
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
    // A simple letter without a print provider is made, not sent: the person who prints it has it in his list.
    if (message.kind === 'letter' && !message.viaPrintProvider) return { kind: 'accepted', reference: message.id };
    const beat = setInterval(() => heartbeat(activityInfo().attempt), HEARTBEAT_MS);
    try {
      const outcome = await deliver(deps, message, cancellationSignal());
      const code = 'code' in outcome ? outcome.code : null;
      if (outcome.kind !== 'accepted')
        deps.log.warn({ messageId: message.id, outcome: outcome.kind, code }, `${message.kind} not accepted`);
      return outcome;
    } finally {
      clearInterval(beat);
    }
  };

/** By the provider of its channel. */
async function deliver(deps: ActivityDeps, message: StoredMessage, signal: AbortSignal): Promise<TryOutcome> {
  if (message.kind === 'letter') return deliverLetter(deps, message.id, signal);
  if (message.kind === 'sms') return deliverSms(deps, message.id, signal);
  const provider = providerOf(deps, message);
  if (!provider) return { kind: 'misconfigured', code: 'no_key', detail: 'RESEND_API_KEY is not set' };
  return provider.send(await outgoing(deps, message), signal);
}

function nameOfLetter({ origin, level }: StoredMessage): string {
  if (origin === 'statement') return 'etat-impayes.pdf';
  return level === null ? 'relance.pdf' : `relance-R${level}.pdf`;
}

interface StoredMessage {
  id: string;
  kind: string;
  test: boolean;
  creditorId: string;
  origin: string;
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
  const filename = nameOfLetter(message);
  const letters = content.pdf ? [{ filename, contentType: 'application/pdf', content: content.pdf }] : [];
  const files = ownFiles.map(({ filename, contentType, bytes }) => ({ filename, contentType, content: bytes }));
  return {
    from: deps.emailFrom ?? formatMailbox(settings.companyName, settings.companyEmail),
    to: message.recipients,
    replyTo: settings.companyEmail,
    subject: message.subject ?? '',
    html: content.html ?? '',
    text: content.text ?? '',
    attachments: [...letters, ...files],
    tags: [{ name: 'message_id', value: message.id }],
    idempotencyKey: message.id,
  };
}
