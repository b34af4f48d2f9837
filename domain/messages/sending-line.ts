import type { TryOutcome } from './tries.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** A wrong key or an unverified domain is looked at again this often: whoever mends it is watching. */
const SOON_MS = 5 * MINUTE_MS;
/** After two hours of that nobody is. */
const PATIENT_PROBES = 24;
const LATER_MS = 15 * MINUTE_MS;

/** What stops every mail of a creditor, not this one alone. */
export interface LineStop {
  kind: 'misconfigured' | 'quota';
  code: string;
  detail: string;
  /** The provider's own word; null when it gave none. */
  retryAfterMs: number | null;
}

const QUOTA_CODES = ['daily_quota_exceeded', 'monthly_quota_exceeded'];

/** Whether a try's outcome says that no other mail would be taken either: a wrong setting, or a quota used up. */
export function stopOf(outcome: TryOutcome): LineStop | null {
  if (outcome.kind === 'misconfigured') {
    return { kind: 'misconfigured', code: outcome.code, detail: outcome.detail, retryAfterMs: null };
  }
  if (outcome.kind !== 'not_accepted' || !QUOTA_CODES.includes(outcome.code)) return null;
  return { kind: 'quota', code: outcome.code, detail: outcome.detail, retryAfterMs: outcome.retryAfterMs };
}

/**
 * When one message tries the stopped line again, `probes` having failed before. A quota opens when the provider says,
 * within a day since somebody may buy a larger one; where it says nothing, one mail an hour finds out.
 */
export function nextProbeAt(stop: LineStop, probes: number, nowAt: Date): Date {
  return new Date(nowAt.getTime() + pauseMs(stop, probes));
}

function pauseMs({ kind, retryAfterMs }: LineStop, probes: number): number {
  if (kind === 'misconfigured') return probes < PATIENT_PROBES ? SOON_MS : LATER_MS;
  return retryAfterMs === null ? HOUR_MS : Math.min(Math.max(retryAfterMs, MINUTE_MS), DAY_MS);
}
