import { Client, Connection } from '@temporalio/client';
import type { LocalStack, StackPart } from '../../scripts/stack.ts';
import { Business, type Said } from '../e2e/business.ts';
import type { CaseFile } from '../e2e/case-file.ts';
import { dateInFrance } from '../e2e/french-days.ts';

/** A stack of its own, one part of which is going to be away. */
export interface Sufferer {
  stack: LocalStack;
  business: Business;
}

export const suffererOf = (stack: LocalStack): Sufferer => ({ stack, business: new Business(stack) });

export const todayOf = async ({ business }: Sufferer): Promise<string> => dateInFrance((await business.clock()).now_at);

/** Runs `work` while that part is stopped, and starts the part again in any case. */
export async function without<Result>(
  { stack }: Sufferer,
  part: StackPart,
  work: () => Promise<Result>,
): Promise<Result> {
  await stack.processes[part]!.stop();
  try {
    return await work();
  } finally {
    await stack.processes[part]!.restart();
  }
}

/** What the case's own workflow knows. */
export async function knownToWorkflow({ stack }: Sufferer, one: CaseFile): Promise<Said> {
  const workflowId: string = (await one.dunning()).workflow_id;
  const connection = Connection.lazy({ address: stack.temporalAddress });
  try {
    return await new Client({ connection }).workflow.getHandle(workflowId).query('status');
  } catch (error) {
    return { error };
  } finally {
    await connection.close();
  }
}

export const payment = (one: CaseFile, externalId: string, cents: number, paidOn: string) => ({
  external_id: externalId,
  amount_cents: cents,
  currency: 'EUR',
  paid_on: paidOn,
  allocations: [{ invoice_number: one.number, amount_cents: cents }],
});
