import { senderState } from '../../facts/messages/sending-lines/sender-state.ts';
import { type Check, check, PATIENCE_MS } from '../../metrics/check.ts';
import { pendingMigrations } from '../../prisma/migrate.ts';
import type { AppContext } from './endpoint.ts';

export interface Readiness {
  ready: boolean;
  /** Whether facts can be stored and read, with or without Temporal. A load balancer should ask for this (`?of=database`). */
  canStore: boolean;
  checks: Record<string, Check>;
}

/** How long a result is reused. Asking needs no key, so Postgres and Temporal are asked at most about once a second. */
const FRESH_MS = 1_000;

/** Returns a function that checks the readiness; calls made meanwhile and within the next second share the result. */
export function createReadiness(app: AppContext): () => Promise<Readiness> {
  let last: { reading: Promise<Readiness>; until: number } | null = null;
  return () => {
    if (last && performance.now() < last.until) return last.reading;
    const now = { reading: readiness(app), until: Infinity };
    void now.reading.finally(() => {
      now.until = performance.now() + FRESH_MS;
    });
    last = now;
    return now.reading;
  };
}

/**
 * Whether requests can be served now, with one named check for each dependency. `sending` says what stops mails from
 * leaving; requests are served all the same. Never rejects.
 */
async function readiness(app: AppContext): Promise<Readiness> {
  const { client } = app.dispatcher;
  const [database, temporal, migrations, sending] = await Promise.all([
    check(() => app.db.$queryRaw`SELECT 1`, 'does not answer'),
    check(
      () => client.withDeadline(Date.now() + PATIENCE_MS, () => client.workflowService.getSystemInfo({})),
      'does not answer',
    ),
    checkMigrations(app),
    checkSending(app),
  ]);
  const canStore = database.ok && migrations.ok;
  return { ready: canStore && temporal.ok, canStore, checks: { database, temporal, migrations, sending } };
}

/** Callers without a key may read this, so it shows codes and numbers, not which customers they concern. */
async function checkSending(app: AppContext): Promise<Check> {
  let stopped: string[] = [];
  const reached = await check(async () => {
    const lines = await senderState(app.db);
    stopped = lines.map(
      ({ provider, code, stoppedAt, waiting }) =>
        `${provider} stopped since ${stoppedAt.toISOString()}: ${code}, ${waiting} messages wait`,
    );
  }, 'cannot be read: the database does not answer');
  return stopped.length > 0 ? { ok: false, detail: stopped.join('; ') } : reached;
}

async function checkMigrations(app: AppContext): Promise<Check> {
  let pending: string[] = [];
  const reached = await check(async () => {
    pending = await pendingMigrations(app.db);
  }, 'cannot be read: the database does not answer');
  if (!reached.ok || pending.length === 0) return reached;
  return { ok: false, detail: `pending: ${pending.join(', ')}; run npm run migrate` };
}
