import type { TryOutcome } from './tries.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** After a wrong key or an unverified domain, a probe is sent this often: somebody is fixing it and watching. */
const SOON_MS = 5 * MINUTE_MS;
/** After two hours of such probes nobody is watching any more, and they come less often. */
const PATIENT_PROBES = 24;
const LATER_MS = 15 * MINUTE_MS;

/** A cause that stops every mail of a creditor, not only this one. */
export interface LineStop {
  kind: 'misconfigured' | 'quota';
  code: string;
  detail: string;
  /** The delay that the provider gave; null when it gave none. */
  retryAfterMs: number | null;
}

const QUOTA_CODES = ['daily_quota_exceeded', 'monthly_quota_exceeded'];

/**
 * Whether a try's outcome means that no other mail would be accepted either: a wrong setting, or a used-up quota. Null
 * when not.
 */
export function stopOf(outcome: TryOutcome): LineStop | null {
  if (outcome.kind === 'misconfigured') {
    return { kind: 'misconfigured', code: outcome.code, detail: outcome.detail, retryAfterMs: null };
  }
  if (outcome.kind !== 'not_accepted' || !QUOTA_CODES.includes(outcome.code)) return null;
  return { kind: 'quota', code: outcome.code, detail: outcome.detail, retryAfterMs: outcome.retryAfterMs };
}

/**
 * When one message tries the stopped line again; `probes` tries have failed before. After a used-up quota: when the
 * provider says, but within a day, because somebody may buy a larger one. When the provider says nothing, one mail an
 * hour finds out.
 */
export function nextProbeAt(stop: LineStop, probes: number, nowAt: Date): Date {
  return new Date(nowAt.getTime() + pauseMs(stop, probes));
}

function pauseMs({ kind, retryAfterMs }: LineStop, probes: number): number {
  if (kind === 'misconfigured') return probes < PATIENT_PROBES ? SOON_MS : LATER_MS;
  return retryAfterMs === null ? HOUR_MS : Math.min(Math.max(retryAfterMs, MINUTE_MS), DAY_MS);
}
