import { v7 as uuidv7 } from 'uuid';
import type { Transaction } from '../../../prisma/client.ts';
import { localDayAt } from '../../business-calendar.ts';
import { leaveAction } from '../../leave-action.ts';
import type { FactContext } from '../../outcome.ts';
import type { MessageToSettle } from './message-to-settle.ts';

/**
 * Records a sent message on each of its invoices: the step gets its record, the version rises, and the open step and
 * the action are done. The level only rises, and the next level is cleared so that `levels` is right before the case is
 * planned again; a repeat leaves the next level alone. The reason for a person's confirmation is cleared, unless a hold
 * ended or money went back after the hand-over: the next step still needs it. One statement, since every message runs
 * it and each change of an invoice rebuilds its listing.
 */
export async function recordSteps(tx: Transaction, context: FactContext, message: MessageToSettle): Promise<void> {
  const on = localDayAt(message.customer.creditor, context.at);
  const handedOverAt = message.handedOverAt?.toISOString() ?? null;
  const own = message.items
    .filter((item) => !item.information)
    .map(({ invoiceId, cycle, stepKey, level, repeat, version }) => ({
      id: uuidv7(),
      ...{ invoiceId, cycle, stepKey, level, repeat, version },
    }));
  const left = await tx.$queryRaw<{ invoiceId: string; actionId: string }[]>`
    WITH own AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(own)}::jsonb)
        AS s(id uuid, "invoiceId" uuid, cycle int, "stepKey" text, level int, repeat int, version int)
    ), steps AS (
      SELECT * FROM own WHERE "stepKey" IS NOT NULL
    ), recorded AS (
      INSERT INTO step_records (id, "invoiceId", cycle, "stepKey", level, repeat, kind, outcome, "on", at, "messageId")
      SELECT id, "invoiceId", cycle, "stepKey", level, repeat, ${message.kind}::"Channel", 'sent', ${on}::date,
        ${context.at.toISOString()}::timestamptz, ${message.id}::uuid FROM steps
      ON CONFLICT DO NOTHING
    ), raised AS (
      UPDATE invoices i SET version = i.version + 1, "updatedAt" = now(),
        "confirmReason" = CASE WHEN s.id IS NULL OR (i.version > s.version AND (
            EXISTS (SELECT FROM holds h WHERE (h."invoiceId" = i.id OR (h."invoiceId" IS NULL AND h."customerId" = i."customerId"))
              AND h."endedAt" >= ${handedOverAt}::timestamptz)
            OR EXISTS (SELECT FROM allocations a WHERE a."invoiceId" = i.id AND a."reversedAt" >= ${handedOverAt}::timestamptz)
          )) THEN i."confirmReason" END,
        level = GREATEST(i.level, s.level),
        "nextLevel" = CASE WHEN s.repeat <= 0 THEN NULL ELSE i."nextLevel" END,
        "nextTurnOn" = CASE WHEN s.repeat <= 0 THEN NULL ELSE i."nextTurnOn" END
      FROM own LEFT JOIN invoices j ON j.id = own."invoiceId"
        LEFT JOIN steps s ON s."invoiceId" = own."invoiceId" AND s.cycle = j.cycle
      WHERE i.id = own."invoiceId"
    ), done AS (
      UPDATE actions SET state = 'done', "settledAt" = ${context.at.toISOString()}::timestamptz
      WHERE id = ${message.actionId}::uuid AND state = 'open'
    )
    DELETE FROM open_steps o USING steps s
    WHERE o."invoiceId" = s."invoiceId" AND o.cycle = s.cycle AND o."stepKey" = s."stepKey"
      AND o.level = s.level AND s.repeat <= 0
    RETURNING o."invoiceId", o."actionId"`;
  const others = left.filter(({ actionId }) => actionId !== message.actionId);
  for (const actionId of new Set(others.map((one) => one.actionId))) {
    if (message.actionId === null && (await finishAction(tx, context, message, actionId))) continue;
    for (const { invoiceId } of others.filter((one) => one.actionId === actionId))
      await leaveAction(tx, actionId, invoiceId, 'sent_by_hand', context.at);
  }
}

/**
 * Marks an action as done by a message that a run or a person sent beside it, so that the agenda shows it among what was
 * done. Returns false, and changes nothing, when the action has steps that this message did not carry.
 */
async function finishAction(
  tx: Transaction,
  context: FactContext,
  { id, kind, letterKind }: MessageToSettle,
  actionId: string,
): Promise<boolean> {
  const { count } = await tx.action.updateMany({
    where: { id: actionId, state: 'open', openSteps: { none: {} } },
    data: { state: 'done', settledAt: context.at, groupKey: null, kind, letterKind, messageId: id },
  });
  if (count > 0) await tx.message.update({ where: { id }, data: { actionId } });
  return count > 0;
}
