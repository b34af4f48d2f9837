import { WorkflowNotFoundError } from '@temporalio/client';
import { messageWorkflowId } from '../workflows/ids.ts';
import { sendingLineSignal } from '../workflows/messages.ts';
import type { Dispatcher } from './dispatcher.ts';

/**
 * Tells a message's workflow that it need not wait for its line any more. A missing workflow is started by the
 * reconciliation.
 */
export async function tellLineMoved(dispatcher: Dispatcher, slug: string, messageId: string): Promise<void> {
  const handle = dispatcher.client.workflow.getHandle(messageWorkflowId(slug, messageId));
  try {
    await handle.signal(sendingLineSignal);
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
  }
}
