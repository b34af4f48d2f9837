import pTimeout from 'p-timeout';
import { v7 as uuidv7 } from 'uuid';
import { groupsWorkflowId } from '../workflows/ids.ts';
import type { GroupsInput, GroupsResult } from '../workflows/messages.ts';
import { type Dispatcher, startExecution } from './dispatcher.ts';

/** Starts a calculation of a creditor's groups, in addition to any that is running. Returns its workflow id. */
export async function startGroups(
  dispatcher: Dispatcher,
  creditor: { id: string; slug: string },
  at: Date,
): Promise<string> {
  const input: GroupsInput = { creditorId: creditor.id };
  const workflowId = groupsWorkflowId(creditor.slug, uuidv7());
  await startExecution(dispatcher, { workflowId, type: 'groups', input, at, summary: 'Groupes' });
  return workflowId;
}

/** Waits for the result of a calculation; returns null when it is still running after `patienceMs`. */
export async function resultOfGroups(
  dispatcher: Dispatcher,
  workflowId: string,
  patienceMs: number,
): Promise<GroupsResult | null> {
  const { client } = dispatcher;
  const result = client.withDeadline(
    Date.now() + patienceMs,
    () => client.workflow.getHandle(workflowId).result() as Promise<GroupsResult>,
  );
  // After the timeout nobody awaits `result`, which then rejects at its deadline.
  result.catch(() => undefined);
  return pTimeout(result, { milliseconds: patienceMs, fallback: () => null });
}
