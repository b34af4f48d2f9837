import { Counter, type Registry } from 'prom-client';
import type { Activities } from '../activities/create-activities.ts';

/** What this worker did since it started. No customer's data: creditors by their slug, codes of ours. */
export function createCounters(registry: Registry) {
  const registers = [registry];
  return {
    settled: new Counter({
      name: 'relance_messages_settled_total',
      help: 'Messages whose outcome was recorded, by outcome',
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
      help: 'Calls to the provider by what came of them; all but accepted are errors',
      labelNames: ['creditor', 'outcome'],
      registers,
    }),
  };
}

/** The same activities, counted. `slugOf` knows a creditor's slug by its id. */
export function countActivities(
  activities: Activities,
  counters: ReturnType<typeof createCounters>,
  slugOf: (creditorId: string) => Promise<string>,
): Activities {
  return {
    ...activities,
    deliverMessage: async (input) => {
      const outcome = await activities.deliverMessage(input);
      counters.tries.inc({ creditor: await slugOf(input.creditorId), outcome: outcome.kind });
      return outcome;
    },
    handOver: async (call) => {
      const handedOver = await activities.handOver(call);
      // With a status it was settled by somebody else meanwhile.
      if (handedOver.kind === 'cancelled' && handedOver.status === undefined)
        counters.heldBack.inc({ creditor: await slugOf(call.creditorId) });
      return handedOver;
    },
    settleMessage: async (call) => {
      await activities.settleMessage(call);
      const { kind } = call.outcome;
      const outcome = kind === 'settled' ? call.outcome.outcome : kind;
      counters.settled.inc({ creditor: await slugOf(call.creditorId), outcome });
    },
  };
}
