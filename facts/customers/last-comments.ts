import type { Database, Transaction } from '../../prisma/client.ts';

/** The kinds of history line in which people comment on an invoice. */
const COMMENTED = ['note', 'call', 'dispute', 'dispute_resolved', 'promise', 'litigation', 'qualified', 'completed'];

/** The newest comment on each invoice that has one. */
export async function readLastComments(
  db: Database | Transaction,
  invoiceIds: readonly string[],
): Promise<Map<string, string>> {
  const entries = await db.historyEntry.findMany({
    where: { invoiceId: { in: [...invoiceIds] }, kind: { in: COMMENTED } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: { invoiceId: true, data: true },
  });
  const comments = entries.flatMap(({ invoiceId, data }): [string, string][] => {
    const { comment } = data as { comment?: unknown };
    return invoiceId !== null && typeof comment === 'string' && comment !== '' ? [[invoiceId, comment]] : [];
  });
  return new Map(comments);
}
