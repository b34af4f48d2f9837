import {
  isGrpcServiceError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { CASE_CLOSED } from '../domain/case/case-closed.ts';
import { type DecisionName, decisionUpdate, type Verdict } from '../workflows/messages.ts';
import { CodecKeyError } from './codec/encryption-codec.ts';
import type { Dispatcher } from './dispatcher.ts';

/**
 * Thrown when no worker answered in time. The decision may still be taken, and a repeated call with the same id gets
 * its verdict.
 */
export class NoVerdict extends Error {
  override name = 'NoVerdict';
}

const PATIENCE_MS = 10_000;

/**
 * Asks a case's workflow for its verdict on a stored decision, and waits 10 s for a worker. `decisionId` is also the
 * update's id, so that a repeated call gets the first verdict.
 */
export async function decide(
  dispatcher: Dispatcher,
  workflowId: string,
  update: DecisionName,
  decisionId: string,
): Promise<Verdict> {
  const handle = dispatcher.client.workflow.getHandle(workflowId);
  try {
    return await dispatcher.client.withDeadline(Date.now() + PATIENCE_MS, () =>
      handle.executeUpdate(decisionUpdate(update), { args: [{ decisionId }], updateId: decisionId }),
    );
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) {
      return { accepted: false, code: 'case_closed', detail: CASE_CLOSED, messageId: null };
    }
    if (error instanceof WorkflowUpdateFailedError) return refusalOf(error);
    if (error instanceof CodecKeyError) {
      throw new NoVerdict('The verdict cannot be read without its key', { cause: error });
    }
    if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError || isGrpcServiceError(error)) {
      throw new NoVerdict('No worker gave a verdict within 10 s', { cause: error });
    }
    throw error;
  }
}

/** Turns the workflow's refusal into a verdict: its validator refused, or an activity failed that cannot succeed. */
function refusalOf(error: WorkflowUpdateFailedError): Verdict {
  let cause: unknown = error.cause;
  for (let depth = 0; depth < 4 && cause instanceof Error && !(cause instanceof ApplicationFailure); depth += 1)
    cause = cause.cause;
  const failure = cause instanceof ApplicationFailure ? cause : null;
  return {
    accepted: false,
    code: failure?.type ?? 'refused',
    detail: failure?.message ?? error.message,
    messageId: null,
  };
}
