import type { Database } from '../../prisma/client.ts';
import type { Prisma } from '../../prisma/generated/client.ts';

/** What an action's view is made of. */
const PARTS = {
  specific: true,
  customer: { select: { id: true, name: true, reference: true, collector: { select: { id: true, name: true } } } },
  assignee: { select: { id: true, name: true } },
  invoices: {
    include: { invoice: { select: { id: true, number: true, balanceCents: true, currency: true } } },
    orderBy: { invoiceId: 'asc' },
  },
  openSteps: {
    include: { invoice: { select: { scenarioVersion: { select: { unit: true } } } } },
    orderBy: { level: 'desc' },
  },
} as const;

/** Actions with their parts, in the order asked. */
export async function readActions(db: Database, query: Pick<Prisma.ActionFindManyArgs, 'where' | 'orderBy' | 'take'>) {
  return db.action.findMany({ ...query, include: PARTS });
}

export type ActionRow = Awaited<ReturnType<typeof readActions>>[number];
