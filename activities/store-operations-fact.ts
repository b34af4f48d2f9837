import type { CaseFacts } from '../domain/case/state.ts';
import { caseFacts, loadCases } from '../facts/case-facts.ts';
import { storeOperationsFact } from '../facts/store-operations-fact.ts';
import { carryOut } from '../temporal/carry-out.ts';
import { activityInfo } from '@temporalio/activity';
import type { FactMessage, FactSignalName } from '../workflows/messages.ts';
import type { ActivityDeps, CaseCall } from './activity-deps.ts';

/**
 * Stores a fact that operations signalled from the Temporal UI or CLI, like any other, then tells the cases. `key`
 * identifies the signal; workflows started before 0.3 do not give one.
 */
export const createStoreOperationsFact =
  (deps: ActivityDeps) =>
  async (call: CaseCall & { signal: FactSignalName; message: FactMessage; key?: string }): Promise<CaseFacts> => {
    const { workflowExecution, activityId } = activityInfo();
    const at = new Date(call.at);
    const { creditorId, invoiceId, signal, message } = call;
    const key = call.key ?? `${workflowExecution?.runId ?? ''}/${activityId}`;
    const tellings = await storeOperationsFact(deps.db, { creditorId, invoiceId, signal, message, at, key });
    await carryOut(deps, { tellings }, at, invoiceId);
    const [row] = await loadCases(deps.db, [invoiceId]);
    if (!row) throw new Error(`invoice ${invoiceId} has no case`);
    return caseFacts(row);
  };
