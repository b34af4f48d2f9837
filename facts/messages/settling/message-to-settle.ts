import type { Prisma } from '../../../prisma/generated/client.ts';
import type { Transaction } from '../../../prisma/client.ts';
import { lockCustomerOfMessage } from '../../../prisma/lock.ts';
import { rowInCode } from '../../../prisma/row-in-code.ts';
import { notFound } from '../../refused.ts';
import { CUSTOMER_JSON, MESSAGE_JSON } from '../../rows-as-json.ts';
import { WITHOUT_LOGO } from '../../settings-without-logo.ts';

/** What `loadMessageToSettle` reads, in Prisma's terms: for its type, and for a test that compares both. */
export const MESSAGE_TO_SETTLE = {
  items: { include: { invoice: { select: { number: true, closedAs: true, customerId: true } } } },
  customer: { include: { creditor: { include: { settings: WITHOUT_LOGO } } } },
} as const;

export type MessageToSettle = Prisma.Result<
  Transaction['message'],
  { include: typeof MESSAGE_TO_SETTLE },
  'findUniqueOrThrow'
>;

/**
 * A message with what settling it needs. Read it under the lock of its customer. Raw SQL, since every message runs it.
 */
export async function loadMessageToSettle(tx: Transaction, messageId: string): Promise<MessageToSettle> {
  const [row] = await tx.$queryRaw<{ message: unknown }[]>`
    SELECT ${MESSAGE_JSON} || jsonb_build_object('customer', ${CUSTOMER_JSON}, 'items', ARRAY(
      SELECT to_jsonb(t) || jsonb_build_object('invoice', jsonb_build_object(
          'number', i.number, 'closedAs', i."closedAs", 'customerId', i."customerId"))
        FROM message_items t JOIN invoices i ON i.id = t."invoiceId" WHERE t."messageId" = m.id ORDER BY t."invoiceId")) AS message
    FROM messages m JOIN customers c ON c.id = m."customerId"
    WHERE m.id = ${messageId}::uuid`;
  if (!row) throw new Error(`message ${messageId} does not exist`);
  return rowInCode<MessageToSettle>(row.message);
}

/**
 * True when it went to a customer who was erased since: nothing that names the customer may be stored from late
 * reports.
 */
export const isOfErased = ({ origin, customer }: MessageToSettle): boolean =>
  origin !== 'statement' && customer.erasedAt !== null;

/** The items whose cases the message moves; none for a statement, which says nothing to the debtor. */
export function ownItems(message: MessageToSettle): MessageToSettle['items'] {
  return message.origin === 'statement' ? [] : message.items.filter((item) => !item.information);
}

/**
 * Takes the lock of a message's customer and reads the message behind it.
 * @throws FactRefused when the creditor has no such message
 */
export async function lockMessageToSettle(
  tx: Transaction,
  creditorId: string,
  messageId: string,
): Promise<MessageToSettle> {
  if ((await lockCustomerOfMessage(tx, creditorId, messageId)) === null) throw notFound();
  return loadMessageToSettle(tx, messageId);
}
