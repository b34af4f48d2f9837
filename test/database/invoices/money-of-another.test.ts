import { v7 as uuidv7 } from 'uuid';
import { beforeAll, expect, it } from 'vitest';
import { changeInvoice } from '../../../facts/invoices/change-invoice.ts';
import { endCase } from '../../../facts/invoices/end-case.ts';
import { createWorld, type World } from '../world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});

/** One transfer pays an invoice of the payer and half of another debtor's invoice; each of the two has one more open invoice. */
async function paidTogether() {
  const [payer, debtor] = [await world.customer(), await world.customer()];
  const paid = await world.invoice(payer.reference, { total_cents: 50_00 });
  const open = await world.invoice(payer.reference);
  const [given, other] = [await world.invoice(debtor.reference), await world.invoice(debtor.reference)];
  const of = ({ number }: { number: string }) => ({ invoice_number: number, amount_cents: 50_00 });
  await world.pay(paid.number, 100_00, { external_id: uuidv7(), allocations: [of(paid), of(given)] });
  const versions = async () => ({
    open: (await world.read(open.id)).version,
    other: (await world.read(other.id)).version,
  });
  const freeCents = async () =>
    (await world.db.payment.findFirstOrThrow({ where: { customerId: payer.id } })).unallocatedCents;
  return { open, given, other, versions, freeCents };
}

it('what a lowered total sets free is told to the cases of the payer, whose money it is, and not of the debtor', async () => {
  const { open, given, other, versions, freeCents } = await paidTogether();
  const before = await versions();
  const { tellings } = await changeInvoice(world.db, world.context, given.id, { total_cents: 30_00 }, () => undefined);
  const told = tellings.map(({ invoiceId }) => invoiceId);
  expect(told).toContain(open.id);
  expect(told).not.toContain(other.id);
  expect(await versions()).toEqual({ open: before.open + 1, other: before.other });
  expect(await freeCents()).toBe(20_00);
});

it('what a cancelled invoice sets free is told to the cases of the payer, and told him again when it is asked again', async () => {
  const { open, given, other, versions, freeCents } = await paidTogether();
  const before = await versions();
  const cancel = () => endCase(world.db, world.context, given.id, 'cancelled', { reason: 'Erreur' });
  const { tellings } = await cancel();
  expect(tellings.map(({ invoiceId }) => invoiceId)).toEqual([given.id, open.id]);
  expect(await versions()).toEqual({ open: before.open + 1, other: before.other });
  expect(await freeCents()).toBe(50_00);
  await world.db.invoice.update({ where: { id: other.id }, data: { version: { increment: 1 } } });
  expect((await cancel()).tellings.map(({ invoiceId }) => invoiceId)).toEqual([given.id, open.id]);
});
