import type { Database, Transaction } from '../../prisma/client.ts';
import { lockCustomers } from '../../prisma/lock.ts';
import { checkReferences } from '../check-references.ts';
import { recordHistory } from '../history.ts';
import type { AssignInput } from '../inputs/customer.ts';
import { namesOfChanges } from '../named-changes.ts';
import type { FactContext, FactOutcome, Telling } from '../outcome.ts';
import { raiseVersion } from '../raise-version.ts';
import { type Fault, FactRefused } from '../refused.ts';

/**
 * Assigns customers to a collector, or to nobody. An unknown customer refuses the whole request. Returns how many
 * changed.
 */
export async function assignCustomers(
  db: Database,
  context: FactContext,
  input: AssignInput,
): Promise<FactOutcome<{ assigned: number }>> {
  const { creditorId } = context;
  return db.$transaction(async (tx) => {
    await checkReferences(tx, creditorId, { collectorId: input.collector_id });
    const ids = [...new Set(input.customer_ids)];
    const known = new Set(
      (await tx.customer.findMany({ where: { id: { in: ids }, creditorId }, select: { id: true } })).map(
        ({ id }) => id,
      ),
    );
    const faults = input.customer_ids.flatMap((id, index): Fault[] => {
      if (known.has(id)) return [];
      const pointer = `/customer_ids/${String(index)}`;
      return [{ pointer, detail: 'There is no such customer.', fix: 'Leave it out.' }];
    });
    if (faults.length > 0) throw new FactRefused('invalid', 'unknown_customer', faults[0]!.detail, faults);
    await lockCustomers(tx, ids);
    const others = { id: { in: ids }, NOT: { collectorId: input.collector_id } };
    const changing = await tx.customer.findMany({
      where: input.collector_id === null ? others : { id: { in: ids }, OR: [{ collectorId: null }, others] },
      select: { id: true, collectorId: true },
    });
    const changed = changing.map(({ id }) => id);
    await tx.customer.updateMany({
      where: { id: { in: changed } },
      data: { collectorId: input.collector_id, collectorOfGroup: false, version: { increment: 1 } },
    });
    await recordAssigned(tx, context, changing, input.collector_id);
    const where = { customerId: { in: changed }, kind: 'invoice', closedAs: null } as const;
    const open = await tx.invoice.findMany({ where, select: { id: true } });
    await raiseVersion(
      tx,
      open.map(({ id }) => id),
    );
    const tellings = open.map(({ id }): Telling => ({
      invoiceId: id,
      signal: 'invoiceChanged',
      data: { customerFields: ['collector_id'] },
    }));
    return { answer: { assigned: changed.length }, tellings, replayed: false, handedOver: [] };
  });
}

async function recordAssigned(
  tx: Transaction,
  context: FactContext,
  changing: readonly { id: string; collectorId: string | null }[],
  to: string | null,
): Promise<void> {
  const names = await namesOfChanges(
    tx,
    changing.map(({ collectorId: from }) => ({ collector: { from, to } })),
  );
  const fields = ['collector_id'];
  await recordHistory(
    tx,
    context,
    changing.map(({ id }, index) => ({ customerId: id, kind: 'changed', data: { fields, ...names[index] } })),
  );
}
