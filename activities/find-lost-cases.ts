import { countRunning, runningExecutions } from '../temporal/running-executions.ts';
import type { ActivityDeps } from './activity-deps.ts';

/** How often each worker looks: counting a million executions costs Temporal's store most of a second. */
const EVERY_MS = 10 * 60_000;
/** A case younger than this may not be visible yet. On the machine's clock, as rows and executions are stamped. */
const YOUNGEST_MS = 5 * 60_000;
const PAGE = 5_000;

/**
 * Finds the open cases whose workflow is gone, as after the loss of Temporal's store, and counts them as untold, so that they
 * are started anew with whatever else is to be told. Looks when a worker has begun, and every ten minutes.
 */
export function createFindLostCases(deps: ActivityDeps): (creditorId: string) => Promise<void> {
  const lookedAtMs = new Map<string, number>();
  return async (creditorId) => {
    const nowMs = performance.now();
    if (nowMs - (lookedAtMs.get(creditorId) ?? -Infinity) < EVERY_MS) return;
    const lost = await markLost(deps, creditorId);
    lookedAtMs.set(creditorId, nowMs);
    if (lost > 0) deps.log.warn({ creditorId, lost }, 'open cases had no workflow: they are started anew');
  };
}

async function markLost({ db, dispatcher }: ActivityDeps, creditorId: string): Promise<number> {
  const { slug } = await db.creditor.findUniqueOrThrow({ where: { id: creditorId } });
  const where = {
    creditorId,
    kind: 'invoice',
    closedAs: null,
    toldVersion: { gt: 0 },
    createdAt: { lt: new Date(Date.now() - YOUNGEST_MS) },
  } as const;
  if ((await countRunning(dispatcher, 'invoice', slug)) >= (await db.invoice.count({ where }))) return 0;
  const running = await runningExecutions(dispatcher, 'invoice', slug);
  let lost = 0;
  for (let after: string | undefined, isLast = false; !isLast;) {
    const page = await db.invoice.findMany({
      where: { ...where, ...(after === undefined ? {} : { id: { gt: after } }) },
      select: { id: true },
      orderBy: { id: 'asc' },
      take: PAGE,
    });
    const ids = page.map(({ id }) => id).filter((id) => !running.has(id));
    if (ids.length > 0)
      lost += (await db.invoice.updateMany({ where: { id: { in: ids } }, data: { toldVersion: 0 } })).count;
    after = page.at(-1)?.id;
    isLast = page.length < PAGE;
  }
  return lost;
}
