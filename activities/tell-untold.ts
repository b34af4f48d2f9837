import { tell } from '../temporal/tell.ts';
import type { ActivityDeps } from './activity-deps.ts';
import { createFindLostCases } from './find-lost-cases.ts';
import { FirstTaskPace } from './first-task-pace.ts';

/** How many cases one call of the reconciliation tells; what starts in one go must not starve their first tasks. */
const PAGE = 100;

export interface ReconciliationCall {
  creditorId: string;
  at: string;
  /** The last invoice of the page before; null: from the start. */
  after: string | null;
}

/**
 * Tells a page of the cases whose workflow has not heard everything, or does not exist. `last` is null on the last page. Before
 * the first page it looks for cases whose workflow is gone. A case that cannot be told is the next minute's again: whatever
 * else waits does not wait for it.
 */
export const createTellUntold = (deps: ActivityDeps) => {
  const findLostCases = createFindLostCases(deps);
  const pace = new FirstTaskPace(deps.firstTasksPerSecond);
  const dispatcher = { ...deps.dispatcher, startDelayMs: () => pace.nextDelayMs() };
  return async (call: ReconciliationCall): Promise<{ told: number; last: string | null }> => {
    const { creditorId, after } = call;
    if (after === null) await findLostCases(creditorId);
    const rows = await deps.db.invoice.findMany({
      where: {
        creditorId,
        kind: 'invoice',
        version: { gt: deps.db.invoice.fields.toldVersion },
        ...(after === null ? {} : { id: { gt: after } }),
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
    let failed = 0;
    await tell(deps.db, dispatcher, tellings, new Date(call.at), (id, err) => {
      failed += 1;
      deps.log.error({ id, err }, 'a case could not be told of what has changed: the next minute tries again');
    });
    // Where none of a page could be told it is not for the cases: the next minute begins again.
    return {
      told: rows.length - failed,
      last: rows.length < PAGE || failed === rows.length ? null : (rows.at(-1)?.id ?? null),
    };
  };
};
