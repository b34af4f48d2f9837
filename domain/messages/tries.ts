import type { AttentionCode } from '../case/attention-codes.ts';
import type { ProviderOutcome } from './provider-outcome.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/**
 * The provider keeps idempotency keys for 24 h; an hour before that, a message with an unknown outcome is no longer
 * tried.
 */
const UNKNOWN_WINDOW_MS = 23 * HOUR_MS;

/**
 * How long the try of a letter may take from its start: well below the minute after which Temporal gives it up and the
 * next try begins. Some providers do not know our key, so two tries at once could each submit a letter.
 */
export const LETTER_TRY_MS = 45 * SECOND_MS;

const PAUSES_MS = [
  10 * SECOND_MS,
  30 * SECOND_MS,
  MINUTE_MS,
  2 * MINUTE_MS,
  5 * MINUTE_MS,
  15 * MINUTE_MS,
  30 * MINUTE_MS,
];
/**
 * Content that our own rows do not give for this long will never be read. Nothing left meanwhile, so the message may be
 * called failed.
 */
const UNREADABLE_WINDOW_MS = UNKNOWN_WINDOW_MS;
const UNREADABLE: { code: AttentionCode; detail: string } = {
  code: 'unreadable',
  detail: 'son contenu n’a pas pu être lu\u00a0; prévenez l’exploitant, puis renvoyez-le.',
};
const LONGEST_PAUSE_MS = HOUR_MS;
/** The pause when the line does not decide the next try (see sending-line.ts). */
const MISCONFIGURED_PAUSE_MS = 5 * MINUTE_MS;

/**
 * The outcome of one try. `not_tried`: no worker took it up. `unreadable`: it was not tried either, because what is to
 * be sent could not be read.
 */
export type TryOutcome =
  | ProviderOutcome
  | { kind: 'not_tried'; detail: string }
  | { kind: 'unreadable'; detail: string };

export interface Tries {
  count: number;
  /** The first try whose outcome is not known. */
  unknownSinceAt: string | null;
  /**
   * The first of consecutive tries for which the content could not be read. A restarted workflow counts from the start.
   */
  unreadableSinceAt?: string;
}

/**
 * The tries of a message as its row records them, for a workflow that is started again: a message that was handed over
 * and has no recorded outcome may have been accepted.
 */
export function triesSoFar(row: {
  status: string;
  tries: number;
  handedOverAt: Date | null;
  unknownSinceAt: Date | null;
}): Tries {
  const since = row.status === 'sending' ? (row.unknownSinceAt ?? row.handedOverAt) : null;
  return { count: row.tries, unknownSinceAt: since?.toISOString() ?? null };
}

export type AfterTry =
  | { kind: 'sent'; reference: string }
  | { kind: 'failed'; code: string; detail: string }
  | { kind: 'ambiguous' }
  | { kind: 'again'; nextTryAt: string; tries: Tries };

/**
 * What follows a try that began at `nowAt`. An unknown outcome stays unknown and never counts as failed: the message is
 * tried again with the same key and bytes, and 23 h after the first unknown try it is `ambiguous` and waits for the
 * provider or a person. A refusal after an unknown try says nothing about that earlier one, so the message is ambiguous
 * too. A message that could not be read for 23 h has failed: the provider was not asked.
 */
export function afterTry(tries: Tries, outcome: TryOutcome, nowAt: string): AfterTry {
  if (outcome.kind === 'accepted') return { kind: 'sent', reference: outcome.reference };
  const unknownSinceAt = tries.unknownSinceAt ?? (outcome.kind === 'unknown' ? nowAt : null);
  if (outcome.kind === 'refused') {
    // The key was used before with other bytes: nobody knows which were accepted.
    return unknownSinceAt === null && outcome.code !== 'invalid_idempotent_request'
      ? { kind: 'failed', code: outcome.code, detail: outcome.detail }
      : { kind: 'ambiguous' };
  }
  const unreadableSinceAt = outcome.kind === 'unreadable' ? (tries.unreadableSinceAt ?? nowAt) : null;
  const next = { count: tries.count + 1, unknownSinceAt, ...(unreadableSinceAt && { unreadableSinceAt }) };
  const nextTryMs = Date.parse(nowAt) + pauseMs(tries.count, outcome);
  if (isPastTrying(next, nowAt)) return { kind: 'ambiguous' };
  if (unknownSinceAt === null && isPastReading(next, nowAt)) return { kind: 'failed', ...UNREADABLE };
  return { kind: 'again', nextTryAt: withinWindow(unknownSinceAt, new Date(nextTryMs).toISOString()), tries: next };
}

/** Returns `at`, or the end of the time in which an unknown try may be repeated, whichever comes first. */
export function withinWindow(unknownSinceAt: string | null, at: string): string {
  if (unknownSinceAt === null) return at;
  return new Date(Math.min(Date.parse(at), Date.parse(unknownSinceAt) + UNKNOWN_WINDOW_MS)).toISOString();
}

/** Whether a message with an unknown try may no longer be tried at `nowAt`. */
export function isPastTrying(tries: Tries, nowAt: string): boolean {
  return tries.unknownSinceAt !== null && Date.parse(nowAt) >= Date.parse(tries.unknownSinceAt) + UNKNOWN_WINDOW_MS;
}

function isPastReading({ unreadableSinceAt }: Tries, nowAt: string): boolean {
  return unreadableSinceAt !== undefined && Date.parse(nowAt) >= Date.parse(unreadableSinceAt) + UNREADABLE_WINDOW_MS;
}

function pauseMs(count: number, outcome: TryOutcome): number {
  if (outcome.kind === 'misconfigured') return MISCONFIGURED_PAUSE_MS;
  if (outcome.kind === 'not_tried') return PAUSES_MS[0]!;
  const own = PAUSES_MS[count] ?? LONGEST_PAUSE_MS;
  return outcome.kind === 'not_accepted' && outcome.retryAfterMs !== null ? Math.max(own, outcome.retryAfterMs) : own;
}
