import { UNCERTAIN_SENDING } from '../../../domain/case/attention-codes.ts';
import { stopInFrench } from '../../../domain/case/attention-in-words.ts';
import type { Transaction } from '../../../prisma/client.ts';
import type { FactContext } from '../../outcome.ts';
import { type Attention, raiseAttention } from '../../raise-attention.ts';
import { MOVES_CASES } from './ask-about-message.ts';

/** Why a case stops when nobody knows whether its message has left. */
export const AMBIGUOUS: Attention = { code: UNCERTAIN_SENDING, text: stopInFrench(UNCERTAIN_SENDING) };

/**
 * Has these cases ask about each reminder of theirs whose outcome is unknown, other than `exceptId`. Returns the ids of
 * those messages.
 */
export async function raiseUncertain(
  tx: Transaction,
  context: FactContext,
  invoiceIds: readonly string[],
  exceptId: string | null = null,
): Promise<string[]> {
  const items = await tx.messageItem.findMany({
    where: {
      invoiceId: { in: [...invoiceIds] },
      information: false,
      message: {
        status: 'ambiguous',
        origin: { in: [...MOVES_CASES] },
        ...(exceptId === null ? {} : { id: { not: exceptId } }),
      },
    },
    select: { invoiceId: true, messageId: true },
    orderBy: { messageId: 'asc' },
  });
  for (const { invoiceId, messageId } of items)
    await raiseAttention(tx, context, [invoiceId], { ...AMBIGUOUS, messageId });
  return [...new Set(items.map(({ messageId }) => messageId))];
}
