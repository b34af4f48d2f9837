import { z } from 'zod';
import type { Transaction } from '../prisma/client.ts';

const change = z.object({ fields: z.array(z.string()) });

/** The fields of a customer or of a document, by their JSON names, that were corrected here since it was posted. */
export async function fieldsChangedHere(
  tx: Transaction,
  of: { customerId: string; invoiceId: null } | { invoiceId: string },
): Promise<ReadonlySet<string>> {
  const changes = await tx.historyEntry.findMany({ where: { ...of, kind: 'changed' }, select: { data: true } });
  return new Set(changes.flatMap(({ data }) => change.safeParse(data).data?.fields ?? []));
}
