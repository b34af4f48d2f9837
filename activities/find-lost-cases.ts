import pTimeout from 'p-timeout';
import { countRunning, runningExecutions } from '../temporal/running-executions.ts';
import type { ActivityDeps } from './activity-deps.ts';

/** How often each worker looks: counting a million executions costs Temporal's store most of a second. */
const EVERY_MS = 10 * 60_000;
/**
 * A younger case may not be visible in Temporal yet. Measured on the machine's clock, which stamps both rows and
 * executions.
 */
const YOUNGEST_MS = 5 * 60_000;
const PAGE = 5_000;

/** How long a caller waits for a search. Among a million cases it takes longer, and goes on in the background. */
const PATIENCE_MS = 20_000;

/**
 * Finds open cases whose workflow is gone (for example after the loss of Temporal's store) and marks them as untold, so
 * that the reconciliation starts them again. Looks when the worker starts, then at most every ten minutes.
 */
export function createFindLostCases(deps: ActivityDeps): (creditorId: string) => Promise<void> {
  const beganAtMs = new Map<string, number>();
  const underWay = new Set<string>();
  const search = async (creditorId: string): Promise<void> => {
    underWay.add(creditorId);
    try {
      const lost = await markLost(deps, creditorId);
      if (lost > 0) deps.log.warn({ creditorId, lost }, 'open cases had no workflow: they are started again');
    } catch (err) {
      // The next call searches again.
      beganAtMs.delete(creditorId);
      deps.log.warn({ creditorId, err }, 'open cases without a workflow could not be looked up');
    } finally {
      underWay.delete(creditorId);
    }
  };
  return async (creditorId) => {
    const nowMs = performance.now();
    if (underWay.has(creditorId) || nowMs - (beganAtMs.get(creditorId) ?? -Infinity) < EVERY_MS) return;
    beganAtMs.set(creditorId, nowMs);
    await pTimeout(search(creditorId), { milliseconds: PATIENCE_MS, fallback: () => undefined });
  };
}

async function markLost({ db, dispatcher }: ActivityDeps, creditorId: string): Promise<number> {
  const { slug } = await db.creditor.findUniqueOrThrow({ where: { id: creditorId } });
  const before = new Date(Date.now() - YOUNGEST_MS);
  const where = {
    creditorId,
    kind: 'invoice',
    closedAs: null,
    toldVersion: { gt: 0 },
    createdAt: { lt: before },
  } as const;
  // Count both with the same age limit: otherwise each young case would hide a lost one.
  const running = await countRunning(dispatcher, 'invoice', slug, before);
  if (running >= (await db.invoice.count({ where }))) return 0;
  const there = await runningExecutions(dispatcher, 'invoice', slug);
  let lost = 0;
  for (let after: string | undefined, isLast = false; !isLast;) {
    const page = await db.invoice.findMany({
      where: { ...where, ...(after === undefined ? {} : { id: { gt: after } }) },
      select: { id: true },
      orderBy: { id: 'asc' },
      take: PAGE,
    });
    const ids = page.map(({ id }) => id).filter((id) => !there.has(id));
    if (ids.length > 0)
      lost += (await db.invoice.updateMany({ where: { id: { in: ids } }, data: { toldVersion: 0 } })).count;
    after = page.at(-1)?.id;
    isLast = page.length < PAGE;
  }
  return lost;
}
