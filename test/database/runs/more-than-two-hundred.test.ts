import { beforeAll, expect, it } from 'vitest';
import { loadMessageToSettle } from '../../../facts/messages/settling/message-to-settle.ts';
import { remakeConfirmed } from '../../../facts/messages/remaking/remake-confirmed.ts';
import { settleMessage } from '../../../facts/messages/settling/settle-message.ts';
import { createRun } from '../../../facts/runs/create-run.ts';
import { runRefusals } from '../../../facts/runs/run-refusals.ts';
import { takeCustomer } from '../../../facts/runs/take-customer.ts';
import type { Transaction } from '../../../prisma/client.ts';
import { lockCustomers } from '../../../prisma/lock.ts';
import { NOW, openWorld, type World } from '../holds/case-world.ts';
import { gatheredDebts } from './gathered-debts.ts';

// A customer has more invoices than a run takes in one transaction.

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const underLock = <Answer>(customerId: string, work: (tx: Transaction) => Promise<Answer>) =>
  world.db.$transaction(async (tx) => {
    await lockCustomers(tx, [customerId]);
    return work(tx);
  });

it('a run gathers all that he owes in one message, none lists what another claims; made anew, it loses what was paid alone', async () => {
  const { customerId, debts, ids } = await gatheredDebts(world, 203);
  const input = { level: 1, mode: 'email' as const, dryRun: false, invoiceIds: ids };
  const runId = await createRun(world.db, world.on(NOW), input, null);
  const run = await world.db.run.findUniqueOrThrow({ where: { id: runId } });
  const { startMessageIds } = await underLock(customerId, (tx) => takeCustomer(tx, world.on(NOW), run, customerId));
  expect(startMessageIds).toHaveLength(1);
  const items = await world.db.messageItem.findMany({ where: { messageId: startMessageIds[0]! } });
  expect([items.length, items.filter(({ information }) => information).length]).toEqual([203, 0]);

  await world.pay(debts[0]!.number, 30_000);
  const remade = await underLock(customerId, async (tx) => {
    const message = await loadMessageToSettle(tx, startMessageIds[0]!);
    await settleMessage(tx, world.on(NOW), message, { kind: 'cancelled', reason: 'invoice_changed' });
    return remakeConfirmed(tx, world.on(NOW), message);
  });
  expect(await world.db.runItem.count({ where: { runId, state: 'taken', messageId: remade } })).toBe(202);
  expect(await world.db.runItem.count({ where: { runId, state: 'waiting' } })).toBe(0);
  expect(await runRefusals(world.db, runId)).toMatchObject([{ invoice_id: ids[0], code: 'paid' }]);
}, 60_000);
