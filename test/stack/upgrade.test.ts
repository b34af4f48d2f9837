import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseSettings } from '../../config/settings.ts';
import type { LocalStack } from '../../scripts/stack.ts';
import { startBuiltStack } from './built-stack.ts';
import { countBacklog } from '../../temporal/backlog.ts';
import { connectTemporal } from '../../temporal/connect.ts';
import { currentBuild, makeCurrent } from '../../temporal/make-current.ts';
import { Business } from '../e2e/business.ts';
import { eventually } from '../eventually.ts';
import { CaseFile } from '../e2e/case-file.ts';
import { LiveCreditor, once as messageOnce, sendNow } from './live-creditor.ts';
import { isPolledBy, startWorkerBeside, stopped } from './worker-beside.ts';

let dataDir: string;
let stack: LocalStack;
let business: Business;
let client: Client;
let today: string;
const workers: ChildProcess[] = [];

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'relance-upgrade-'));
  stack = await startBuiltStack({ dataDir, ports: 'auto', demoData: 'none' });
  business = new Business(stack);
  client = connectTemporal(parseSettings(stack.env).temporal);
  today = await business.today();
});
afterAll(async () => {
  for (const worker of workers) await stopped(worker);
  await client?.connection.close();
  await stack?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

const versionOf = (buildId: string) => ({ deploymentName: 'relance', buildId });

/** Starts another worker process, as a new release does. */
function startBuild(buildId: string, more: object = {}, of = { env: stack.env, dataDir }): ChildProcess {
  const worker = startWorkerBeside(of, { RELANCE_BUILD_ID: buildId, ...more });
  workers.push(worker);
  return worker;
}

const openCase = (more: object = {}) => CaseFile.open(business, { issuedOn: today, ...more });

/** The builds that handled a case's workflow tasks, in order, and the tasks that failed. */
async function buildsOf(one: CaseFile): Promise<{ builds: string[]; failed: number }> {
  const { events } = await client.workflow.getHandle((await one.dunning()).workflow_id).fetchHistory();
  const builds = (events ?? []).flatMap(({ workflowTaskCompletedEventAttributes: done }) =>
    done ? [done.deploymentVersion?.buildId || 'none'] : [],
  );
  const failed = (events ?? []).filter(({ workflowTaskFailedEventAttributes: wrong }) => wrong).length;
  return { builds: builds.filter((build, index) => build !== builds[index - 1]), failed };
}

describe('A new release under sleeping cases', { timeout: 240_000 }, () => {
  it('takes them over, from workers without a version and from build to build: none is lost or fails', async () => {
    const sleeping = await openCase();
    const held = await openCase();
    await held.do('PUT', '/litigation', { reason: 'Confié à un avocat' });
    for (const one of [sleeping, held]) await one.dunningOnce(({ status }) => status !== 'due');
    await sleeping.next();

    expect(await currentBuild(client, 'relance')).toBeNull();
    const a = startBuild('a');
    await makeCurrent(client, versionOf('a'));
    await stack.processes.worker!.stop();
    await business.advance(20);
    expect(await sleeping.mails()).toHaveLength(1);
    const younger = await openCase();
    await younger.next();

    const b = startBuild('b');
    await makeCurrent(client, versionOf('b'));
    expect(await currentBuild(client, 'relance')).toEqual(versionOf('b'));
    await stopped(a);
    await held.do('DELETE', '/litigation');
    expect((await held.next()).level).toBe(1);
    const paid = await younger.pay(120_00, today);
    expect(paid.allocations[0].status).toBe('paid');
    await business.advance(25);
    expect(await sleeping.mails()).toHaveLength(2);
    const fresh = await openCase();
    await fresh.next();

    const ended = await eventually(
      () => younger.dunning(),
      ({ status }) => status === 'paid',
    );
    expect(ended.status).toBe('paid');
    expect(await buildsOf(sleeping)).toEqual({ builds: ['none', 'a', 'b'], failed: 0 });
    expect(await buildsOf(held)).toEqual({ builds: ['none', 'b'], failed: 0 });
    expect(await buildsOf(younger)).toEqual({ builds: ['a', 'b'], failed: 0 });
    expect(await buildsOf(fresh)).toEqual({ builds: ['b'], failed: 0 });
    for await (const { status, workflowId } of client.workflow.list()) {
      expect([workflowId, ['RUNNING', 'COMPLETED'].includes(status.name)]).toEqual([workflowId, true]);
    }

    // Without a worker of the current build work waits, is counted, and is done when one comes.
    await stopped(b);
    await fresh.do('PUT', '/pause', { reason: 'Absence' });
    // One task, and on a slow machine that of the minute's reconciliation too.
    const waiting = await eventually(() => countBacklog({ client, taskQueue: 'relance', demoClock: true }), Boolean);
    expect(waiting).toBeGreaterThanOrEqual(1);
    startBuild('b');
    expect((await fresh.dunningOnce(({ status }) => status === 'held')).status).toBe('held');
    expect(
      await eventually(
        () => buildsOf(fresh),
        ({ failed }) => failed === 0,
      ),
    ).toEqual({ builds: ['b'], failed: 0 });
  });

  it('takes nothing before it is made current', async () => {
    startBuild('c');
    const one = await openCase();
    await one.next();
    // The plan is stored before the workflow task in which it was made has ended.
    const taken = await eventually(
      () => buildsOf(one),
      ({ builds }) => builds.length > 0,
    );
    expect(taken).toEqual({ builds: ['b'], failed: 0 });
  });
});

describe('A new release beside a creditor who is live', { timeout: 240_000 }, () => {
  it('makes no call to the provider before it is made current, and all of them afterwards', async () => {
    const live = await LiveCreditor.start();
    const temporal = live.temporal;
    const of = { env: live.stack.env, dataDir: live.dataDir };
    const sent = async (count: number) => {
      const cases = await Promise.all(Array.from({ length: count }, () => live.owing()));
      await Promise.all(cases.map(sendNow));
      return Promise.all(cases.map(async (one) => (await messageOnce(one, ({ status }) => status === 'sent')).status));
    };
    const builds = [startBuild('live-a', {}, of)];
    try {
      await makeCurrent(temporal, versionOf('live-a'));
      await live.stack.processes.worker!.stop();
      // Nothing answers at the address of this worker's own calls: its wrong address or key affects only its own mails.
      builds.push(startBuild('live-b', { RESEND_BASE_URL: 'http://127.0.0.1:1' }, of));
      await eventually(() => isPolledBy(temporal, builds[1]!), Boolean);
      expect(await sent(8)).toEqual(Array(8).fill('sent'));
      builds.push(startBuild('live-c', {}, of));
      await makeCurrent(temporal, versionOf('live-c'));
      await stopped(builds[0]!);
      expect(await sent(8)).toEqual(Array(8).fill('sent'));
    } finally {
      for (const worker of builds) await stopped(worker);
      await live.end();
    }
  });
});
