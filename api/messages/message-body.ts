import { type Connectors, isFollowed, isMadeToPost } from '../../domain/messages/connectors.ts';
import { countsAsNotified } from '../../domain/messages/letter-status.ts';
import { isNotice } from '../../facts/messages/settling/after-sending.ts';
import type { Database } from '../../prisma/client.ts';
import type { Prisma } from '../../prisma/generated/client.ts';
import { pagesOf } from '../../providers/print/offers.ts';
import { withMark } from '../customers/erased-mark.ts';
import { connectorsOf } from '../frame/connectors.ts';
import type { EndpointRequest } from '../frame/endpoint.ts';
import { notHere } from '../frame/problem.ts';
import type { MessageBody } from './message-schema.ts';
import { asActor } from '../../facts/stored-json.ts';

const MESSAGE_PARTS = {
  customer: { select: { id: true, name: true, reference: true, erasedAt: true } },
  thirdParty: { select: { id: true, name: true } },
  content: { select: { erasedAt: true } },
  items: { orderBy: { invoiceId: 'asc' }, include: { invoice: { select: { id: true, number: true } } } },
} as const;

/** Messages with their invoices and customer, without the stored bytes. */
export async function readMessages(
  db: Database,
  query: Pick<Prisma.MessageFindManyArgs, 'where' | 'orderBy' | 'take'>,
) {
  return db.message.findMany({ ...query, include: MESSAGE_PARTS });
}

/** What a message is shown with: the providers that its creditor uses, and the mailbox's address. */
interface Around {
  connectors: Connectors;
  mailboxUrl: string;
}

export const aroundOf = (request: EndpointRequest): Around => ({
  connectors: connectorsOf(request),
  mailboxUrl: request.context.settings.mailboxUrl,
});

type MessageRow = Awaited<ReturnType<typeof readMessages>>[number];

/**
 * A message as the API shows it. Its amount is that of its own items, without those listed for information. A mail to a
 * colleague is no step of a ladder and has no items of its own: there all items count.
 */
export function messageBody(row: MessageRow, { connectors, mailboxUrl }: Around): MessageBody {
  const own = row.origin === 'internal' ? row.items : row.items.filter((item) => !item.information);
  const pages = pagesOf(row, mailboxUrl);
  const { kind, name } = asActor(row.actor);
  return {
    id: row.id,
    kind: row.kind,
    letter_kind: row.letterKind,
    level: row.level,
    origin: row.origin,
    notice: isNotice(row.originId),
    to: row.recipients,
    subject: row.subject,
    status: row.status,
    to_post: isMadeToPost(row),
    test: row.test,
    sha256: { html: row.htmlSha256, text: row.textSha256, pdf: row.pdfSha256 },
    provider: row.provider,
    provider_reference: row.providerReference,
    provider_url: pages.providerUrl,
    tracking_number: row.trackingNumber,
    tracking_url: pages.trackingUrl,
    postage_cents: row.postageCents,
    formal_notice: row.formalNotice,
    notified: row.kind === 'letter' && countsAsNotified(row.status, row.letterKind),
    followed: row.kind === 'letter' && isFollowed(connectors, row),
    customer_id: row.customerId,
    customer: withMark(row.customer),
    third_party_id: row.thirdPartyId,
    third_party: row.thirdParty,
    action_id: row.actionId,
    run_id: row.runId,
    invoice_ids: own.map((item) => item.invoiceId),
    invoices: own.map((item) => item.invoice),
    amount_cents: own.reduce((sum, item) => sum + item.amountCents, 0),
    currency: row.currency,
    attachment_ids: row.attachmentIds,
    override_reason: row.overrideReason,
    actor: { kind, name },
    tries: row.tries,
    next_try_at: instant(row.nextTryAt),
    waits: waitOf(row),
    failure_code: row.failureCode,
    failure_detail: row.failureDetail,
    ...instantsOf(row),
  };
}

const instant = (at: Date | null) => at?.toISOString() ?? null;

const instantsOf = (row: MessageRow) => ({
  reserved_at: row.reservedAt.toISOString(),
  rendered_at: instant(row.renderedAt),
  handed_over_at: instant(row.handedOverAt),
  sent_at: instant(row.sentAt),
  settled_at: instant(row.settledAt),
  erased_at: instant(row.content?.erasedAt ?? null),
});

function waitOf(row: MessageRow): MessageBody['waits'] {
  if (!row.nextTryAt) return null;
  const { waitCode, waitDetail: detail, waitsForLine, nextTryAt, status } = row;
  return { code: waitCode ?? status, detail, until_at: nextTryAt.toISOString(), line_stopped: waitsForLine };
}

/** Returns the message as it is now; throws a 404 when there is none. */
export async function readMessageBody(request: EndpointRequest, id: string): Promise<MessageBody> {
  const [row] = await readMessages(request.context.db, { where: { id } });
  if (!row) throw notHere();
  return messageBody(row, aroundOf(request));
}
