import { setTimeout as sleep } from 'node:timers/promises';
import { countBacklog, MOST_WAITING } from '../temporal/backlog.ts';
import { tell } from '../temporal/tell.ts';
import type { ActivityDeps } from './activity-deps.ts';
import { createFindLostCases } from './find-lost-cases.ts';
import { FirstTaskPace } from './first-task-pace.ts';
import { createLookForProvider } from './look-for-provider.ts';

/**
 * How many cases one call of the reconciliation tells; a larger burst of starts would starve the first tasks of these
 * cases.
 */
const PAGE = 100;
/** How long a full page waits for the workers to catch up before it is left to the next minute. */
const PATIENCE_MS = 10_000;
const LOOKS_EVERY_MS = 200;

export interface ReconciliationCall {
  creditorId: string;
  at: string;
  /** Id of the last invoice of the page before; null for the first page. */
  after: string | null;
}

/**
 * Tells one page of the cases whose workflow has not heard of every fact, or does not exist. `last` is null on the last
 * page. Before the first page it looks for cases whose workflow is gone, and for steps that only waited for a provider
 * which is there now. A case that cannot be told is left to the next minute, and the others do not wait for it. A full
 * page is left to the next minute too while the workers are behind.
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
    // When no case of a page could be told, the cases are not the cause: the next minute begins again.
    return {
      told: rows.length - failed,
      last: rows.length < PAGE || failed === rows.length ? null : (rows.at(-1)?.id ?? null),
    };
  };
};

/** Whether more than `MOST_WAITING` workflow tasks still wait for a worker after `patienceMs`. */
async function areWorkersBehind({ dispatcher }: ActivityDeps, patienceMs: number): Promise<boolean> {
  const endMs = performance.now() + patienceMs;
  while ((await countBacklog(dispatcher)) > MOST_WAITING) {
    if (performance.now() >= endMs) return true;
    await sleep(LOOKS_EVERY_MS);
  }
  return false;
}
