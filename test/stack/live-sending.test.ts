import type { ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { tsToMs } from '@temporalio/common/lib/time.js';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_CREDITOR } from '../../facts/demo/demo-creditor.ts';
import { callsQueue, invoiceWorkflowId, messageWorkflowId, turnsQueue } from '../../workflows/ids.ts';
import type { Said } from '../e2e/business.ts';
import { eventually } from '../eventually.ts';
import { holdProvider } from './held-provider.ts';
import { LiveCreditor, once, sendNow } from './live-creditor.ts';
import { isPolledBy, startWorkerBeside, stopped } from './worker-beside.ts';

/** So slow that the pace delays the calls and not a busy machine. Two workers with a pace each would be done in half the time. */
const PER_SECOND = 2;
const MAILS = 16;
let live: LiveCreditor;
beforeAll(async () => {
  live = await LiveCreditor.start({ RESEND_PER_SECOND: String(PER_SECOND) });
});
const workers: ChildProcess[] = [];
afterAll(async () => {
  for (const worker of workers) await stopped(worker);
  await live?.end();
});

/** When the message's turn at the provider began, by the server's clock, and which worker had it. */
async function turnOf(messageId: string): Promise<{ atMs: number; worker: string }> {
  const { events } = await live.temporal.workflow.getHandle(messageWorkflowId(DEMO_CREDITOR, messageId)).fetchHistory();
  const isTurn = (name?: string | null) => name === 'takeTurn';
  const turn = events?.find((event) => isTurn(event.activityTaskScheduledEventAttributes?.activityType?.name));
  const began = events?.find(({ activityTaskStartedEventAttributes: started }) =>
    turn?.eventId?.eq(started?.scheduledEventId ?? 0),
  );
  return {
    atMs: tsToMs(began?.eventTime),
    worker: began?.activityTaskStartedEventAttributes?.identity ?? '',
  };
}

/** How many turns and how many calls the server starts in a second, for all workers together. */
function pacesOfTheServer() {
  const { workflowService, options } = live.temporal;
  const paceOf = async (name: string) => {
    const queue = { namespace: options.namespace, taskQueue: { name }, taskQueueType: 2, reportConfig: true };
    return (await workflowService.describeTaskQueue(queue)).effectiveRateLimit?.requestsPerSecond;
  };
  return Promise.all([paceOf(turnsQueue('relance')), paceOf(callsQueue('relance'))]);
}

/** Starts one more worker process; resolves once it polls for calls to the provider. */
async function oneMoreWorker(more: object = {}) {
  const worker = startWorkerBeside({ env: live.stack.env, dataDir: live.dataDir }, more);
  workers.push(worker);
  expect(await eventually(() => isPolledBy(live.temporal, worker), Boolean, 90_000)).toBe(true);
  return worker;
}
const faultsLeft = async (): Promise<number> =>
  ((await (await fetch(`${live.stack.mailboxUrl}/faults`)).json()) as Said).data[0]?.remaining ?? 0;
const readyz = async (): Promise<Said> => {
  const answer = await fetch(`${live.stack.apiUrl}/readyz`);
  return { httpStatus: answer.status, ...((await answer.json()) as object) };
};

describe('a creditor who is live', { timeout: 240_000 }, () => {
  it('sends at the pace of the provider, however many leave at once and by however many workers; none is tried twice for it', async () => {
    const second = await oneMoreWorker();
    const cases = await Promise.all(Array.from({ length: MAILS }, () => live.owing()));
    await Promise.all(cases.map(sendNow));
    const sent = await Promise.all(cases.map((one) => once(one, ({ status }) => status === 'sent')));
    expect(sent.map(({ provider, tries, status }) => [provider, tries, status])).toEqual(
      sent.map(() => ['resend', 1, 'sent']),
    );
    const mails = await Promise.all(cases.map((one) => one.mails()));
    expect(mails.map(({ length }) => length)).toEqual(cases.map(() => 1));
    const accepted = mails.flat().map((mail) => Date.parse((mail as Said).accepted_at));
    // Temporal lets the calls of one second begin together once; after that, at most so many a second.
    const span = (Math.max(...accepted) - Math.min(...accepted)) / 1_000;
    expect(span).toBeGreaterThanOrEqual((MAILS - 2 * PER_SECOND) / PER_SECOND);
    // By the server's own timestamps, with one of the two seconds left to a machine that is busy with other work.
    const turns = (await Promise.all(sent.map(({ id }) => turnOf(id)))).toSorted((a, b) => a.atMs - b.atMs);
    for (const [index, { atMs }] of turns.entries()) {
      expect(turns[index + 3 * PER_SECOND]?.atMs ?? Infinity).toBeGreaterThan(atMs + 1_000);
    }
    expect(new Set(turns.map(({ worker }) => worker)).size).toBe(2);
    // A machine that is slower than the pace never exceeds it, whatever is asked of the server.
    expect(await pacesOfTheServer()).toEqual([PER_SECOND, PER_SECOND]);
    await stopped(second);
  });

  it('whose key is wrong stops once: nobody fails, one probes, and all leave by themselves when it is mended', async () => {
    await live.fault({ next: 1_000, kind: '401' });
    const cases = await Promise.all(Array.from({ length: 6 }, () => live.owing()));
    await Promise.all(cases.slice(0, 3).map(sendNow));
    for (const one of cases.slice(0, 3)) {
      const { status, waits } = await once(one, (message) => message.waits !== null);
      expect([status, waits.code, waits.line_stopped]).toEqual(['rendered', 'missing_api_key', true]);
    }
    await Promise.all(cases.slice(3).map(sendNow));
    for (const one of cases.slice(3)) await once(one, ({ waits }) => waits?.line_stopped);
    const left = await faultsLeft();
    expect(left).toBeGreaterThanOrEqual(1_000 - 3);
    const { httpStatus, checks } = await readyz();
    expect([httpStatus, checks.sending.ok]).toEqual([200, false]);
    expect(checks.sending.detail).toMatch(/^resend stopped since .*: missing_api_key, 6 messages wait$/);
    for (const one of cases) expect((await one.dunning()).status).not.toBe('needs_attention');
    const { body: lines } = await live.business.ask('GET', '/sending-lines');
    expect(lines.data).toMatchObject([{ provider: 'resend', code: 'missing_api_key', waiting: 6 }]);

    // A message that found the fault has tried once; all others, and those that came later, have not been tried at all.
    expect(await faultsLeft()).toBe(left);

    await live.fault({ next: 0 });
    await live.business.advance(1);
    for (const one of cases) {
      expect((await once(one, ({ status }) => status === 'sent')).status).toBe('sent');
      expect(await one.mails()).toHaveLength(1);
    }
    expect((await readyz()).checks.sending).toEqual({ ok: true, detail: 'ok' });
    expect((await live.business.ask('GET', '/sending-lines')).body.data).toEqual([]);
  });

  it('whose Postgres answers with an error while a case is planned: its workflow neither fails nor waits for a person', async () => {
    const one = await live.owing();
    await one.next();
    const database = new pg.Client({ connectionString: live.stack.databaseUrl });
    await database.connect();
    try {
      await database.query('ALTER TABLE scenario_steps RENAME TO steps_away');
      await one.do('PUT', '/pause', { reason: 'Congés' });
      const workflow = live.temporal.workflow.getHandle(invoiceWorkflowId(DEMO_CREDITOR, one.id));
      const isTriedAgain = async () => {
        const { raw } = await workflow.describe();
        return raw.pendingActivities?.some(({ attempt }) => (attempt ?? 0) > 1) ?? false;
      };
      await expect.poll(isTriedAgain).toBe(true);
      expect((await workflow.describe()).status.name).toBe('RUNNING');
    } finally {
      await database.query('ALTER TABLE steps_away RENAME TO scenario_steps');
      await database.end();
    }
    expect((await one.dunningOnce(({ holds }) => holds.length === 1)).attention).toBe(null);
    await one.dunningOnce(({ status }) => status === 'held');
  });

  it('whose last worker is told to stop while a mail is on its way: the call is finished first, and is no second try later', async () => {
    const provider = await holdProvider(live.stack.mailboxUrl);
    const last = await oneMoreWorker({ RESEND_BASE_URL: provider.url });
    await live.stack.processes.worker!.stop();
    const one = await live.owing();
    await sendNow(one);
    await provider.isHeld;
    const ended = stopped(last);
    // Long enough for a worker that does not wait for the call to have given it up.
    await pause(2_000);
    provider.letThrough();
    expect(await ended).toBe(0);
    expect(await one.mails()).toHaveLength(1);
    await live.stack.processes.worker!.restart();
    const { status, tries } = await once(one, (message) => message.status === 'sent');
    expect([status, tries]).toEqual(['sent', 1]);
    expect(await one.mails()).toHaveLength(1);
    await provider.stop();
  });
});
