import { setTimeout as sleep } from 'node:timers/promises';
import { countBacklog, MOST_WAITING } from '../temporal/backlog.ts';
import { tell } from '../temporal/tell.ts';
import type { ActivityDeps } from './activity-deps.ts';
import { createFindLostCases } from './find-lost-cases.ts';
import { FirstTaskPace } from './first-task-pace.ts';
import { createLookForProvider } from './look-for-provider.ts';

/** How many cases one call of the reconciliation tells; what starts in one go must not starve their first tasks. */
const PAGE = 100;
/** How long a full page waits for the workers to catch up before it is the next minute's. */
const PATIENCE_MS = 10_000;
const LOOKS_EVERY_MS = 200;

export interface ReconciliationCall {
  creditorId: string;
  at: string;
  /** The last invoice of the page before; null: from the start. */
  after: string | null;
}

/**
 * Tells a page of the cases whose workflow has not heard everything, or does not exist. `last` is null on the last page. Before
 * the first page it looks for cases whose workflow is gone, and for what waits for want of a provider that is there. A case that cannot be told is the next minute's again: whatever
 * else waits does not wait for it. So is a full page while the workers are behind, whoever keeps them busy.
 */
export const createTellUntold = (
  deps: ActivityDeps,
  pace = new FirstTaskPace(deps.firstTasksPerSecond),
  patienceMs = PATIENCE_MS,
) => {
  const findLostCases = createFindLostCases(deps);
  const lookForProvider = createLookForProvider(deps);
  const dispatcher = { ...deps.dispatcher, startDelayMs: () => pace.nextDelayMs() };
  return async (call: ReconciliationCall): Promise<{ told: number; last: string | null }> => {
    const { creditorId, after } = call;
    if (after === null) {
      await findLostCases(creditorId);
      await lookForProvider(creditorId);
    }
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
    if (rows.length === PAGE && (await areWorkersBehind(deps, patienceMs))) return { told: 0, last: null };
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

/** Whether more workflow tasks than `MOST_WAITING` still wait for a worker when patience ends. */
async function areWorkersBehind({ dispatcher }: ActivityDeps, patienceMs: number): Promise<boolean> {
  const endMs = performance.now() + patienceMs;
  while ((await countBacklog(dispatcher)) > MOST_WAITING) {
    if (performance.now() >= endMs) return true;
    await sleep(LOOKS_EVERY_MS);
  }
  return false;
}
