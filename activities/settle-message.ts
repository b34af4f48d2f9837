import type { MessageOutcome } from '../facts/messages/settle-message.ts';
import type { ActivityDeps, MessageCall } from './activity-deps.ts';
import { settleAndTell } from './settle-and-tell.ts';

/** What the message's workflow found out; `settled` was settled by a webhook, the provider or a person. */
export type FoundOutcome =
  | { kind: 'sent'; reference: string }
  | { kind: 'failed'; code: string; detail: string }
  | { kind: 'ambiguous' }
  | { kind: 'settled'; outcome: 'sent' | 'not_sent' };

export const createSettleMessage =
  (deps: ActivityDeps) =>
  (call: MessageCall & { outcome: FoundOutcome }): Promise<void> =>
    settleAndTell(deps, call, toOutcome(call.outcome));

function toOutcome(found: FoundOutcome): MessageOutcome {
  if (found.kind !== 'settled') return found;
  return found.outcome === 'sent' ? { kind: 'sent', reference: null } : { kind: 'cancelled', reason: 'not_sent' };
}
