import { Client, Connection } from '@temporalio/client';
import { DEMO_CREDITOR } from '../../facts/demo/demo-creditor.ts';
import { reconciliationWorkflowId } from '../../workflows/ids.ts';

/** Runs at once the reconciliation that Temporal starts every minute. */
export async function reconcile({ temporalAddress }: { temporalAddress: string }): Promise<void> {
  const connection = await Connection.connect({ address: temporalAddress });
  try {
    await new Client({ connection }).schedule.getHandle(reconciliationWorkflowId(DEMO_CREDITOR)).trigger();
  } finally {
    await connection.close();
  }
}
