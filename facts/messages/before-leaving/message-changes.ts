import { isInSendWindow } from '../../../domain/calendar/send-window.ts';
import type { CancelReason } from '../../../domain/messages/cancel-reasons.ts';
import { stoppingHold } from '../../../domain/messages/stopping-holds.ts';
import type { Prisma } from '../../../prisma/generated/client.ts';
import type { Transaction } from '../../../prisma/client.ts';
import { rowInCode } from '../../../prisma/row-in-code.ts';
import { businessCalendar, localDayAt } from '../../business-calendar.ts';
import { CUSTOMER_HOLDS_IN_FORCE, HOLDS_IN_FORCE } from '../../case-facts.ts';
import { CONTACTS, CUSTOMER_HOLDS, CUSTOMER_JSON, INVOICE_HOLDS, MESSAGE_JSON } from '../../rows-as-json.ts';
import { WITHOUT_LOGO } from '../../settings-without-logo.ts';
import { statementAddressee } from '../../third-parties/addressee.ts';
import { obstacleOf, readFiles } from '../../third-parties/statement-files.ts';
import { quotesAnotherAccount } from './account-hash.ts';
import { namesAnotherCompany } from './company-hash.ts';
import { addressesOf, contactHashOf } from '../addressing/recipients.ts';
import { asActor } from '../../stored-json.ts';

/** What `loadMessageToHandOver` reads, in Prisma's terms: for its type, and for a test that compares both. */
export const MESSAGE_TO_HAND_OVER = {
  items: { include: { invoice: { select: { closedAs: true, version: true, holds: HOLDS_IN_FORCE } } } },
  customer: {
    include: {
      contacts: { orderBy: { position: 'asc' } },
      holds: CUSTOMER_HOLDS_IN_FORCE,
      creditor: { include: { settings: WITHOUT_LOGO, sendingLines: true } },
    },
  },
} as const;

export type MessageToHandOver = Prisma.Result<
  Transaction['message'],
  { include: typeof MESSAGE_TO_HAND_OVER },
  'findUniqueOrThrow'
>;

/** A message as read again before a hand-over, under the lock of its customer. Raw SQL, since every try runs it. */
export async function loadMessageToHandOver(tx: Transaction, messageId: string): Promise<MessageToHandOver> {
  const [row] = await tx.$queryRaw<{ message: unknown; lines: unknown }[]>`
    SELECT ${MESSAGE_JSON} || jsonb_build_object(
      'items', ARRAY(SELECT to_jsonb(t) || jsonb_build_object('invoice', jsonb_build_object(
            'closedAs', i."closedAs", 'version', i.version, 'holds', ${INVOICE_HOLDS}))
          FROM message_items t JOIN invoices i ON i.id = t."invoiceId" WHERE t."messageId" = m.id ORDER BY t."invoiceId"),
      'customer', ${CUSTOMER_JSON} || jsonb_build_object('holds', ${CUSTOMER_HOLDS}, 'contacts', ${CONTACTS})) AS message,
      ARRAY(SELECT to_jsonb(l) FROM sending_lines l WHERE l."creditorId" = m."creditorId") AS lines
    FROM messages m JOIN customers c ON c.id = m."customerId"
    WHERE m.id = ${messageId}::uuid`;
  if (!row) throw new Error(`message ${messageId} does not exist`);
  const message = rowInCode<MessageToHandOver>(row.message);
  message.customer.creditor.sendingLines = rowInCode<MessageToHandOver['customer']['creditor']['sendingLines']>(
    row.lines,
  );
  return message;
}

/**
 * Why the message may not leave as it was made: the case is closed or held, an invoice or the address has changed since
 * it was rendered, or, before that, since it was reserved. Returns null when nothing changed.
 */
export async function changeSinceMade(tx: Transaction, message: MessageToHandOver): Promise<CancelReason | null> {
  if (message.origin === 'statement') return changeOfStatement(tx, message);
  const account = message.customer;
  for (const item of message.items) {
    const { invoice } = item;
    if (!item.information) {
      if (invoice.closedAs) return `closed_${invoice.closedAs}`;
      const hold = stoppingHold(message.origin, [...invoice.holds, ...account.holds], message.actionId);
      if (hold) return `held_${hold}`;
    }
    if (invoice.version !== item.version) return 'invoice_changed';
  }
  const recipients = addressesOf(account, message, message.customRecipients);
  return contactHashOf(account, recipients, message.kind) === message.contactHash ? null : 'contact_changed';
}

/** Does the same for a statement: its cases belong to several customers, its address is a third party's. */
async function changeOfStatement(tx: Transaction, message: MessageToHandOver): Promise<CancelReason | null> {
  const ids = message.items.map(({ invoiceId }) => invoiceId);
  const files = await readFiles(tx, message.creditorId, ids);
  const stopped = files.map((file) => obstacleOf(file, message.thirdPartyRole)).find((obstacle) => obstacle !== null);
  if (stopped) return stopped.code;
  if (message.items.some(({ invoice, version }) => invoice.version !== version)) return 'invoice_changed';
  const { contactHash } = await statementAddressee(tx, message);
  return contactHash === message.contactHash ? null : 'contact_changed';
}

/**
 * Why a message that has not left may not leave as it is, although its case has not changed: the hour is past, it was
 * made on another day, or the company, its bank account or the quoted account has changed. Null when it may. Do not ask
 * for a message with an earlier try of unknown outcome: it may have left, and only the same bytes tell.
 */
export async function whyOutdated(tx: Transaction, message: MessageToHandOver, at: Date): Promise<CancelReason | null> {
  if (isOutsideSendHours(message, at)) return 'outside_send_hours';
  if (isOfAnotherDay(message, at)) return 'made_on_another_day';
  const { settings } = message.customer.creditor;
  if (settings && namesAnotherCompany(message, settings)) return 'company_changed';
  return (await quotesAnotherAccount(tx, message)) ? 'account_changed' : null;
}

/**
 * True when an automatic message may not begin to leave at this hour, because an outage kept it beyond its own hour.
 * What a person sends leaves at any hour. Do not ask for a message with an earlier try of unknown outcome: it may have
 * left in time, and only the same key within the provider's window tells, at whatever hour.
 */
function isOutsideSendHours(message: MessageToHandOver, at: Date): boolean {
  const settings = message.customer.creditor.settings;
  const isPlanned = message.origin === 'step' || message.origin === 'specific_action';
  if (!isPlanned || asActor(message.actor).kind !== 'system' || !settings) return false;
  return !isInSendWindow(at.toISOString(), businessCalendar(settings));
}

/**
 * True when a message was made on another local day of the creditor than the one it would leave on: its date, days late
 * and deadline belong to the day it was made. Do not ask for a message with an earlier try of unknown outcome, which
 * may have left.
 */
export function isOfAnotherDay({ renderedAt, customer }: MessageToHandOver, at: Date): boolean {
  if (renderedAt === null) return false;
  return localDayAt(customer.creditor, renderedAt) !== localDayAt(customer.creditor, at);
}
