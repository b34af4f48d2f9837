import pTimeout from 'p-timeout';
import { v7 as uuidv7 } from 'uuid';
import { groupsWorkflowId } from '../workflows/ids.ts';
import type { GroupsInput, GroupsResult } from '../workflows/messages.ts';
import { type Dispatcher, startExecution } from './dispatcher.ts';

/** Starts a calculation of a creditor's groups, beside any other that runs. Answers its workflow's id. */
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

/** Waits for its end; null when it goes on after `patienceMs`. */
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
  // The wait that nobody waits for any more fails at its deadline.
  result.catch(() => undefined);
  return pTimeout(result, { milliseconds: patienceMs, fallback: () => null });
}
