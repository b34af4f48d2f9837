import { stopOf } from '../domain/messages/sending-line.ts';
import { type Tries, type TryOutcome, withinWindow } from '../domain/messages/tries.ts';
import { lineOf, stopLine } from '../facts/messages/sending-lines/sending-line.ts';
import type { Transaction } from '../prisma/client.ts';
import type { ActivityDeps, MessageCall } from './activity-deps.ts';
import { withDetail } from './try-detail.ts';
import { underMessageLock } from './under-lock.ts';

type RecordTryCall = MessageCall & { nextTryAt: string; tries: Tries; outcome?: TryOutcome };

/**
 * Records a try without a final outcome: why, and when the next one comes. A message that was certainly not accepted is
 * no longer with the provider, so a fact recorded now is not too late for it. A cause that would stop every other mail
 * as well stops the line, and then the line decides when the next try comes.
 */
export const createRecordTry =
  (deps: ActivityDeps) =>
  async (call: RecordTryCall): Promise<{ nextTryAt: string }> => {
    const { stopped, nextTryAt } = await underMessageLock(deps, call, (tx) => note(tx, call));
    if (stopped) deps.log.error(stopped, 'SENDING STOPPED: nothing leaves for this creditor until this is fixed');
    return { nextTryAt };
  };

async function note(tx: Transaction, call: RecordTryCall) {
  const { creditorId, messageId, tries } = call;
  const message = await tx.message.findUniqueOrThrow({
    where: { id: messageId },
    select: { status: true, kind: true, test: true, waitDetail: true, handedOverAt: true },
  });
  // This attempt was given up and goes on all the same: the next try is already under way.
  const isOvertaken = message.handedOverAt !== null && message.handedOverAt > new Date(call.at);
  if (isOvertaken || (message.status !== 'sending' && message.status !== 'rendered'))
    return { stopped: null, nextTryAt: call.nextTryAt };
  const outcome = call.outcome && withDetail(call.outcome, message.waitDetail);
  const stop = outcome ? stopOf(outcome) : null;
  const provider = lineOf(message);
  const line =
    stop && provider ? await stopLine(tx, { creditorId, provider, messageId, at: new Date(call.at) }, stop) : null;
  const nextTryAt = line ? withinWindow(tries.unknownSinceAt, line.nextProbeAt.toISOString()) : call.nextTryAt;
  await tx.message.update({
    where: { id: messageId },
    data: {
      status: tries.unknownSinceAt === null ? 'rendered' : 'sending',
      nextTryAt: new Date(nextTryAt),
      unknownSinceAt: tries.unknownSinceAt === null ? null : new Date(tries.unknownSinceAt),
      waitsForLine: line !== null,
      waitCode: outcome ? codeOf(outcome) : null,
      waitDetail: outcome && 'detail' in outcome ? outcome.detail : null,
    },
  });
  const stopped = line?.isNew && stop ? { creditorId, provider, code: stop.code } : null;
  return { stopped, nextTryAt };
}

const codeOf = (outcome: TryOutcome): string => ('code' in outcome ? outcome.code : outcome.kind);
