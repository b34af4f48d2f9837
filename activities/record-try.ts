import type { Tries } from '../domain/messages/tries.ts';
import type { ActivityDeps, MessageCall } from './activity-deps.ts';
import { underMessageLock } from './under-lock.ts';

/**
 * Notes a try without a final outcome and when the next one comes. A message that certainly was not accepted is no longer
 * with the provider: a fact recorded now is not too late for it.
 */
export const createRecordTry =
  (deps: ActivityDeps) =>
  (call: MessageCall & { nextTryAt: string; tries: Tries }): Promise<void> =>
    underMessageLock(deps, call, async (tx) => {
      const { unknownSinceAt } = call.tries;
      await tx.message.updateMany({
        where: { id: call.messageId, status: { in: ['sending', 'rendered'] } },
        data: {
          status: unknownSinceAt === null ? 'rendered' : 'sending',
          nextTryAt: new Date(call.nextTryAt),
          unknownSinceAt: unknownSinceAt === null ? null : new Date(unknownSinceAt),
        },
      });
    });
