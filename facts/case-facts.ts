import type { CaseFacts } from '../domain/case/state.ts';
import type { Database, Transaction } from '../prisma/client.ts';

/** Which of an invoice's own holds are in force. */
export const HOLDS_IN_FORCE = { where: { endedAt: null }, orderBy: { sinceAt: 'asc' } } as const;

/** An invoice with what its facts are made of. Credit notes have no case. */
export async function loadCases(db: Database | Transaction, invoiceIds: readonly string[]) {
  return db.invoice.findMany({
    where: { id: { in: [...invoiceIds] }, kind: 'invoice' },
    include: {
      holds: HOLDS_IN_FORCE,
      customer: { include: { holds: { where: { endedAt: null, invoiceId: null } }, creditor: true } },
    },
  });
}

export type LoadedCase = Awaited<ReturnType<typeof loadCases>>[number];

/** What travels to the workflow: the whole state that resulted, and never a difference. */
export function caseFacts(row: LoadedCase): CaseFacts {
  return {
    version: row.version,
    balanceCents: row.balanceCents,
    closedAs: row.closedAs,
    attention: row.attentionCode,
    holds: [...row.customer.holds, ...row.holds].map((hold) => ({
      id: hold.id,
      kind: hold.kind,
      untilOn: hold.untilOn ? hold.untilOn.toISOString().slice(0, 10) : null,
      endsAt: hold.endsAt ? hold.endsAt.toISOString() : null,
    })),
  };
}
