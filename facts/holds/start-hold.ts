import { v7 as uuidv7 } from 'uuid';
import type { Prisma } from '../../prisma/generated/client.ts';
import type { Transaction } from '../../prisma/client.ts';
import type { FactContext } from '../outcome.ts';
import { raiseVersion } from '../raise-version.ts';
import { withdrawStep } from '../withdraw-step.ts';
import type { OpenCase } from './open-case.ts';

export type NewHold = Omit<
  Prisma.HoldUncheckedCreateInput,
  'id' | 'creditorId' | 'customerId' | 'invoiceId' | 'sinceAt' | 'createdBy'
>;

/**
 * Puts a hold on an open case and raises its version. A hold without an end also withdraws the open step; with an end
 * the step stays, because a hold lifted before the planned day changes nothing.
 */
export async function startHold(tx: Transaction, context: FactContext, invoice: OpenCase, hold: NewHold) {
  const row = await tx.hold.create({
    data: {
      ...hold,
      id: uuidv7(),
      creditorId: context.creditorId,
      customerId: invoice.customerId,
      invoiceId: invoice.id,
      sinceAt: context.at,
      createdBy: context.actor.name,
    },
  });
  if (row.endsAt === null) await withdrawStep(tx, invoice.id, row.kind, context.at);
  await raiseVersion(tx, [invoice.id]);
  return row;
}
