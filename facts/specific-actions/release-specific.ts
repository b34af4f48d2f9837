import { v7 as uuidv7 } from 'uuid';
import type { Transaction } from '../../prisma/client.ts';
import { readBusinessDay } from '../business-calendar.ts';
import { endHold } from '../holds/end-hold.ts';
import type { FactContext } from '../outcome.ts';
import { raiseVersion } from '../raise-version.ts';
import { withdrawStep } from '../withdraw-step.ts';

/**
 * The specific action is over, for these of its invoices or for all: ends its holds, so that the scenario goes on.
 * Raises versions and returns the ids of the released invoices; the caller writes history and tells.
 */
export async function releaseSpecific(
  tx: Transaction,
  context: FactContext,
  actionId: string,
  invoiceIds?: readonly string[],
): Promise<string[]> {
  const only = invoiceIds ? { invoiceId: { in: [...invoiceIds] } } : {};
  const holds = await tx.hold.findMany({ where: { actionId, endedAt: null, ...only }, orderBy: { invoiceId: 'asc' } });
  if (holds.length === 0) return [];
  const day = await readBusinessDay(tx, context);
  const released = holds.flatMap((hold) => hold.invoiceId ?? []);
  for (const hold of holds) {
    await endHold(tx, day, hold, {
      outcome: 'lifted',
      at: context.at,
      invoiceIds: hold.invoiceId ? [hold.invoiceId] : [],
    });
  }
  await raiseVersion(tx, released);
  return released;
}

/** Stops the scenario for these invoices until the action is over, and withdraws their open steps. */
export async function holdForSpecific(
  tx: Transaction,
  context: FactContext,
  action: { id: string; customerId: string; title: string },
  invoiceIds: readonly string[],
): Promise<void> {
  await tx.hold.createMany({
    data: invoiceIds.map((invoiceId) => ({
      id: uuidv7(),
      creditorId: context.creditorId,
      customerId: action.customerId,
      invoiceId,
      actionId: action.id,
      kind: 'specific_action' as const,
      reason: action.title,
      sinceAt: context.at,
      createdBy: context.actor.name,
    })),
  });
  for (const invoiceId of invoiceIds) await withdrawStep(tx, invoiceId, 'specific_action', context.at);
  await raiseVersion(tx, invoiceIds);
}
