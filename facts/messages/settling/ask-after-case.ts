import { ofOrigin } from '../../../domain/actions/action-origin.ts';
import type { Transaction } from '../../../prisma/client.ts';
import type { FactContext } from '../../outcome.ts';
import { askAboutOutcome, isAskedByCases } from './ask-about-message.ts';
import { loadMessageToSettle } from './message-to-settle.ts';

/**
 * A case that ends takes its tasks with it. If a message of it may have left, a person is still asked, by a task about
 * the message itself, unless another of its cases or such a task asks already. Call it once the case is closed.
 */
export async function askAfterCase(tx: Transaction, context: FactContext, invoiceId: string): Promise<void> {
  const uncertain = await tx.message.findMany({
    where: { status: 'ambiguous', items: { some: { invoiceId } } },
    select: { id: true },
  });
  for (const { id } of uncertain) {
    const message = await loadMessageToSettle(tx, id);
    if (isAskedByCases(message)) continue;
    const asked = await tx.action.count({ where: { ...ofOrigin('message'), messageId: id, state: 'open' } });
    if (asked === 0) await askAboutOutcome(tx, context, message, { kind: 'ambiguous' });
  }
}
