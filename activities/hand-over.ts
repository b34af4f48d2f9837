import { activityInfo } from '@temporalio/activity';
import type { CancelReason } from '../domain/messages/cancel-reasons.ts';
import { PROVIDER_PERSON } from '../domain/messages/connectors.ts';
import { isOpenState } from '../domain/messages/open-states.ts';
import { withinWindow } from '../domain/messages/tries.ts';
import {
  changeSinceMade,
  loadMessageToHandOver,
  type MessageToHandOver,
  whyOutdated,
} from '../facts/messages/before-leaving/message-changes.ts';
import { claimProbe, lineOf } from '../facts/messages/sending-lines/sending-line.ts';
import { isRunStopped } from '../facts/runs/stopped-run.ts';
import type { Transaction } from '../prisma/client.ts';
import { carryOut } from '../temporal/carry-out.ts';
import type { ActivityDeps, MessageCall } from './activity-deps.ts';
import { cancelAndRemake } from './cancel-and-remake.ts';
import { providerNameOf } from './provider-of.ts';
import { underMessageLock } from './under-lock.ts';

export type HandedOver =
  /**
   * `paced`: the try runs on the provider's own task queue. `probe`: the line is stopped, and this try finds out
   * whether it still is.
   */
  | { kind: 'go'; paced?: boolean; probe?: boolean }
  /** `status`: set when the message was settled meanwhile, by a provider's event or a person. */
  | { kind: 'cancelled'; status?: string }
  | { kind: 'ambiguous' }
  /**
   * The hand-over waited so long for Postgres or a worker that its instant is no longer valid: the caller asks again
   * with a fresh one.
   */
  | { kind: 'late' }
  /** The line is stopped, and another message probes it. */
  | { kind: 'waits'; untilAt: string; code: string };

/** The longest that a message waits for a stopped line when nobody signals that the line has opened. */
const LONGEST_WAIT_MS = 6 * 3_600_000;

/** An older instant is no longer valid. Well above the time that a message of a burst waits for a worker. */
const LATE_MS = 15 * 60_000;

/** `mayBeLate`: the caller asks again with a fresh instant when the answer is `late`. */
type HandOverCall = MessageCall & { unknown: boolean; mayBeLate?: boolean };
type Judged = Extract<HandedOver, { kind: 'go' | 'waits' | 'late' }> | { kind: 'settled'; status: string } | Changed;
type Changed =
  | { kind: 'changed'; reason: CancelReason; unknown: boolean }
  /** Only ever in doubt, so never cancelled. */
  | { kind: 'changed'; reason: 'another_provider'; unknown: true };

/**
 * Runs before every try, in one transaction under the lock: a fact committed before this commit wins, and the answer to
 * a fact recorded after it names the message. If something changed and no try is unknown, the message is cancelled and
 * what is still due becomes a new one. If something changed and an earlier try is unknown, there is no further try.
 */
export const createHandOver =
  (deps: ActivityDeps) =>
  async (call: HandOverCall): Promise<HandedOver> => {
    const { judged, cancelled } = await underMessageLock(deps, call, async (tx, context) => {
      const found = await judge(deps, tx, call);
      // Judged and cancelled in one transaction: otherwise a later attempt could judge differently, and hand over, in
      // between.
      const isOver = found.kind === 'changed' && !found.unknown;
      return {
        judged: found,
        cancelled: isOver ? await cancelAndRemake(tx, context, call.messageId, found.reason) : null,
      };
    });
    if (judged.kind === 'settled') return { kind: 'cancelled', status: judged.status };
    if (judged.kind !== 'changed') return judged;
    if (!cancelled) return { kind: 'ambiguous' };
    await carryOut(deps, cancelled, new Date(call.at));
    return { kind: 'cancelled' };
  };

async function judge(deps: ActivityDeps, tx: Transaction, call: HandOverCall): Promise<Judged> {
  const at = new Date(call.at);
  const message = await loadMessageToHandOver(tx, call.messageId);
  if (!isOpenState(message.status)) return { kind: 'settled', status: message.status };
  const { attempt } = activityInfo();
  const late = call.mayBeLate === true && isLate();
  if (isOvertaken(message, at, attempt)) {
    if (!late) throw new Error('a later attempt has handed this message over');
    return { kind: 'late' };
  }
  if (late) {
    await undoHandOver(tx, message, at);
    return { kind: 'late' };
  }
  const unknownSinceAt = message.unknownSinceAt ?? unrecordedTryAt(message, at);
  const unknown = call.unknown || unknownSinceAt !== null;
  const today = providerNameOf(deps, message);
  if (unknown && isWithAnother(message, today)) return { kind: 'changed', reason: 'another_provider', unknown };
  if (message.runId !== null && (await isRunStopped(tx, message.runId)))
    return { kind: 'changed', reason: 'run_stopped', unknown };
  const changed = await changeSinceMade(tx, message);
  if (changed) return { kind: 'changed', reason: changed, unknown };
  const outdated = unknown ? null : await whyOutdated(tx, message, at);
  if (outdated) return { kind: 'changed', reason: outdated, unknown };
  const line = message.customer.creditor.sendingLines.find(({ provider }) => provider === lineOf(message));
  const isStopped = Boolean(line?.stoppedAt);
  if (line && isStopped && !(await claimProbe(tx, line, message.id, at))) return waitForLine(tx, message, line, at);
  await tx.$executeRaw`
    UPDATE messages SET status = 'sending', "handedOverAt" = ${at.toISOString()}::timestamptz, "handOverAttempt" = ${attempt},
      "unknownSinceAt" = ${unknownSinceAt?.toISOString() ?? null}::timestamptz, "nextTryAt" = NULL, "waitsForLine" = false,
      "firstTriedAt" = COALESCE("firstTriedAt", ${new Date().toISOString()}::timestamptz), tries = tries + 1,
      provider = ${(unknown && message.provider) || (today ?? lineOf(message) ?? PROVIDER_PERSON)}
    WHERE id = ${call.messageId}::uuid`;
  return { kind: 'go', paced: lineOf(message) === 'resend', ...(isStopped ? { probe: true } : {}) };
}

/**
 * Whether more than `LATE_MS` has passed since this hand-over was scheduled, on the machine's clock. With the
 * demonstration's clock it may be scheduled ahead of the machine's time; then the time between its attempts counts.
 */
function isLate(): boolean {
  const { scheduledTimestampMs, currentAttemptScheduledTimestampMs } = activityInfo();
  return Math.max(Date.now(), currentAttemptScheduledTimestampMs) - scheduledTimestampMs > LATE_MS;
}

/**
 * Whether a later attempt or a later hand-over has been committed. Then this attempt was given up, and its result
 * reaches nobody.
 */
function isOvertaken({ handedOverAt, handOverAttempt }: MessageToHandOver, at: Date, attempt: number): boolean {
  if (handedOverAt === null || handedOverAt < at) return false;
  return handedOverAt > at || (handOverAttempt ?? 0) > attempt;
}

/**
 * An earlier attempt of this hand-over was committed and its answer was lost. Nothing was tried after it, so nothing is
 * in doubt.
 */
async function undoHandOver(tx: Transaction, message: MessageToHandOver, at: Date): Promise<void> {
  if (message.status !== 'sending' || message.handedOverAt?.getTime() !== at.getTime()) return;
  const back = message.unknownSinceAt === null ? ({ status: 'rendered', handedOverAt: null } as const) : {};
  await tx.message.update({ where: { id: message.id }, data: { ...back, tries: { decrement: 1 } } });
}

/**
 * Returns the instant of an earlier hand-over whose outcome nobody recorded (for example after the loss of Temporal's
 * store), else null.
 */
function unrecordedTryAt({ status, handedOverAt }: MessageToHandOver, at: Date): Date | null {
  return status === 'sending' && handedOverAt?.getTime() !== at.getTime() ? handedOverAt : null;
}

/**
 * Whether the try in doubt was made with another provider than today's, which knows neither the key of that try nor the
 * other's messages. Without a provider today the answer is no: nothing leaves, and the earlier provider may be
 * configured again.
 */
function isWithAnother({ provider }: MessageToHandOver, today: string | null): boolean {
  return provider !== null && today !== null && provider !== today;
}

type Line = MessageToHandOver['customer']['creditor']['sendingLines'][number];

/**
 * A message with an unknown try can only be cleared up by the same key within the provider's window, so it is among the
 * first to probe the line.
 */
async function waitForLine(tx: Transaction, message: MessageToHandOver, line: Line, at: Date) {
  const { unknownSinceAt } = message;
  const longest = new Date(at.getTime() + LONGEST_WAIT_MS).toISOString();
  const probeAt = line.nextProbeAt?.toISOString() ?? longest;
  const untilAt =
    unknownSinceAt === null
      ? longest
      : withinWindow(unknownSinceAt.toISOString(), probeAt < longest ? probeAt : longest);
  const why = { waitCode: line.code, waitDetail: line.detail };
  await tx.message.update({
    where: { id: message.id },
    data: { nextTryAt: new Date(untilAt), waitsForLine: true, ...why },
  });
  return { kind: 'waits' as const, untilAt, code: line.code ?? 'stopped' };
}
