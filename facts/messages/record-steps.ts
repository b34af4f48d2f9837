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
    await raiseLevel(tx, item);
    const open = await tx.openStep.findUnique({ where: { invoiceId }, select: STEP });
    if (open?.cycle === cycle && open.stepKey === stepKey) {
      await tx.openStep.deleteMany({ where: { invoiceId } });
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

const STEP = { cycle: true, stepKey: true, actionId: true } as const;

/**
 * The level only rises, and what was next is done: `levels` shows it so at once, before the case is planned again. A repeat
 * leaves alone what is next. One statement: each makes the listing anew.
 */
async function raiseLevel(tx: Transaction, { invoiceId, cycle, level, repeat }: MessageToSettle['items'][number]) {
  const isNext = repeat === 0;
  await tx.$executeRaw`
    UPDATE invoices SET "confirmReason" = NULL, level = GREATEST(level, ${level}), "updatedAt" = now(),
      "nextLevel" = CASE WHEN ${isNext} THEN NULL ELSE "nextLevel" END,
      "nextTurnOn" = CASE WHEN ${isNext} THEN NULL ELSE "nextTurnOn" END
    WHERE id = ${invoiceId}::uuid AND cycle = ${cycle}`;
}
