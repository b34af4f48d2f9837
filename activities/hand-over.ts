import { changeSinceRendered, loadMessageToHandOver } from '../facts/messages/message-changes.ts';
import { OPEN_STATES } from '../facts/messages/settle-message.ts';
import type { ActivityDeps, MessageCall } from './activity-deps.ts';
import { providerOf } from './provider-of.ts';
import { settleAndTell } from './settle-and-tell.ts';
import { underMessageLock } from './under-lock.ts';

export type HandedOver = { kind: 'go' } | { kind: 'cancelled' } | { kind: 'ambiguous' };

/**
 * Before every try, in one transaction under the lock: a fact recorded before its commit wins, the answer to one recorded
 * after it names the message. Something changed and no try is unknown: the message is cancelled, and what is still due
 * becomes a new one. Something changed and an earlier try is unknown: no further try.
 */
export const createHandOver =
  (deps: ActivityDeps) =>
  async (call: MessageCall & { unknown: boolean }): Promise<HandedOver> => {
    const change = await underMessageLock(deps, call, async (tx) => {
      const message = await loadMessageToHandOver(tx, call.messageId);
      // The provider's event or a person may have settled it meanwhile: no further try.
      if (!OPEN_STATES.includes(message.status)) return 'already_settled';
      const changed = await changeSinceRendered(tx, message);
      if (changed) return changed;
      await tx.message.update({
        where: { id: call.messageId },
        data: {
          status: 'sending',
          handedOverAt: new Date(call.at),
          nextTryAt: null,
          tries: { increment: 1 },
          provider: providerOf(deps, message)?.name ?? 'person',
        },
      });
      return null;
    });
    if (change === null) return { kind: 'go' };
    if (call.unknown) return { kind: 'ambiguous' };
    await settleAndTell(deps, call, { kind: 'cancelled', reason: change });
    return { kind: 'cancelled' };
  };
