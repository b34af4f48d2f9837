import { type Client, ScheduleAlreadyRunning, ScheduleOverlapPolicy } from '@temporalio/client';
import type { Payload } from '@temporalio/common';
import { v7 as uuidv7 } from 'uuid';
import { reconciliationWorkflowId } from '../workflows/ids.ts';
import type { ReconciliationInput } from '../workflows/messages.ts';
import { keyIdOf } from './codec/encryption-codec.ts';

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
    await renewInput(client, workflowId, input);
  }
}

/**
 * Encrypts the input of a schedule anew once another key encrypts: a schedule outlives every key. All else of it stays as
 * operations set it.
 */
async function renewInput(client: Client, scheduleId: string, input: ReconciliationInput): Promise<void> {
  const { namespace, loadedDataConverter } = client.options;
  let fresh: Payload[] = [loadedDataConverter.payloadConverter.toPayload(input)];
  for (const codec of loadedDataConverter.payloadCodecs) fresh = await codec.encode(fresh);
  const { schedule, conflictToken } = await client.workflowService.describeSchedule({ namespace, scheduleId });
  const started = schedule?.action?.startWorkflow;
  const [before] = started?.input?.payloads ?? [];
  const [after] = fresh;
  if (!started || !before || !after || keyIdOf(before) === keyIdOf(after)) return;
  started.input = { payloads: fresh };
  await client.workflowService.updateSchedule({ namespace, scheduleId, schedule, conflictToken, requestId: uuidv7() });
}
