import { failureApart } from '../../prisma/apart.ts';
import type { Transaction } from '../../prisma/client.ts';
import type { FactContext } from '../outcome.ts';
import { withdrawStep } from '../withdraw-step.ts';
import { planCase } from './plan-case.ts';

/**
 * Plans cases that might leave together with another one and whose facts are newer than their plan. One that cannot be
 * planned leaves with no message and delays none: its step is withdrawn, and its own workflow meets the same fault and
 * asks a person. Returns the ids of those.
 */
export async function planBeside(
  tx: Transaction,
  context: FactContext,
  invoiceIds: readonly string[],
): Promise<string[]> {
  const unplanned: string[] = [];
  for (const invoiceId of invoiceIds) {
    if ((await failureApart(tx, () => planCase(tx, context, invoiceId))) === null) continue;
    await withdrawStep(tx, invoiceId, 'cannot_be_planned', context.at);
    unplanned.push(invoiceId);
  }
  return unplanned;
}
