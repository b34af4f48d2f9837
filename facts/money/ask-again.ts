import { stopCode, UNCERTAIN_SENDING } from '../../domain/case/attention-codes.ts';
import type { Transaction } from '../../prisma/client.ts';
import { ASIDE } from '../attention-aside.ts';
import { closeTaskAbout } from '../messages/settling/ask-about-message.ts';
import { raiseUncertain } from '../messages/settling/raise-uncertain.ts';
import type { FactContext } from '../outcome.ts';
import { raiseAttention } from '../raise-attention.ts';

/**
 * Asks a person again to look at a re-opened case: for what had stopped it when it was paid, or would have since, and
 * whether its uncertain messages have left. Call it once the case is open again and history says so.
 */
export async function askAgain(tx: Transaction, context: FactContext, invoiceId: string): Promise<void> {
  const where = { ...ASIDE, invoices: { some: { invoiceId } } };
  const aside = await tx.action.findMany({ where, orderBy: { id: 'asc' } });
  await tx.actionInvoice.deleteMany({ where: { invoiceId, actionId: { in: aside.map(({ id }) => id) } } });
  for (const { attentionCode: code, attentionText: text } of aside) {
    if (code === null || text === null || code === UNCERTAIN_SENDING) continue;
    const messageId = await messageOf(tx, invoiceId, code, text);
    const attention = { code: stopCode(code), text, ...(messageId ? { messageId } : {}) };
    await raiseAttention(tx, context, [invoiceId], attention);
  }
  // Last, since a case with several reasons names the uncertain sending.
  for (const messageId of await raiseUncertain(tx, context, [invoiceId])) await closeTaskAbout(tx, context, messageId);
}

/** The message that history named when the case was stopped for this reason; null when none was. */
async function messageOf(tx: Transaction, invoiceId: string, code: string, text: string): Promise<string | null> {
  const isSaid = [{ data: { path: ['code'], equals: code } }, { data: { path: ['text'], equals: text } }];
  const said = await tx.historyEntry.findFirst({
    where: { invoiceId, kind: 'attention', AND: isSaid },
    orderBy: { id: 'desc' },
    select: { messageId: true },
  });
  return said?.messageId ?? null;
}
