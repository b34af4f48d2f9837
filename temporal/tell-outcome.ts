import { WorkflowNotFoundError } from '@temporalio/client';
import { messageWorkflowId } from '../workflows/ids.ts';
import { outcomeSettledSignal } from '../workflows/messages.ts';
import type { Dispatcher } from './dispatcher.ts';

/** Tells a message's workflow, if it is still running, that its outcome is settled and no further try is needed. */
export async function tellOutcome(
  dispatcher: Dispatcher,
  message: { slug: string; messageId: string },
  outcome: 'sent' | 'not_sent',
  at: Date,
): Promise<void> {
  const handle = dispatcher.client.workflow.getHandle(messageWorkflowId(message.slug, message.messageId));
  try {
    await handle.signal(outcomeSettledSignal, { outcome, at: at.toISOString() });
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
  }
}
