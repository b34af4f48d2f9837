import { Counter, type Registry } from 'prom-client';
import type { Activities } from '../activities/create-activities.ts';

/**
 * Counters of what this worker did since it started. They contain no customer data: creditors by their slug, and our
 * own codes.
 */
export function createCounters(registry: Registry) {
  const registers = [registry];
  return {
    settled: new Counter({
      name: 'relance_messages_settled_total',
      help: 'Messages that came to their end, by outcome, whoever settled them; not_sent: a person or the provider said so of one in doubt. Not those in doubt, nor letters that a person posts',
      labelNames: ['creditor', 'outcome'],
      registers,
    }),
    heldBack: new Counter({
      name: 'relance_messages_held_back_total',
      help: 'Messages that the guard before the hand-over cancelled, because something had changed',
      labelNames: ['creditor'],
      registers,
    }),
    tries: new Counter({
      name: 'relance_provider_tries_total',
      help: 'Tries by what came of them; all but accepted are errors. For unreadable, and for a letter that a person posts, no provider was asked',
      labelNames: ['creditor', 'outcome'],
      registers,
    }),
  };
}

/**
 * Counts what the activities do. `slugOf` returns a creditor's slug by its id. Every workflow of a message ends in one
 * of four ways: it could not be rendered or was already over, it was held back, asking the provider settled it, or its
 * outcome is recorded.
 */
export function countActivities(
  activities: Activities,
  counters: ReturnType<typeof createCounters>,
  slugOf: (creditorId: string) => Promise<string>,
): Activities {
  /** Does not wait: the result of an activity must not be lost because Postgres is away when it is counted. */
  const count = (creditorId: string, add: (creditor: string) => void): void =>
    void slugOf(creditorId).then(add, () => add('unknown'));
  const settle = (creditorId: string, outcome: string): void =>
    count(creditorId, (creditor) => counters.settled.inc({ creditor, outcome }));
  return {
    ...activities,
    renderMessage: async (call) => {
      const rendered = await activities.renderMessage(call);
      if (rendered.kind === 'over') settle(call.creditorId, rendered.status);
      return rendered;
    },
    deliverMessage: async (input) => {
      const outcome = await activities.deliverMessage(input);
      count(input.creditorId, (creditor) => counters.tries.inc({ creditor, outcome: outcome.kind }));
      return outcome;
    },
    handOver: async (call) => {
      const handedOver = await activities.handOver(call);
      if (handedOver.kind !== 'cancelled') return handedOver;
      // With a status, somebody else settled it meanwhile.
      if (handedOver.status === undefined) count(call.creditorId, (creditor) => counters.heldBack.inc({ creditor }));
      settle(call.creditorId, handedOver.status ?? 'cancelled');
      return handedOver;
    },
    askProvider: async (call) => {
      const asked = await activities.askProvider(call);
      if (asked.kind === 'over') settle(call.creditorId, asked.status);
      return asked;
    },
    settleMessage: async (call) => {
      await activities.settleMessage(call);
      const { kind } = call.outcome;
      // A doubtful outcome is not final: the final one comes later, and is counted then.
      if (kind === 'ambiguous') return;
      settle(call.creditorId, kind === 'settled' ? call.outcome.outcome : kind);
    },
  };
}
