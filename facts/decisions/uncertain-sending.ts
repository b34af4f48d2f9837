import { originOf } from '../../domain/actions/action-origin.ts';
import { UNCERTAIN_SENDING } from '../../domain/case/attention-codes.ts';
import type { Action } from '../../prisma/generated/client.ts';
import type { Transaction } from '../../prisma/client.ts';

/** The refusal when somebody decides before it is known whether the message left. */
export const UNCERTAIN = 'First say whether this message was sent.';

/**
 * True when this task asks whether a message has left and nobody has answered yet. If the case went on without the
 * answer, it would wait for that message for ever, and nobody would be asked any more.
 */
export async function isUncertain(
  tx: Transaction,
  action: Pick<Action, 'id' | 'origin' | 'attentionCode'>,
): Promise<boolean> {
  if (originOf(action) !== 'attention' || action.attentionCode !== UNCERTAIN_SENDING) return false;
  const ofCase = { information: false, invoice: { actions: { some: { actionId: action.id } } } };
  return (await tx.message.count({ where: { status: 'ambiguous', items: { some: ofCase } } })) > 0;
}

/** Those of these invoices that wait to know whether a message has left; only that answer lets them go on. */
export async function uncertainInvoices(tx: Transaction, invoiceIds: readonly string[]): Promise<Set<string>> {
  const items = await tx.messageItem.findMany({
    where: {
      invoiceId: { in: [...invoiceIds] },
      information: false,
      invoice: { attentionCode: UNCERTAIN_SENDING },
      message: { status: 'ambiguous' },
    },
    select: { invoiceId: true },
  });
  return new Set(items.map(({ invoiceId }) => invoiceId));
}
