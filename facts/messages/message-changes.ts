import { isInSendWindow } from '../../domain/calendar/send-window.ts';
import { stoppingHold } from '../../domain/messages/stopping-holds.ts';
import type { Transaction } from '../../prisma/client.ts';
import { businessCalendar } from '../business-calendar.ts';
import { HOLDS_IN_FORCE } from '../case-facts.ts';
import type { Actor } from '../outcome.ts';
import { statementAddressee } from '../third-parties/addressee.ts';
import { obstacleOf, readFiles } from '../third-parties/statement-files.ts';
import { addressesOf, contactHashOf, loadAddressee } from './recipients.ts';

const HOURS = { select: { timeZone: true, holidayZone: true, sendHour: true } } as const;

/** A message as the hand-over re-reads it, under the lock of its customer. */
export async function loadMessageToHandOver(tx: Transaction, messageId: string) {
  return tx.message.findUniqueOrThrow({
    where: { id: messageId },
    include: {
      items: { include: { invoice: { include: { holds: HOLDS_IN_FORCE } } } },
      customer: { select: { creditor: { select: { settings: HOURS, sendingLines: true } } } },
    },
  });
}

export type MessageToHandOver = Awaited<ReturnType<typeof loadMessageToHandOver>>;

/**
 * Why the message may not leave as it was rendered: the case is closed or held, a balance or a due date is another, the
 * address was corrected. Null: nothing changed since.
 */
export async function changeSinceRendered(tx: Transaction, message: MessageToHandOver): Promise<string | null> {
  if (message.origin === 'statement') return changeOfStatement(tx, message);
  const account = await loadAddressee(tx, message.customerId);
  for (const item of message.items) {
    const { invoice } = item;
    if (!item.information) {
      if (invoice.closedAs) return `closed_${invoice.closedAs}`;
      const hold = stoppingHold(message.origin, [...invoice.holds, ...account.holds]);
      if (hold) return `held_${hold}`;
    }
    if (invoice.version !== item.version) return 'invoice_changed';
  }
  const recipients = addressesOf(account, message, message.customRecipients);
  return contactHashOf(account, recipients) === message.contactHash ? null : 'contact_changed';
}

/** The same of a statement: its files are of several customers, its address is a third party's. */
async function changeOfStatement(tx: Transaction, message: MessageToHandOver): Promise<string | null> {
  const ids = message.items.map(({ invoiceId }) => invoiceId);
  const stopped = (await readFiles(tx, message.creditorId, ids)).map(obstacleOf).find((obstacle) => obstacle !== null);
  if (stopped) return stopped.code;
  if (message.items.some(({ invoice, version }) => invoice.version !== version)) return 'invoice_changed';
  const { contactHash } = await statementAddressee(tx, message);
  return contactHash === message.contactHash ? null : 'contact_changed';
}

/**
 * Whether this is no hour for a message that nobody sent by hand to begin to leave: an outage may have kept it since its own
 * hour. What a person sends leaves at once, always. Not to be asked of a message of which an earlier try is unknown: it may
 * have left at its hour already, and only the same key within the provider's window tells, at whatever hour.
 */
export function isOutsideSendHours(message: MessageToHandOver, at: Date): boolean {
  const settings = message.customer.creditor.settings;
  const isPlanned = message.origin === 'step' || message.origin === 'specific_action';
  if (!isPlanned || (message.actor as unknown as Actor).kind !== 'system' || !settings) return false;
  return !isInSendWindow(at.toISOString(), businessCalendar(settings));
}
