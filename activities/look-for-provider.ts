import { providerIsBack } from '../facts/creditors/provider-is-back.ts';
import type { ActivityDeps } from './activity-deps.ts';

/** How often each worker looks: the open steps of a creditor may be a million. */
const EVERY_MS = 10 * 60_000;
/** So much at once; more is the next minute's. */
const MOST = 5_000;

/**
 * Has what waits for a person, since no provider was there to send it, leave by itself again where the environment of this worker has that
 * provider: no fact of a case says that it is back. Looks when a worker has begun, and every ten minutes.
 */
export function createLookForProvider({ db, channels, log }: ActivityDeps): (creditorId: string) => Promise<void> {
  const lookedAtMs = new Map<string, number>();
  return async (creditorId) => {
    const nowMs = performance.now();
    if (!channels || nowMs - (lookedAtMs.get(creditorId) ?? -Infinity) < EVERY_MS) return;
    lookedAtMs.set(creditorId, nowMs);
    try {
      const moved = await providerIsBack(db, creditorId, channels.connectors, MOST);
      if (moved > 0) log.info({ creditorId, moved }, 'what waited for want of a provider leaves by itself again');
      if (moved >= MOST) lookedAtMs.delete(creditorId);
    } catch (err) {
      // Looked for again with the next minute: what else is to be told does not wait for it.
      lookedAtMs.delete(creditorId);
      log.warn({ creditorId, err }, 'what waits for want of a provider could not be looked for');
    }
  };
}
