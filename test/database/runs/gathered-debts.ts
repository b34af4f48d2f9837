import { randomUUID } from 'node:crypto';
import type { World } from '../holds/case-world.ts';

const OLD = { issued_on: '2026-09-01', due_on: '2026-09-10' };

/** So many invoices of one customer, whose scenario gathers all that is due. */
export async function gatheredDebts(world: World, count: number) {
  const { id: customerId, reference } = await world.newCustomer({ kind: 'professional' });
  const debts: { id: string; number: string }[] = [];
  while (debts.length < count) debts.push(await world.newInvoice({ reference }, OLD));
  const ids = debts.map(({ id }) => id);
  await world.plan(ids[0]!);
  const version = (await world.read(ids[0]!)).scenarioVersionId!;
  const copied = await world.db.scenarioVersion.findUniqueOrThrow({ where: { id: version }, include: { steps: true } });
  const versionId = randomUUID();
  const steps = copied.steps.map(({ versionId: _, ...step }) => ({ ...step, id: randomUUID() }));
  const { _max } = await world.db.scenarioVersion.aggregate({
    where: { scenarioId: copied.scenarioId },
    _max: { version: true },
  });
  const next = { id: versionId, scenarioId: copied.scenarioId, version: _max.version! + 1, unit: 'account' } as const;
  await world.db.scenarioVersion.create({ data: { ...next, steps: { create: steps } } });
  await world.db.openStep.deleteMany({ where: { invoiceId: { in: ids } } });
  await world.db.invoice.updateMany({ where: { id: { in: ids } }, data: { scenarioVersionId: versionId } });
  return { customerId, debts, ids };
}
