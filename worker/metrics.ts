import type { Client } from '@temporalio/client';
import type { Worker } from '@temporalio/worker';
import pTimeout from 'p-timeout';
import { collectDefaultMetrics, Registry } from 'prom-client';
import type { Activities } from '../activities/create-activities.ts';
import { check, PATIENCE_MS } from '../metrics/check.ts';
import { createGauges } from '../metrics/gauges.ts';
import type { Database } from '../prisma/client.ts';
import { countActivities, createCounters } from './counters.ts';
import type { Watched } from './watch-server.ts';

interface Parts {
  db: Database;
  client: Client;
  activities: Activities;
  /** Address at which the Temporal SDK serves its own metrics; null when it does not. */
  sdkAddress: string | null;
}

/**
 * Metrics of a worker (the state of the business, what this process did, those of the Temporal SDK and of Node) and its
 * readiness checks. `activities` are the given ones, with counting.
 */
export function createWorkerMetrics({ db, client, activities, sdkAddress }: Parts) {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const gauges = createGauges(registry, db, async () => new Date(await activities.productNow()));
  const counted = countActivities(activities, createCounters(registry), slugsOf(db));
  const metrics: Watched['metrics'] = async () => {
    await gauges.refresh();
    const [own, sdk] = await Promise.all([registry.metrics(), sdkFigures(sdkAddress)]);
    return { text: `${own}\n${sdk}`, contentType: registry.contentType };
  };
  const checks = async (workers: readonly Worker[]) => {
    const [database, temporal] = await Promise.all([
      check(() => db.$queryRaw`SELECT 1`, 'does not answer'),
      check(
        () => client.withDeadline(Date.now() + PATIENCE_MS, () => client.workflowService.getSystemInfo({})),
        'does not answer',
      ),
    ]);
    const states = [...new Set(workers.map((worker) => worker.getState()))];
    const isRunning = states.length === 1 && states[0] === 'RUNNING';
    return { database, temporal, worker: { ok: isRunning, detail: isRunning ? 'ok' : `is ${states.join(', ')}` } };
  };
  return { activities: counted, metrics, checks };
}

/** Looks up slugs and caches them, because a creditor's slug never changes. */
function slugsOf(db: Database): (creditorId: string) => Promise<string> {
  const known = new Map<string, string>();
  return async (id) => {
    const slug = known.get(id) ?? (await db.creditor.findUnique({ where: { id }, select: { slug: true } }))?.slug;
    if (slug !== undefined) known.set(id, slug);
    return slug ?? 'unknown';
  };
}

async function sdkFigures(address: string | null): Promise<string> {
  if (address === null) return '';
  try {
    const response = await pTimeout(fetch(`http://${address}/metrics`), { milliseconds: PATIENCE_MS });
    return await response.text();
  } catch {
    return '';
  }
}
