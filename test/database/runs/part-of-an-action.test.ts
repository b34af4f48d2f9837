import { beforeAll, expect, it } from 'vitest';
import { loadMessageToSettle } from '../../../facts/messages/settling/message-to-settle.ts';
import { settleMessage } from '../../../facts/messages/settling/settle-message.ts';
import { createRun } from '../../../facts/runs/create-run.ts';
import { takeCustomer } from '../../../facts/runs/take-customer.ts';
import { lockCustomers } from '../../../prisma/lock.ts';
import { NOW, openWorld, type World } from '../holds/case-world.ts';
import { gatheredDebts } from './gathered-debts.ts';

// Two invoices of one customer are to be reminded in one message. A run reminds of the first alone.

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

/** The run's message about the first invoice, and the action in which both were until then. */
async function reminded() {
  const { customerId, ids } = await gatheredDebts(world, 2);
  const [first, second] = ids as [string, string];
  for (const id of ids) await world.plan(id);
  const together = await actionOf(second);
  expect(together.action.invoices).toHaveLength(2);
  const input = { level: 1, mode: 'email' as const, dryRun: false, invoiceIds: [first] };
  const runId = await createRun(world.db, world.on(NOW), input, null);
  const run = await world.db.run.findUniqueOrThrow({ where: { id: runId } });
  const { startMessageIds } = await world.db.$transaction(async (tx) => {
    await lockCustomers(tx, [customerId]);
    return takeCustomer(tx, world.on(NOW), run, customerId);
  });
  return { first, second, customerId, messageId: startMessageIds[0]!, actionId: together.actionId };
}

const left = (customerId: string, messageId: string) =>
  world.db.$transaction(async (tx) => {
    await lockCustomers(tx, [customerId]);
    await settleMessage(tx, world.on(NOW), await loadMessageToSettle(tx, messageId), {
      kind: 'sent',
      reference: 'p-1',
    });
  });

const actionOf = (invoiceId: string) =>
  world.db.openStep.findUniqueOrThrow({ where: { invoiceId }, include: { action: { include: { invoices: true } } } });

/** The rest is still to be done, by itself, and the message is none of its. */
async function restIsToDo(invoiceId: string, of: { actionId: string; messageId: string }) {
  const { action } = await actionOf(invoiceId);
  expect(action).toMatchObject({ id: of.actionId, state: 'open', messageId: null, settledAt: null });
  expect(action.invoices.map((one) => one.invoiceId)).toEqual([invoiceId]);
  const { actionId } = await world.db.message.findUniqueOrThrow({ where: { id: of.messageId } });
  expect(actionId).not.toBe(of.actionId);
}

it('a run that reminds of a part of an action does that part, and leaves the rest to do', async () => {
  const { first, second, customerId, messageId, actionId } = await reminded();
  const apart = await actionOf(first);
  await left(customerId, messageId);
  await restIsToDo(second, { actionId, messageId });
  expect(await world.db.openStep.findUnique({ where: { invoiceId: first } })).toBeNull();
  const done = await world.db.action.findUniqueOrThrow({ where: { id: apart.actionId } });
  expect(done).toMatchObject({ state: 'done', settledAt: NOW, messageId });
});

it('a part that is still in the action when its message left, as one that an earlier release reserved, leaves the rest to do too', async () => {
  const { first, second, customerId, messageId, actionId } = await reminded();
  await world.db.openStep.update({ where: { invoiceId: first }, data: { actionId } });
  await world.db.actionInvoice.create({ data: { actionId, invoiceId: first } });
  await left(customerId, messageId);
  await restIsToDo(second, { actionId, messageId });
  expect(await world.db.openStep.findUnique({ where: { invoiceId: first } })).toBeNull();
});
