import { isDeepStrictEqual } from 'node:util';
import { UNCERTAIN_SENDING } from '../../../domain/case/attention-codes.ts';
import { isOpenState } from '../../../domain/messages/open-states.ts';
import type { Database, Transaction } from '../../../prisma/client.ts';
import { clearAttentionFor } from '../../clear-attention.ts';
import { recordHistory } from '../../history.ts';
import type { ResolveInput } from '../../inputs/sending.ts';
import type { FactContext, Telling } from '../../outcome.ts';
import { conflict } from '../../refused.ts';
import { lockMessageToSettle, type MessageToSettle, ownItems } from './message-to-settle.ts';
import { type MessageOutcome, settleMessage } from './settle-message.ts';

/**
 * A person says whether a message of unknown outcome was sent. If so its steps are recorded, if not they are released
 * and may leave again; the cases go on. Refuses a message that is not ambiguous, unless the same was said before.
 */
export async function resolveMessage(
  db: Database,
  context: FactContext,
  messageId: string,
  input: ResolveInput,
): Promise<Telling[]> {
  return db.$transaction(async (tx) => {
    const message = await lockMessageToSettle(tx, context.creditorId, messageId);
    const { outcome, comment } = input;
    const settled: MessageOutcome =
      outcome === 'sent' ? { kind: 'sent', reference: null } : { kind: 'cancelled', reason: 'not_sent' };
    // The same was said before: cases not told then are told now, and nothing is written.
    if (await isSaidBefore(tx, message, input)) return settleMessage(tx, context, message, settled);
    if (message.status !== 'ambiguous')
      throw conflict('not_ambiguous', `The outcome of this message is known: ${message.status}.`);
    const own = { id: { in: ownItems(message).map((item) => item.invoiceId) } };
    await clearAttentionFor(tx, context, own, [UNCERTAIN_SENDING]);
    const lines = message.items.map(({ invoiceId, invoice }) => ({
      customerId: invoice.customerId,
      invoiceId,
      kind: 'note' as const,
      data: { text: comment, outcome },
      messageId,
    }));
    await recordHistory(tx, context, lines);
    return settleMessage(tx, context, message, settled);
  });
}

async function isSaidBefore(tx: Transaction, { id, status }: MessageToSettle, said: ResolveInput): Promise<boolean> {
  if (isOpenState(status)) return false;
  const notes = await tx.historyEntry.findMany({ where: { messageId: id, kind: 'note' }, select: { data: true } });
  const { outcome, comment } = said;
  // The comment is gone when the customer was erased.
  return notes.some(({ data }) =>
    [{ text: comment, outcome }, { outcome }].some((one) => isDeepStrictEqual(data, one)),
  );
}
