import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalStack } from '../../scripts/stack.ts';
import { statusQuery } from '../../workflows/messages.ts';
import { Business } from '../e2e/business.ts';
import { CaseFile } from '../e2e/case-file.ts';
import { dateInFrance, plus, workingDay } from '../e2e/french-days.ts';
import { eventually } from '../eventually.ts';
import { SUGGESTED_EARLY } from '../workflows/continued-life.ts';
import { startBuiltStack } from './built-stack.ts';

const FACTS = 300;
const AT_ONCE = 12;
const MOST_DECISIONS = 20;

let dataDir: string;
let stack: LocalStack;
let business: Business;
let client: Client;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'relance-continued-'));
  stack = await startBuiltStack({ dataDir, ports: 'auto', demoData: 'none', temporalConfig: SUGGESTED_EARLY });
  business = new Business(stack);
  client = new Client({ connection: Connection.lazy({ address: stack.temporalAddress }) });
});
afterAll(async () => {
  await client?.connection.close();
  await stack?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

/**
 * Posts so many payments of one euro, several at a time; each must be acknowledged, or stored and told later where Temporal is too busy.
 */
async function payInParallel(one: CaseFile, count: number, paidOn: string): Promise<void> {
  let left = count;
  const till = async () => {
    while (left > 0) {
      left -= 1;
      const paid = await one.pay(1_00, paidOn).catch((error: Error) => error);
      if (paid instanceof Error) expect(paid.message).toContain('stored_not_told');
      else expect(paid.allocations[0].status).toBe('partly_paid');
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, till));
}

/** Postpones the next reminder day by day while `isGoingOn`; returns how often, and the final day. */
async function putOffMeanwhile(one: CaseFile, fromOn: string, isGoingOn: () => boolean) {
  let count = 0;
  while (count === 0 || (isGoingOn() && count < MOST_DECISIONS)) {
    await one.next();
    const [action] = await one.openActions();
    const decision = { until_on: plus(fromOn, count + 1), reason: 'Convenu au téléphone' };
    const { status, body } = await business.ask('POST', `/actions/${action.id}/postpone`, decision);
    if (status === 200) count += 1;
    // The step has been planned again since it was read, or the machine is busy.
    else expect([409, 503], JSON.stringify(body)).toContain(status);
  }
  return { count, untilOn: plus(fromOn, count) };
}

async function runsOf(one: CaseFile): Promise<string[]> {
  const runs: string[] = [];
  for await (const { status } of client.workflow.list({ query: `WorkflowId="${(await one.dunning()).workflow_id}"` }))
    runs.push(status.name);
  return runs;
}

describe('A case whose history the server finds too long', { timeout: 300_000 }, () => {
  it('goes on in a new run under a load of facts and decisions: none is lost, none counts twice, R1 leaves once', async () => {
    const today = dateInFrance((await business.clock()).now_at);
    const one = await CaseFile.open(business, { issuedOn: today, cents: 1_000_00 });
    await one.next();
    let isPaying = true;
    const paying = payInParallel(one, FACTS, today).finally(() => (isPaying = false));
    const [putOff] = await Promise.all([putOffMeanwhile(one, plus(today, 15), () => isPaying), paying]);
    expect(putOff.count).toBeGreaterThan(1);

    expect((await one.shown()).balance_cents).toBe(700_00);
    const { workflow_id: workflowId } = await one.dunning();
    const state = await eventually(
      () => client.workflow.getHandle(workflowId).query(statusQuery),
      ({ planIsStale, facts }) => !planIsStale && facts.balanceCents === 700_00,
    );
    expect(state.facts.holds).toEqual([]);
    expect((await one.next()).due_at.slice(0, 10)).toBe(workingDay(putOff.untilOn));
    const runs = await eventually(
      () => runsOf(one),
      (found) => found.includes('RUNNING') && found.length > 2,
    );
    expect([...new Set(runs)].toSorted()).toEqual(['CONTINUED_AS_NEW', 'RUNNING']);

    await business.advance(putOff.count + 15 + 5);
    expect(await one.mails()).toHaveLength(1);
    expect(
      (await one.messages()).map(({ level, status }: { level: number; status: string }) => [level, status]),
    ).toEqual([[1, 'sent']]);
    await one.pay(700_00, dateInFrance((await business.clock()).now_at));
    await one.dunningOnce(({ status }) => status === 'paid');
    const ended = await eventually(
      () => runsOf(one),
      (found) => !found.includes('RUNNING'),
    );
    expect([...new Set(ended)].toSorted()).toEqual(['COMPLETED', 'CONTINUED_AS_NEW']);
    expect(await one.mails()).toHaveLength(1);
  });
});
