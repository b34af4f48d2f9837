import { beforeAll, expect, it } from 'vitest';
import { completeAction } from '../../../facts/decisions/complete-action.ts';
import { sendByHand } from '../../../facts/messages/by-hand/hand-reminder.ts';
import { createRun } from '../../../facts/runs/create-run.ts';
import { runRefusals } from '../../../facts/runs/run-refusals.ts';
import { takeCustomer } from '../../../facts/runs/take-customer.ts';
import { HOUR, LADDER, NEXT_DAY, openSendHours, R2_TODAY, type SendHours } from './send-hours.ts';

let hours: SendHours;
let withCall: string;
beforeAll(async () => {
  hours = await openSendHours();
  const call = { key: 'call', level: 2, kind: 'call', delayDays: 5, mode: 'to_confirm' } as const;
  withCall = await hours.scenario('invoice', [...LADDER.slice(0, 2), call, ...LADDER.slice(2)]);
});

/** The second reminder left by mail; a call of the same level is due five days later. */
async function secondSent(): Promise<string> {
  const { ids } = await hours.owes(withCall, R2_TODAY);
  await hours.deliver(await hours.sendHour(HOUR), HOUR);
  await hours.plan(ids[0]!, HOUR);
  return ids[0]!;
}

async function repeated(invoiceId: string, at: string) {
  const input = { level: 2, mode: 'email' } as const;
  const { messageId } = await sendByHand(hours.db, hours.on(at), invoiceId, input, crypto.randomUUID());
  const [mail] = await hours.deliver([messageId], at);
  await hours.plan(invoiceId, at);
  return mail!;
}

it('Who repeats the second reminder by hand has not called yet: the call of that level follows, and counts from there', async () => {
  const invoiceId = await secondSent();
  expect((await repeated(invoiceId, NEXT_DAY)).level).toBe(2);
  const { openStep } = await hours.read(invoiceId);
  expect(openStep).toMatchObject({ stepKey: 'call', kind: 'call', dueAt: new Date('2026-12-15T08:00:00.000Z') });
});

it('A run of the second reminder leaves that call to be made as well, and says that it is not the level', async () => {
  const invoiceId = await secondSent();
  const { customerId } = await hours.read(invoiceId);
  const on = hours.on('2026-12-14T09:00:00.000Z');
  const input = { level: 2, mode: 'email', dryRun: false, invoiceIds: [invoiceId] } as const;
  const run = { id: await createRun(hours.db, on, input, null) };
  const { startMessageIds } = await hours.underLock(customerId, async (tx) =>
    takeCustomer(tx, on, await tx.run.findUniqueOrThrow({ where: run }), customerId),
  );
  expect(startMessageIds).toEqual([]);
  expect((await runRefusals(hours.db, run.id)).map(({ code }) => code)).toEqual(['wrong_level']);
  expect((await hours.read(invoiceId)).openStep).toMatchObject({ stepKey: 'call', messageId: null });
});

it('Who repeats it after that call sends the text of the reminder, and the formal notice counts from there', async () => {
  const invoiceId = await secondSent();
  const { openStep } = await hours.read(invoiceId);
  await completeAction(hours.db, hours.on('2026-12-14T09:00:00.000Z'), openStep!.actionId, { outcome: 'reached' });
  await hours.plan(invoiceId, '2026-12-14T09:00:00.000Z');
  await repeated(invoiceId, '2026-12-15T09:00:00.000Z');
  const items = await hours.db.messageItem.findMany({ where: { invoiceId }, orderBy: { repeat: 'asc' } });
  expect(new Set(items.map(({ stepKey }) => stepKey)).size).toBe(1);
  expect(await hours.next(invoiceId)).toBe('2026-12-30T08:00 R3');
});
