import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { tsToMs } from '@temporalio/common/lib/time.js';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_CREDITOR } from '../../scripts/stack/child-environment.ts';
import type { LocalStack } from '../../scripts/stack.ts';
import { startBuiltStack } from './built-stack.ts';
import { reconcile } from './reconcile.ts';
import { freePorts } from '../../scripts/stack/ports.ts';
import { invoiceWorkflowId, messageWorkflowId } from '../../workflows/ids.ts';
import { Business, type Said } from '../e2e/business.ts';
import { eventually } from '../eventually.ts';
import { CaseFile } from '../e2e/case-file.ts';
import { dateInFrance } from '../e2e/french-days.ts';

const PER_SECOND = 5;
const MAILS = 16;
let dataDir: string;
let stack: LocalStack;
let business: Business;
let temporal: Client;

// Live, with the mailbox behind the real adapter's address: what Resend would get.
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'relance-live-'));
  const ports = await freePorts();
  const env = { RESEND_API_KEY: 're_local_test', RESEND_BASE_URL: `http://127.0.0.1:${ports.mailbox}` };
  stack = await startBuiltStack({ dataDir, ports, demoData: 'none', env });
  business = new Business(stack);
  await business.do('POST', '/settings/live', {});
  temporal = new Client({ connection: Connection.lazy({ address: stack.temporalAddress }) });
});
afterAll(async () => {
  await temporal?.connection.close();
  await stack?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

async function owing(): Promise<CaseFile> {
  const today = dateInFrance((await business.clock()).now_at);
  return CaseFile.open(business, { issuedOn: today });
}
const sendNow = async (one: CaseFile): Promise<string> =>
  (await one.do('POST', '/reminders', { mode: 'email' })).message_id ?? (await one.messages())[0].id;
const messageOf = async (one: CaseFile): Promise<Said> => (await one.messages())[0];
const once = (one: CaseFile, isRight: (message: Said) => boolean, patienceMs = 45_000) =>
  eventually(
    () => messageOf(one),
    (message) => Boolean(message) && isRight(message),
    patienceMs,
  );
/** When the message's turn at the provider began, by the server's clock. */
async function turnOf(messageId: string): Promise<number> {
  const { events } = await temporal.workflow.getHandle(messageWorkflowId(DEMO_CREDITOR, messageId)).fetchHistory();
  const isTurn = (name?: string | null) => name === 'takeTurn';
  const turn = events?.find((event) => isTurn(event.activityTaskScheduledEventAttributes?.activityType?.name));
  const began = events?.find(({ activityTaskStartedEventAttributes: started }) =>
    turn?.eventId?.eq(started?.scheduledEventId ?? 0),
  );
  return tsToMs(began?.eventTime);
}
/** Takes an execution out of Temporal's store. */
async function lose(workflowId: string): Promise<void> {
  await temporal.workflow.getHandle(workflowId).terminate('the store is lost');
  const workflowExecution = { workflowId };
  await temporal.workflowService.deleteWorkflowExecution({ namespace: 'default', workflowExecution });
}
/** Younger cases may not be visible in Temporal yet, and are not looked for. */
async function growOld(): Promise<void> {
  const client = new pg.Client({ connectionString: stack.databaseUrl });
  await client.connect();
  await client.query(`update invoices set "createdAt" = "createdAt" - interval '1 hour'`);
  await client.end();
}
const fault = (order: object) =>
  fetch(`${stack.mailboxUrl}/faults`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(order),
  });
const faultsLeft = async (): Promise<number> =>
  ((await (await fetch(`${stack.mailboxUrl}/faults`)).json()) as Said).data[0]?.remaining ?? 0;
const readyz = async (): Promise<Said> => {
  const answer = await fetch(`${stack.apiUrl}/readyz`);
  return { httpStatus: answer.status, ...((await answer.json()) as object) };
};

describe('a creditor who is live', { timeout: 240_000 }, () => {
  it('sends at the pace of the provider, however many leave at once; none is tried twice for it', async () => {
    const cases = await Promise.all(Array.from({ length: MAILS }, owing));
    await Promise.all(cases.map(sendNow));
    const sent = await Promise.all(cases.map((one) => once(one, ({ status }) => status === 'sent')));
    expect(sent.map(({ provider, tries, status }) => [provider, tries, status])).toEqual(
      sent.map(() => ['resend', 1, 'sent']),
    );
    const mails = await Promise.all(cases.map((one) => one.mails()));
    expect(mails.map(({ length }) => length)).toEqual(cases.map(() => 1));
    const accepted = mails.flat().map((mail) => Date.parse((mail as Said).accepted_at));
    // Temporal lets one second's calls begin together once; after that so many a second.
    const span = (Math.max(...accepted) - Math.min(...accepted)) / 1_000;
    expect(span).toBeGreaterThanOrEqual((MAILS - 2 * PER_SECOND) / PER_SECOND);
    // By the server's own stamps: a busy machine may let what began apart arrive together.
    const turns = (await Promise.all(sent.map(({ id }) => turnOf(id)))).toSorted((a, b) => a - b);
    for (const [index, at] of turns.entries()) {
      expect(turns[index + 2 * PER_SECOND]! - at || Infinity).toBeGreaterThan(900);
    }
  });

  it('whose key is wrong stops once: nobody fails, one probes, and all leave by themselves when it is mended', async () => {
    await fault({ next: 1_000, kind: '401' });
    const cases = await Promise.all(Array.from({ length: 6 }, owing));
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

    // Whoever found it out has tried once; all others, and those that came later, have not been tried at all.
    expect(await faultsLeft()).toBe(left);

    await fault({ next: 0 });
    await business.advance(1);
    for (const one of cases) {
      expect((await once(one, ({ status }) => status === 'sent')).status).toBe('sent');
      expect(await one.mails()).toHaveLength(1);
    }
    expect((await readyz()).checks.sending).toEqual({ ok: true, detail: 'ok' });
  });

  it('loses Temporal’s store: every open message comes back with its key and its bytes, and none leaves twice', async () => {
    const names = ['taken', 'notTaken', 'waiting', 'paidTaken', 'paidNotTaken'] as const;
    const cases = Object.fromEntries(await Promise.all(names.map(async (name) => [name, await owing()]))) as Record<
      (typeof names)[number],
      CaseFile
    >;
    const kinds = ['accept_then_reset', 'reset', '429', 'accept_then_reset', 'reset'];
    await Promise.all(names.map((name, index) => fault({ next: 1_000, kind: kinds[index], to: cases[name].email })));
    await Promise.all(names.map((name) => sendNow(cases[name])));
    const before = await Promise.all(names.map((name) => once(cases[name], (message) => message.next_try_at !== null)));
    expect(before.map(({ status }) => status)).toEqual(['sending', 'sending', 'rendered', 'sending', 'sending']);

    for (const { id } of before) await lose(messageWorkflowId(DEMO_CREDITOR, id));
    const today = dateInFrance((await business.clock()).now_at);
    const answers = await Promise.all([cases.paidTaken.pay(120_00, today), cases.paidNotTaken.pay(120_00, today)]);
    for (const { handed_over: handedOver } of answers) expect(handedOver).toHaveLength(1);
    await fault({ next: 0 });
    await reconcile(stack);

    for (const name of ['taken', 'notTaken', 'waiting', 'paidTaken'] as const) {
      expect([name, (await once(cases[name], ({ status }) => status === 'sent', 90_000)).status]).toEqual([
        name,
        'sent',
      ]);
      const [message, mails] = [await messageOf(cases[name]), await cases[name].mails()];
      expect(mails.map((mail) => [mail.idempotency_key, mail.id])).toEqual([[message.id, message.provider_reference]]);
      const earlier = before[names.indexOf(name)];
      expect([message.id, message.sha256]).toEqual([earlier.id, earlier.sha256]);
    }
    // What was paid meanwhile is never tried again: found at the provider, or left to a person.
    expect((await once(cases.paidNotTaken, ({ status }) => status === 'ambiguous')).status).toBe('ambiguous');
    expect(await cases.paidNotTaken.mails()).toEqual([]);
    for (const one of [cases.paidTaken, cases.paidNotTaken]) expect((await one.dunning()).status).toBe('paid');
  });

  it('loses Temporal’s store: every case that nobody speaks of is found and goes on, those that run are left alone', async () => {
    const [lost, alsoLost, kept] = await Promise.all([owing(), owing(), owing()]);
    const planned = await Promise.all([lost, alsoLost, kept].map((one) => one.next()));
    await growOld();
    const runOf = async (one: CaseFile) => {
      const { status, runId } = await temporal.workflow.getHandle(invoiceWorkflowId(DEMO_CREDITOR, one.id)).describe();
      return { status: status.name, runId };
    };
    const keptRun = await runOf(kept);
    for (const one of [lost, alsoLost]) await lose(invoiceWorkflowId(DEMO_CREDITOR, one.id));
    await stack.processes.worker!.restart();
    await reconcile(stack);

    for (const one of [lost, alsoLost]) {
      const run = await eventually(
        () => runOf(one).catch(() => null),
        (found) => found?.status === 'RUNNING',
        90_000,
      );
      expect(run?.status).toBe('RUNNING');
    }
    expect(await runOf(kept)).toEqual(keptRun);
    await business.advance(18);
    for (const [index, one] of [lost, alsoLost, kept].entries()) {
      await once(one, ({ status }) => status === 'sent');
      expect((await one.mails()).map(({ subject }) => subject.slice(0, 6))).toEqual(['Rappel']);
      expect(dateInFrance((await messageOf(one)).sent_at)).toBe(dateInFrance(planned[index]!.due_at));
    }
  });
});
