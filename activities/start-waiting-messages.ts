import { runningMessages } from '../temporal/running-messages.ts';
import { startMessage } from '../temporal/start-message.ts';
import type { ActivityDeps } from './activity-deps.ts';
import { eachAbreast } from './each-abreast.ts';

/** More than these, and Temporal is asked first which of them run. */
const FEW = 50;

/**
 * Starts the workflow of every message whose outcome is open and that has none: Temporal was away when it was reserved, or
 * has lost its store. Of one that runs it changes nothing. A letter that waits for whoever posts it has none.
 */
export const createStartWaitingMessages =
  (deps: ActivityDeps) =>
  async (call: { creditorId: string; at: string }): Promise<void> => {
    const { creditorId } = call;
    const at = new Date(call.at);
    const open = await deps.db.message.findMany({
      where: {
        creditorId,
        reservedAt: { lte: at },
        OR: [
          { status: { in: ['reserved', 'sending', 'ambiguous'] } },
          { status: 'rendered', NOT: { kind: 'letter', letterKind: { not: 'simple' } } },
        ],
      },
      select: { id: true },
      orderBy: { id: 'asc' },
    });
    if (open.length === 0) return;
    const { slug } = await deps.db.creditor.findUniqueOrThrow({ where: { id: creditorId } });
    const running = open.length > FEW ? await runningMessages(deps.dispatcher, slug) : new Set<string>();
    const missing = open.filter(({ id }) => !running.has(id));
    await eachAbreast(missing, ({ id }) => startMessage(deps.db, deps.dispatcher, id, at));
  };
