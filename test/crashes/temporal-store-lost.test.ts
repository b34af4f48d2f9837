import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_CREDITOR } from '../../facts/demo/demo-creditor.ts';
import { invoiceWorkflowId, messageWorkflowId } from '../../workflows/ids.ts';
import type { CaseFile } from '../e2e/case-file.ts';
import { dateInFrance } from '../e2e/french-days.ts';
import { eventually } from '../eventually.ts';
import { LiveCreditor, messageOf, once, sendNow } from '../stack/live-creditor.ts';
import { reconcile } from '../stack/reconcile.ts';

let live: LiveCreditor;
beforeAll(async () => {
  live = await LiveCreditor.start();
});
afterAll(() => live?.end());

/** Deletes an execution from Temporal's store. */
async function lose(workflowId: string): Promise<void> {
  await live.temporal.workflow.getHandle(workflowId).terminate('the store is lost');
  const workflowExecution = { workflowId };
  await live.temporal.workflowService.deleteWorkflowExecution({ namespace: 'default', workflowExecution });
}
/** Makes all cases an hour older: the reconciliation does not look for younger ones, which may not be visible in Temporal yet. */
async function growOld(): Promise<void> {
  const client = new pg.Client({ connectionString: live.stack.databaseUrl });
  await client.connect();
  await client.query(`update invoices set "createdAt" = "createdAt" - interval '1 hour'`);
  await client.end();
}
describe('a creditor who is live', { timeout: 240_000 }, () => {
  it('loses Temporal’s store: every open message comes back with its key and its bytes, and none leaves twice', async () => {
    const names = ['taken', 'notTaken', 'waiting', 'paidTaken', 'paidNotTaken'] as const;
    const cases = Object.fromEntries(
      await Promise.all(names.map(async (name) => [name, await live.owing()])),
    ) as Record<(typeof names)[number], CaseFile>;
    const kinds = ['accept_then_reset', 'reset', '429', 'accept_then_reset', 'reset'];
    await Promise.all(
      names.map((name, index) => live.fault({ next: 1_000, kind: kinds[index], to: cases[name].email })),
    );
    await Promise.all(names.map((name) => sendNow(cases[name])));
    const before = await Promise.all(names.map((name) => once(cases[name], (message) => message.next_try_at !== null)));
    expect(before.map(({ status }) => status)).toEqual(['sending', 'sending', 'rendered', 'sending', 'sending']);

    for (const { id } of before) await lose(messageWorkflowId(DEMO_CREDITOR, id));
    const today = dateInFrance((await live.business.clock()).now_at);
    const answers = await Promise.all([cases.paidTaken.pay(120_00, today), cases.paidNotTaken.pay(120_00, today)]);
    for (const { handed_over: handedOver } of answers) expect(handedOver).toHaveLength(1);
    await live.fault({ next: 0 });
    await reconcile(live.stack);

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
    // A message about an invoice that was paid meanwhile is never tried again: it is found at the provider, or left to a person.
    expect((await once(cases.paidNotTaken, ({ status }) => status === 'ambiguous')).status).toBe('ambiguous');
    expect(await cases.paidNotTaken.mails()).toEqual([]);
    for (const one of [cases.paidTaken, cases.paidNotTaken]) expect((await one.dunning()).status).toBe('paid');
  });

  it('loses Temporal’s store: every case that nobody speaks of is found and goes on, those that run are left alone', async () => {
    const [lost, alsoLost, kept] = await Promise.all([live.owing(), live.owing(), live.owing()]);
    const planned = await Promise.all([lost, alsoLost, kept].map((one) => one.next()));
    await growOld();
    const runOf = async (one: CaseFile) => {
      const { status, runId } = await live.temporal.workflow
        .getHandle(invoiceWorkflowId(DEMO_CREDITOR, one.id))
        .describe();
      return { status: status.name, runId };
    };
    const keptRun = await runOf(kept);
    for (const one of [lost, alsoLost]) await lose(invoiceWorkflowId(DEMO_CREDITOR, one.id));
    await live.stack.processes.worker!.restart();
    await reconcile(live.stack);

    for (const one of [lost, alsoLost]) {
      const run = await eventually(
        () => runOf(one).catch(() => null),
        (found) => found?.status === 'RUNNING',
        90_000,
      );
      expect(run?.status).toBe('RUNNING');
    }
    expect(await runOf(kept)).toEqual(keptRun);
    await live.business.advance(18);
    for (const [index, one] of [lost, alsoLost, kept].entries()) {
      await once(one, ({ status }) => status === 'sent');
      expect((await one.mails()).map(({ subject }) => subject.slice(0, 6))).toEqual(['Rappel']);
      expect(dateInFrance((await messageOf(one)).sent_at)).toBe(dateInFrance(planned[index]!.due_at));
    }
  });
});
