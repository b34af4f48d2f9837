import { type Client, ScheduleAlreadyRunning, ScheduleOverlapPolicy } from '@temporalio/client';
import { reconciliationWorkflowId } from '../workflows/ids.ts';
import type { ReconciliationInput } from '../workflows/messages.ts';

const EVERY_MS = 60_000;

/** Sees that a creditor's reconciliation runs every minute; one that is there already is left as operations set it. */
export async function ensureReconciliation(
  client: Client,
  taskQueue: string,
  creditor: { id: string; slug: string },
): Promise<void> {
  const workflowId = reconciliationWorkflowId(creditor.slug);
  const input: ReconciliationInput = { creditorId: creditor.id };
  try {
    await client.schedule.create({
      scheduleId: workflowId,
      spec: { intervals: [{ every: EVERY_MS }] },
      policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: EVERY_MS },
      action: { type: 'startWorkflow', workflowType: 'reconciliation', workflowId, taskQueue, args: [input] },
    });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
  }
}
