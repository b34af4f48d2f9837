import { startMessage } from '../temporal/start-message.ts';
import type { ActivityDeps } from './activity-deps.ts';

/** Starts the workflow of every message that is still reserved: of one that runs it changes nothing. */
export const createStartWaitingMessages =
  (deps: ActivityDeps) =>
  async (call: { creditorId: string; at: string }): Promise<void> => {
    const waiting = await deps.db.message.findMany({
      where: { creditorId: call.creditorId, status: 'reserved', reservedAt: { lte: new Date(call.at) } },
      select: { id: true },
    });
    for (const { id } of waiting) await startMessage(deps.db, deps.dispatcher, id, new Date(call.at));
  };
