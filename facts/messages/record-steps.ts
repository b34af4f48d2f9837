import { v7 as uuidv7 } from 'uuid';
import { localDate } from '../../domain/calendar/local-time.ts';
import { toDateColumn } from '../../prisma/dates.ts';
import type { Transaction } from '../../prisma/client.ts';
import { leaveAction } from '../leave-action.ts';
import type { FactContext } from '../outcome.ts';
import type { MessageToSettle } from './settle-message.ts';

/** What was sent becomes, for each invoice it was about, the record of its own step; its open step is done with. */
export async function recordSteps(tx: Transaction, context: FactContext, message: MessageToSettle): Promise<void> {
  const zone = message.customer.creditor.settings?.timeZone ?? 'Europe/Paris';
  const on = toDateColumn(localDate(context.at.toISOString(), zone));
  for (const item of message.items) {
    if (item.information || item.stepKey === null) continue;
    const { invoiceId, cycle, stepKey, level, repeat } = item;
    await tx.stepRecord.createMany({
      data: [
        {
          id: uuidv7(),
          invoiceId,
          cycle,
          stepKey,
          level,
          kind: message.kind,
          outcome: 'sent',
          repeat,
          on,
          at: context.at,
          messageId: message.id,
        },
      ],
      skipDuplicates: true,
    });
    // What was next is done: `levels` shows it so at once, before the case is planned again.
    const turn = repeat === 0 ? { nextLevel: null, nextTurnOn: null } : {};
    await tx.invoice.updateMany({ where: { id: invoiceId, cycle }, data: { confirmReason: null, ...turn } });
    await tx.invoice.updateMany({ where: { id: invoiceId, cycle, level: { lt: level } }, data: { level } });
    const open = await tx.openStep.findUnique({ where: { invoiceId } });
    if (open?.cycle === cycle && open.stepKey === stepKey) {
      await tx.openStep.delete({ where: { invoiceId } });
      if (open.actionId !== message.actionId)
        await leaveAction(tx, open.actionId, invoiceId, 'sent_by_hand', context.at);
    }
  }
  if (message.actionId) {
    await tx.action.updateMany({
      where: { id: message.actionId, state: 'open' },
      data: { state: 'done', settledAt: context.at },
    });
  }
}
