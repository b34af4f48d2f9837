import { SPECIFIC_ACTION } from '../domain/actions/specific-action.ts';
import { runningExecutions } from '../temporal/running-executions.ts';
import { startMessage } from '../temporal/start-message.ts';
import { startSpecificActions } from '../temporal/tell-specific.ts';
import type { ActivityDeps } from './activity-deps.ts';
import { eachAbreast } from './each-abreast.ts';

/** More than these, and Temporal is asked first which of them run. */
const FEW = 50;

/**
 * Starts the workflow of every message whose outcome is open and that has none: Temporal was away when it was reserved, or
 * has lost its store. Of one that runs it changes nothing. A letter that waits for whoever posts it has none. So with a
 * specific action whose hour has come and that has not left.
 */
export const createStartWaitingMessages =
  (deps: ActivityDeps) =>
  async (call: { creditorId: string; at: string }): Promise<void> => {
    const { creditorId } = call;
    const at = new Date(call.at);
    await startLateActions(deps, creditorId, at);
    const open = await deps.db.message.findMany({
      where: {
        creditorId,
        OR: [
          { status: { in: ['reserved', 'sending', 'ambiguous'] } },
          { status: 'rendered', NOT: { kind: 'letter', letterKind: { not: 'simple' }, viaPrintProvider: false } },
        ],
      },
      select: { id: true, reservedAt: true, handedOverAt: true },
      orderBy: { id: 'asc' },
    });
    if (open.length === 0) return;
    const { slug } = await deps.db.creditor.findUniqueOrThrow({ where: { id: creditorId } });
    const running = open.length > FEW ? await runningExecutions(deps.dispatcher, 'message', slug) : new Set<string>();
    const missing = open.filter(({ id }) => !running.has(id));
    await eachAbreast(missing, ({ id, ...since }) => startMessage(deps.db, deps.dispatcher, id, latest(at, since)));
  };

/** While the demonstration's clock is being moved, a message may be ahead of the product's now: it goes on from there. */
function latest(at: Date, { reservedAt, handedOverAt }: { reservedAt: Date; handedOverAt: Date | null }): Date {
  return new Date(Math.max(at.getTime(), reservedAt.getTime(), handedOverAt?.getTime() ?? 0));
}

async function startLateActions(deps: ActivityDeps, creditorId: string, at: Date): Promise<void> {
  const late = await deps.db.action.findMany({
    where: {
      creditorId,
      state: 'open',
      origin: SPECIFIC_ACTION,
      mode: 'automatic',
      messageId: null,
      dueAt: { lte: at },
    },
    select: { id: true },
  });
  const ids = late.map(({ id }) => id);
  await startSpecificActions(deps.db, deps.dispatcher, ids, at);
}
