import type { Database, Transaction } from '../../prisma/client.ts';
import { readHandedOver } from '../handed-over.ts';
import { recordHistory } from '../history.ts';
import type { LitigationInput } from '../inputs/holds.ts';
import type { FactContext, FactOutcome } from '../outcome.ts';
import { withdrawExhaustedTask } from '../plan/exhausted-task.ts';
import { type LitigationAnswer, litigationAnswer } from './hold-answer.ts';
import { takeKnownCase, tellAgain } from './open-case.ts';
import { startHold } from './start-hold.ts';

/**
 * Opens a litigation. When one is in force already, another reason or comment replaces the old one and nothing else
 * happens.
 */
export async function openLitigation(
  db: Database,
  context: FactContext,
  invoiceId: string,
  input: LitigationInput,
): Promise<FactOutcome<LitigationAnswer>> {
  return db.$transaction((tx) => storeLitigation(tx, context, invoiceId, input));
}

/** Opens a litigation as `openLitigation` does, within a transaction of the caller that stores more. */
export async function storeLitigation(
  tx: Transaction,
  context: FactContext,
  invoiceId: string,
  input: LitigationInput,
): Promise<FactOutcome<LitigationAnswer>> {
  const invoice = await takeKnownCase(tx, context, invoiceId);
  const handedOver = await readHandedOver(tx, [invoiceId]);
  const standing = invoice.holds.find((hold) => hold.kind === 'litigation');
  const said = { reason: input.reason, comment: input.comment || null };
  const same = standing?.reason === said.reason && standing.comment === said.comment;
  const hold = !standing
    ? await startHold(tx, context, invoice, { kind: 'litigation', ...said })
    : same
      ? standing
      : await tx.hold.update({ where: { id: standing.id }, data: said });
  if (!standing && invoice.exhaustedAt) await withdrawExhaustedTask(tx, invoiceId, 'litigation', context.at);
  const telling = { invoiceId, signal: 'litigationOpened', data: { holdId: hold.id } } as const;
  if (!same) {
    await recordHistory(tx, context, [
      {
        customerId: invoice.customerId,
        invoiceId,
        kind: 'litigation',
        data: { holdId: hold.id, reason: input.reason, comment: hold.comment ?? undefined },
      },
    ]);
  }
  return {
    answer: litigationAnswer(hold),
    tellings: standing ? tellAgain(invoice, telling) : [telling],
    replayed: standing !== undefined,
    handedOver,
  };
}
