import { tell } from '../temporal/tell.ts';
import type { ActivityDeps } from './activity-deps.ts';

/** How many cases one call of the reconciliation tells; what starts in one go must not starve their first tasks. */
const PAGE = 100;

export interface ReconciliationCall {
  creditorId: string;
  at: string;
  /** The last invoice of the page before; null: from the start. */
  after: string | null;
}

/** Tells a page of the cases whose workflow has not heard everything, or does not exist. `last` is null on the last page. */
export const createTellUntold =
  (deps: ActivityDeps) =>
  async (call: ReconciliationCall): Promise<{ told: number; last: string | null }> => {
    const rows = await deps.db.invoice.findMany({
      where: {
        creditorId: call.creditorId,
        kind: 'invoice',
        version: { gt: deps.db.invoice.fields.toldVersion },
        ...(call.after === null ? {} : { id: { gt: call.after } }),
      },
      select: { id: true },
      orderBy: { id: 'asc' },
      take: PAGE,
    });
    const tellings = rows.map(({ id }) => ({
      invoiceId: id,
      signal: 'invoiceChanged' as const,
      data: { retold: true },
    }));
    await tell(deps.db, deps.dispatcher, tellings, new Date(call.at));
    return { told: rows.length, last: rows.length < PAGE ? null : (rows.at(-1)?.id ?? null) };
  };
