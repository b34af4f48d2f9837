import type { Client } from '@temporalio/client';
import type { Business } from '../e2e/business.ts';
import { CaseFile } from '../e2e/case-file.ts';
import { eventually } from '../eventually.ts';
import type { Recorded } from './typical-lives.ts';

/** As a server does after thousands of events, so that no test has to wait for them. */
export const SUGGESTED_EARLY = { 'limit.historyCount.suggestContinueAsNew': '60' };

/** A case that is told so many facts that the server suggests a new run; it is then postponed, reminded and paid. */
export async function liveContinuedLife(business: Business, client: Client): Promise<Record<string, Recorded>> {
  const today = await business.today();
  const one = await CaseFile.open(business, { issuedOn: today });
  const { workflow_id: workflowId } = await one.dunning();
  const runs = async () => {
    const found: { runId: string; at: number }[] = [];
    for await (const { runId, startTime } of client.workflow.list({ query: `WorkflowId="${workflowId}"` }))
      found.push({ runId, at: startTime.getTime() });
    return found.toSorted((a, b) => a.at - b.at).map(({ runId }) => ({ workflowId, runId }));
  };
  for (let told = 0; told < 60 && (await runs()).length === 1; told += 1) {
    await one.pay(1_00, today);
    await one.dunningOnce(({ status }) => status === 'waiting');
  }
  await one.do('PUT', '/litigation', { reason: 'Confié à un avocat' });
  await one.do('DELETE', '/litigation');
  await one.next();
  await business.advance(20);
  await one.confirm();
  await eventually(
    () => one.messages(),
    ([message]) => message?.status === 'sent',
  );
  await one.pay((await one.shown()).balance_cents, today);
  await one.dunningOnce(({ status }) => status === 'paid');
  const all = await eventually(runs, (found) => found.length > 1);
  return { 'invoice-continued': all[0]!, 'invoice-continued-to-its-end': all.at(-1)! };
}
