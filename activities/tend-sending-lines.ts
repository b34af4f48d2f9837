import { waitingForLine } from '../facts/messages/sending-lines/sending-line.ts';
import { tellLineMoved } from '../temporal/tell-line.ts';
import type { ActivityDeps } from './activity-deps.ts';
import { eachAbreast } from './each-abreast.ts';

/** How many messages one call wakes; the next minute's reconciliation wakes more. */
const MOST_WOKEN = 2_000;
/** How long a probe may be overdue before another message takes its place. */
const GRACE_MS = 30_000;

/**
 * Wakes the messages that wait for a line which has opened. When a line is still stopped and its probe is overdue,
 * because the probing message is gone (paid, for example), wakes one other message to probe.
 */
export const createTendSendingLines =
  (deps: ActivityDeps) =>
  async (call: { creditorId: string; at: string }): Promise<void> => {
    const { creditorId } = call;
    const at = new Date(call.at);
    const lines = await deps.db.sendingLine.findMany({ where: { creditorId }, include: { creditor: true } });
    for (const { provider, stoppedAt, nextProbeAt, creditor } of lines) {
      const isOverdue = nextProbeAt !== null && nextProbeAt.getTime() + GRACE_MS < at.getTime();
      if (stoppedAt && !isOverdue) continue;
      const waiting = await deps.db.message.findMany({
        where: waitingForLine(creditorId, provider),
        select: { id: true },
        orderBy: { id: 'asc' },
        take: stoppedAt ? 1 : MOST_WOKEN,
      });
      await eachAbreast(waiting, ({ id }) => tellLineMoved(deps.dispatcher, creditor.slug, id));
    }
  };
