import { OPEN_STATES } from '../domain/messages/open-states.ts';
import { loadLateSpecifics } from '../facts/specific-actions/load-specific.ts';
import { freeInvoices } from '../facts/specific-actions/reserve-specific.ts';
import { POSTED_BY_PERSON_WHERE } from '../prisma/posted-by-person.ts';
import { runningExecutions } from '../temporal/running-executions.ts';
import { startMessage } from '../temporal/start-message.ts';
import { startSpecificActions, tellSpecificActions } from '../temporal/tell-specific.ts';
import type { ActivityDeps } from './activity-deps.ts';
import { eachAbreast } from './each-abreast.ts';

/** With more open messages than this, Temporal is asked first which of them are running. */
const FEW = 50;

/**
 * Starts the workflow of every open message that has none, because Temporal was away when it was reserved or has lost
 * its store. A running workflow is not affected. A letter that waits for the person who posts it has no workflow. Does
 * the same for specific actions whose hour has come, and signals those that nothing holds any more.
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
        status: { in: [...OPEN_STATES] },
        NOT: { ...POSTED_BY_PERSON_WHERE, status: 'rendered' },
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

/**
 * While the demonstration's clock is being moved a message may be ahead of the product's now; it then goes on from its
 * own instant.
 */
function latest(at: Date, { reservedAt, handedOverAt }: { reservedAt: Date; handedOverAt: Date | null }): Date {
  return new Date(Math.max(at.getTime(), reservedAt.getTime(), handedOverAt?.getTime() ?? 0));
}

/**
 * An action that leaves by itself does so within this time of its hour; one that has not may be waiting for a signal
 * that was lost.
 */
const LATE_MS = 2 * 60_000;

async function startLateActions(deps: ActivityDeps, creditorId: string, at: Date): Promise<void> {
  const late = await loadLateSpecifics(deps.db, creditorId, at);
  const forgotten = late.filter(
    (action) => at.getTime() - action.dueAt.getTime() >= LATE_MS && freeInvoices(action, at).length > 0,
  );
  const idsOf = (actions: typeof late) => actions.map(({ id }) => id);
  await startSpecificActions(deps.db, deps.dispatcher, idsOf(late.filter((one) => !forgotten.includes(one))), at);
  await tellSpecificActions(deps.db, deps.dispatcher, idsOf(forgotten), at);
}
