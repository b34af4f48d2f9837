import { v7 as uuidv7 } from 'uuid';
import { beforeAll, expect, it } from 'vitest';
import { changeInvoice } from '../../../facts/invoices/change-invoice.ts';
import { createWorld, type World } from '../world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});

it('what a lowered total sets free is told to the cases of the payer, whose money it is, and not of the debtor', async () => {
  const [payer, debtor] = [await world.customer(), await world.customer()];
  const [paid, open] = [await world.invoice(payer.reference), await world.invoice(payer.reference)];
  const [lowered, other] = [await world.invoice(debtor.reference), await world.invoice(debtor.reference)];
  const of = ({ number }: { number: string }) => ({ invoice_number: number, amount_cents: 50_00 });
  await world.pay(paid.number, 100_00, { external_id: uuidv7(), allocations: [of(paid), of(lowered)] });
  const before = await world.read(open.id);

  const { tellings } = await changeInvoice(
    world.db,
    world.context,
    lowered.id,
    { total_cents: 30_00 },
    () => undefined,
  );
  const told = tellings.map(({ invoiceId }) => invoiceId);
  expect(told).toContain(open.id);
  expect(told).not.toContain(other.id);
  expect((await world.read(open.id)).version).toBe(before.version + 1);
  expect(await world.db.payment.findFirst({ where: { customerId: payer.id } })).toMatchObject({
    unallocatedCents: 20_00,
  });
});
