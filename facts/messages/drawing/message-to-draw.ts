import type { Prisma } from '../../../prisma/generated/client.ts';
import type { Transaction } from '../../../prisma/client.ts';
import { rowInCode } from '../../../prisma/row-in-code.ts';
import { MESSAGE_JSON } from '../../rows-as-json.ts';

/** What `loadMessageToDraw` reads, in Prisma's terms: for its type, and for a test that compares both. */
export const MESSAGE_TO_DRAW = { items: { include: { invoice: true } } } as const;

export type MessageToDraw = Prisma.Result<
  Transaction['message'],
  { include: typeof MESSAGE_TO_DRAW },
  'findUniqueOrThrow'
>;

/**
 * A message with the invoices it is about, read under the lock of its customer. Raw SQL, since every message runs it.
 */
export async function loadMessageToDraw(tx: Transaction, messageId: string): Promise<MessageToDraw> {
  const [row] = await tx.$queryRaw<{ message: unknown }[]>`
    SELECT ${MESSAGE_JSON} || jsonb_build_object('items', ARRAY(
      SELECT to_jsonb(t) || jsonb_build_object('invoice', to_jsonb(i))
        FROM message_items t JOIN invoices i ON i.id = t."invoiceId" WHERE t."messageId" = m.id ORDER BY t."invoiceId")) AS message
    FROM messages m WHERE m.id = ${messageId}::uuid`;
  if (!row) throw new Error(`message ${messageId} does not exist`);
  return rowInCode<MessageToDraw>(row.message);
}
