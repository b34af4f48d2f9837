import { providerIsBack } from '../facts/creditors/provider-is-back.ts';
import type { ActivityDeps } from './activity-deps.ts';

/** How often each worker looks: a creditor may have a million open steps. */
const EVERY_MS = 10 * 60_000;
/** The most steps moved in one call; the rest follows in the next minute. */
const MOST = 5_000;

/**
 * Some steps wait for a person only because no provider could send them. When this worker's environment has that
 * provider, they leave by themselves again; nothing else would tell their cases that it is back. Looks when the worker
 * starts, then at most every ten minutes.
 */
export function createLookForProvider({ db, channels, log }: ActivityDeps): (creditorId: string) => Promise<void> {
  const lookedAtMs = new Map<string, number>();
  return async (creditorId) => {
    const nowMs = performance.now();
    if (!channels || nowMs - (lookedAtMs.get(creditorId) ?? -Infinity) < EVERY_MS) return;
    lookedAtMs.set(creditorId, nowMs);
    try {
      const moved = await providerIsBack(db, creditorId, channels.connectors, MOST);
      if (moved > 0) log.info({ creditorId, moved }, 'steps that waited for a provider leave by themselves again');
      if (moved >= MOST) lookedAtMs.delete(creditorId);
    } catch (err) {
      // The next minute looks again, and the cases that have to be told meanwhile do not wait for this.
      lookedAtMs.delete(creditorId);
      log.warn({ creditorId, err }, 'steps that wait for a provider could not be looked up');
    }
  };
}
