import { activityInfo } from '@temporalio/activity';
import type { CancelReason } from '../domain/messages/cancel-reasons.ts';
import { PROVIDER_PERSON } from '../domain/messages/connectors.ts';
import { isOpenState } from '../domain/messages/open-states.ts';
import { withinWindow } from '../domain/messages/tries.ts';
import {
  changeSinceRendered,
  loadMessageToHandOver,
  type MessageToHandOver,
  whyOutdated,
} from '../facts/messages/message-changes.ts';
import { claimProbe, lineOf } from '../facts/messages/sending-line.ts';
import { isRunStopped } from '../facts/runs/stopped-run.ts';
import type { Transaction } from '../prisma/client.ts';
import type { ActivityDeps, MessageCall } from './activity-deps.ts';
import { afterCancelling, cancelAndRemake } from './cancel-and-remake.ts';
import { providerNameOf } from './provider-of.ts';
import { underMessageLock } from './under-lock.ts';

export type HandedOver =
  /** `paced`: by the provider's own task queue. `probe`: the line is stopped, and this one try finds out whether it still is. */
  | { kind: 'go'; paced?: boolean; probe?: boolean }
  /** `status`: it was settled meanwhile, by the provider's event or a person. */
  | { kind: 'cancelled'; status?: string }
  | { kind: 'ambiguous' }
  /** It waited so long for Postgres or a worker that its instant is over: to be asked again with a fresh one. */
  | { kind: 'late' }
  /** The line is stopped, and another message probes it. */
  | { kind: 'waits'; untilAt: string; code: string };

/** How long a message waits for a stopped line unless it is told earlier that it has opened. */
const LONGEST_WAIT_MS = 6 * 3_600_000;

/** An instant older than this is over. Well above what a burst has to wait for a worker. */
const LATE_MS = 15 * 60_000;

/** `mayBeLate`: who calls asks again with a fresh instant. */
type HandOverCall = MessageCall & { unknown: boolean; mayBeLate?: boolean };
type Judged = Extract<HandedOver, { kind: 'go' | 'waits' | 'late' }> | { kind: 'settled'; status: string } | Changed;
type Changed =
  | { kind: 'changed'; reason: CancelReason; unknown: boolean }
  /** No more than in doubt, and so never cancelled. */
  | { kind: 'changed'; reason: 'another_provider'; unknown: true };

/**
 * Before every try, in one transaction under the lock: a fact recorded before its commit wins, the answer to one recorded
 * after it names the message. Something changed and no try is unknown: the message is cancelled, and what is still due
 * becomes a new one. Something changed and an earlier try is unknown: no further try.
 */
export const createHandOver =
  (deps: ActivityDeps) =>
  async (call: HandOverCall): Promise<HandedOver> => {
    const { judged, cancelled } = await underMessageLock(deps, call, async (tx, context) => {
      const found = await judge(deps, tx, call);
      // In one transaction: a later attempt may judge otherwise, and hand over, before this one goes on.
      const isOver = found.kind === 'changed' && !found.unknown;
      return {
        judged: found,
        cancelled: isOver ? await cancelAndRemake(tx, context, call.messageId, found.reason) : null,
      };
    });
    if (judged.kind === 'settled') return { kind: 'cancelled', status: judged.status };
    if (judged.kind !== 'changed') return judged;
    if (!cancelled) return { kind: 'ambiguous' };
    await afterCancelling(deps, call, cancelled);
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
  const changed = await changeSinceRendered(tx, message);
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
 * Whether so long has passed since this hand-over was asked for, on the machine's clock. Under the demonstration's it was asked
 * for ahead of that; then the time between its attempts tells.
 */
function isLate(): boolean {
  const { scheduledTimestampMs, currentAttemptScheduledTimestampMs } = activityInfo();
  return Math.max(Date.now(), currentAttemptScheduledTimestampMs) - scheduledTimestampMs > LATE_MS;
}

/** Whether a later attempt, or a later hand-over, has been committed: this one was given up, and nobody hears its answer. */
function isOvertaken({ handedOverAt, handOverAttempt }: MessageToHandOver, at: Date, attempt: number): boolean {
  if (handedOverAt === null || handedOverAt < at) return false;
  return handedOverAt > at || (handOverAttempt ?? 0) > attempt;
}

/** An attempt of this hand-over was committed and its answer lost: nothing was tried, and so nothing is in doubt. */
async function undoHandOver(tx: Transaction, message: MessageToHandOver, at: Date): Promise<void> {
  if (message.status !== 'sending' || message.handedOverAt?.getTime() !== at.getTime()) return;
  const back = message.unknownSinceAt === null ? ({ status: 'rendered', handedOverAt: null } as const) : {};
  await tx.message.update({ where: { id: message.id }, data: { ...back, tries: { decrement: 1 } } });
}

/** It was handed over before, at another instant, and nobody recorded what came of it: as after the loss of Temporal's store. */
function unrecordedTryAt({ status, handedOverAt }: MessageToHandOver, at: Date): Date | null {
  return status === 'sending' && handedOverAt?.getTime() !== at.getTime() ? handedOverAt : null;
}

/**
 * Whether another provider than today's has it in doubt: neither the key of the first try nor its sendings are known to this one.
 * Where none is set any more nothing leaves, and it may be that of before again.
 */
function isWithAnother({ provider }: MessageToHandOver, today: string | null): boolean {
  return provider !== null && today !== null && provider !== today;
}

type Line = MessageToHandOver['customer']['creditor']['sendingLines'][number];

/** Of what is unknown only the same key within the provider's window tells: it is among the first to probe. */
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
