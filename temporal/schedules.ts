import { type Client, ScheduleAlreadyRunning, ScheduleOverlapPolicy } from '@temporalio/client';
import type { Payload } from '@temporalio/common';
import { v7 as uuidv7 } from 'uuid';
import { groupsWorkflowId, reconciliationWorkflowId } from '../workflows/ids.ts';
import type { GroupsInput, ReconciliationInput } from '../workflows/messages.ts';
import { keyIdOf } from './codec/encryption-codec.ts';

const EVERY_MS = 60_000;
/** A missed night is made up for until the evening. */
const NIGHT_CATCH_UP_MS = 15 * 3_600_000;

/** The local hour at which groups are calculated: after midnight, so that days late are those of the new day. */
export const GROUPS_HOUR = 3;

/** The creditor for whom schedules are made. */
export interface ScheduledCreditor {
  id: string;
  slug: string;
  timeZone: string;
}

/**
 * Makes sure that a creditor has all schedules that its cases rely on. `isNightPaused`: the demonstration's clock runs
 * the nights itself.
 */
export async function ensureSchedules(
  client: Client,
  taskQueue: string,
  creditor: ScheduledCreditor,
  { isNightPaused }: { isNightPaused: boolean },
): Promise<void> {
  await ensureReconciliation(client, taskQueue, creditor);
  await ensureGroups(client, taskQueue, creditor, isNightPaused);
}

/**
 * Makes sure that a creditor's groups are calculated every night, in its time zone; everything else of an existing
 * schedule stays as operations set it.
 */
async function ensureGroups(
  client: Client,
  taskQueue: string,
  { id, slug, timeZone }: ScheduledCreditor,
  paused: boolean,
): Promise<void> {
  const workflowId = groupsWorkflowId(slug);
  const input: GroupsInput = { creditorId: id };
  try {
    await client.schedule.create({
      scheduleId: workflowId,
      spec: { calendars: [{ hour: GROUPS_HOUR }], timezone: timeZone },
      policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: NIGHT_CATCH_UP_MS },
      action: { type: 'startWorkflow', workflowType: 'groups', workflowId, taskQueue, args: [input] },
      state: { paused, ...(paused ? { note: 'The demonstration clock runs the nights that it passes.' } : {}) },
    });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    await renew(client, workflowId, input, timeZone);
  }
}

/**
 * The second of the minute at which a creditor's reconciliation runs: if all ran at the same second, requests at that
 * moment would have to wait.
 */
function secondOf({ id }: { id: string }): number {
  return Number.parseInt(id.slice(-6), 16) % 60;
}

/** Makes sure that a creditor's reconciliation runs every minute; an existing schedule stays as operations set it. */
async function ensureReconciliation(
  client: Client,
  taskQueue: string,
  creditor: { id: string; slug: string },
): Promise<void> {
  const workflowId = reconciliationWorkflowId(creditor.slug);
  const input: ReconciliationInput = { creditorId: creditor.id };
  try {
    await client.schedule.create({
      scheduleId: workflowId,
      spec: { intervals: [{ every: EVERY_MS, offset: secondOf(creditor) * 1_000 }] },
      policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: EVERY_MS },
      action: { type: 'startWorkflow', workflowType: 'reconciliation', workflowId, taskQueue, args: [input] },
    });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    await renew(client, workflowId, input);
  }
}

/**
 * Encrypts the input of a schedule again when the encrypting key has changed, because a schedule outlives keys, and
 * moves it to `timeZone`. Everything else of it stays as operations set it.
 */
async function renew(
  client: Client,
  scheduleId: string,
  input: ReconciliationInput | GroupsInput,
  timeZone?: string,
): Promise<void> {
  const { namespace, loadedDataConverter } = client.options;
  let fresh: Payload[] = [loadedDataConverter.payloadConverter.toPayload(input)];
  for (const codec of loadedDataConverter.payloadCodecs) fresh = await codec.encode(fresh);
  const { schedule, conflictToken } = await client.workflowService.describeSchedule({ namespace, scheduleId });
  const started = schedule?.action?.startWorkflow;
  const [before] = started?.input?.payloads ?? [];
  const [after] = fresh;
  if (!started || !before || !after) return;
  const isSealedAnew = keyIdOf(before) !== keyIdOf(after);
  const isMoved = timeZone !== undefined && schedule.spec?.timezoneName !== timeZone;
  if (!isSealedAnew && !isMoved) return;
  if (isSealedAnew) started.input = { payloads: fresh };
  if (isMoved) schedule.spec = { ...schedule.spec, timezoneName: timeZone };
  await client.workflowService.updateSchedule({ namespace, scheduleId, schedule, conflictToken, requestId: uuidv7() });
}
