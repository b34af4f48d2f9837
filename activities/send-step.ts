import { gatherSteps } from '../facts/messages/reserving/gather-steps.ts';
import { startMessage } from '../temporal/start-message.ts';
import type { ActivityDeps, CaseCall } from './activity-deps.ts';
import { underInvoiceLock } from './under-lock.ts';

/**
 * Runs at the hour of an automatic step: takes all due steps of its action into one reserved message and starts that
 * message's workflow. A case that wakes later finds its step in that message. Returns null as `messageId` when the step
 * may not leave now; the caller then plans again.
 */
export const createSendStep =
  (deps: ActivityDeps) =>
  async (call: CaseCall): Promise<{ messageId: string | null }> => {
    const { carriedBy, reserved } = await underInvoiceLock(deps, call, (tx, context) =>
      gatherSteps(tx, context, call.invoiceId),
    );
    const started = new Set(carriedBy ? [...reserved, carriedBy] : reserved);
    for (const messageId of started) await startMessage(deps.db, deps.dispatcher, messageId, new Date(call.at));
    return { messageId: carriedBy };
  };
