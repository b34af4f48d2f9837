import type { Transaction } from '../../prisma/client.ts';
import { resolveScenario } from '../resolve-scenario.ts';

/** The version that an invoice of the customer follows, with a scenario of its own or without (null). */
export async function scenarioVersionOf(
  tx: Transaction,
  customerId: string,
  ownScenarioId: string | null,
): Promise<string | null> {
  const customer = await tx.customer.findUniqueOrThrow({
    where: { id: customerId },
    include: { group: { select: { scenarioId: true } } },
  });
  return (await resolveScenario(tx, customer, ownScenarioId))?.versionId ?? null;
}
