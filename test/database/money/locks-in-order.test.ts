import { v7 as uuidv7 } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import { takePayment } from '../../../facts/money/find-payment.ts';
import { lockCustomers } from '../../../prisma/lock.ts';
import { createWorld, NOW, type World } from '../world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});

async function waiting(): Promise<number> {
  const [row] = await world.all.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  return row!.count;
}

async function untilWaiting(count: number): Promise<void> {
  while ((await waiting()) < count) await new Promise((resolve) => setTimeout(resolve, 10));
}

describe('The locks of a payment', () => {
  it('are taken in the order of all others, though another debtor came to it meanwhile', async () => {
    const [first, payer] = [await world.customer(), await world.customer()];
    const [theirs, own] = [await world.invoice(first.reference), await world.invoice(payer.reference)];
    const externalId = uuidv7();
    const allocations = [{ invoice_number: own.number, amount_cents: 10_00 }];
    await world.pay(own.number, 50_00, { external_id: externalId, allocations });
    const { id: paymentId } = await world.db.payment.findFirstOrThrow({ where: { externalId } });
    const allocation = {
      id: uuidv7(),
      creditorId: world.creditorId,
      paymentId,
      invoiceId: theirs.id,
      amountCents: 5_00,
    };

    let taken: Promise<unknown> = Promise.resolve();
    let both: Promise<unknown> = Promise.resolve();
    await world.db.$transaction(async (tx) => {
      await lockCustomers(tx, [first.id, payer.id]);
      taken = world.db.$transaction((own) => takePayment(own, world.context, { externalId }));
      await untilWaiting(1);
      both = world.db.$transaction((own) => lockCustomers(own, [first.id, payer.id]));
      await untilWaiting(2);
      await tx.allocation.create({ data: { ...allocation, allocatedAt: NOW } });
    });
    expect(await taken).toMatchObject({ allocations: [{ invoiceId: own.id }, { invoiceId: theirs.id }] });
    await both;
  });
});
