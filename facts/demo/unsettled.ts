import type { Database } from '../../prisma/client.ts';

/**
 * How much is still to be done of what was due at or before `at`: cases that have not planned with the newest facts,
 * automatic steps that have not left, holds that have not ended, messages on their way. What waits for a person or for a
 * later try does not count.
 */
export async function countUnsettled(db: Database, at: Date): Promise<number> {
  const workable = { kind: 'invoice', closedAs: null, attentionCode: null } as const;
  const unheld = {
    holds: { none: { endedAt: null } },
    customer: { holds: { none: { endedAt: null, invoiceId: null } } },
  };
  const counts = await Promise.all([
    db.invoice.count({ where: { ...workable, version: { gt: db.invoice.fields.plannedVersion } } }),
    db.openStep.count({
      where: { mode: 'automatic', dueAt: { lte: at }, messageId: null, invoice: { ...workable, ...unheld } },
    }),
    db.openStep.count({ where: { lapsesAt: { lte: at }, messageId: null, invoice: { ...workable, ...unheld } } }),
    db.hold.count({
      where: {
        endedAt: null,
        endsAt: { lte: at },
        OR: [{ invoice: { closedAs: null } }, { invoiceId: null, customer: { invoices: { some: workable } } }],
      },
    }),
    db.message.count({
      where: {
        OR: [
          { status: { in: ['reserved', 'rendered', 'sending'] }, nextTryAt: { lte: at } },
          { status: { in: ['reserved', 'sending'] }, nextTryAt: null },
          { status: 'rendered', nextTryAt: null, NOT: { kind: 'letter', letterKind: { not: 'simple' } } },
        ],
      },
    }),
  ]);
  return counts.reduce((sum, count) => sum + count, 0);
}
