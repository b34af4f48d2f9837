import { continueAsNew, workflowInfo } from '@temporalio/workflow';
import { patient } from './activity-options.ts';
import type { GroupsInput, GroupsResult } from './messages.ts';

/**
 * Puts every customer of a creditor into the group that fits, page by page. Runs by a Schedule every night, and on
 * request. One instant is used for the whole calculation, so that the last customer is judged on the day of the first.
 */
export async function groups({ creditorId, done }: GroupsInput): Promise<GroupsResult> {
  const at = done?.at ?? (await patient.productNow());
  let { customers, changed } = done ?? { customers: 0, changed: 0 };
  let after: string | null = done?.after ?? null;
  for (;;) {
    const page: GroupsResult & { last: string | null } = await patient.recalculateGroups({ creditorId, at, after });
    customers += page.customers;
    changed += page.changed;
    after = page.last;
    if (after === null) return { customers, changed };
    if (workflowInfo().continueAsNewSuggested)
      await continueAsNew<typeof groups>({ creditorId, done: { after, at, customers, changed } });
  }
}
