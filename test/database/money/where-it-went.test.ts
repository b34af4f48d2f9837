import { beforeAll, expect, it } from 'vitest';
import { changeInvoice } from '../../../facts/invoices/change-invoice.ts';
import { endCase } from '../../../facts/invoices/end-case.ts';
import { allocateCreditNote } from '../../../facts/money/allocate-credit-note.ts';
import { readCreditUses } from '../../../facts/money/credit-uses.ts';
import { createWorld, NOW, type World } from '../world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});

const LATER = new Date(NOW.getTime() + 60_000);

async function owed() {
  const { id: customerId, reference } = await world.customer();
  return { customerId, reference, ...(await world.invoice(reference)) };
}

const said = async (where: { invoiceId?: string | null; customerId?: string }) => {
  const lines = await world.db.historyEntry.findMany({ where, orderBy: { id: 'asc' } });
  return lines.map(({ kind, data }) => ({ kind, ...(data as Record<string, unknown>) }));
};

const lower = (id: string, total_cents: number) =>
  changeInvoice(world.db, { ...world.context, at: LATER }, id, { total_cents }, () => undefined);

it('A credit note shows the invoices that it is set against, each once, and its history says so', async () => {
  const { id, number, reference } = await owed();
  const other = await world.invoice(reference);
  const note = await world.invoice(reference, { kind: 'credit_note', total_cents: 90_00, applies_to: number });
  expect(await said({ invoiceId: note.id })).toMatchObject([
    { kind: 'created' },
    { kind: 'credited', amountCents: 90_00, unallocatedCents: 0, invoiceNumber: number },
  ]);
  await lower(id, 20_00);
  await allocateCreditNote(world.db, world.context, note.id, { invoice_number: other.number, amount_cents: 30_00 });
  await allocateCreditNote(world.db, world.context, note.id, { invoice_number: other.number, amount_cents: 5_00 });
  expect(await readCreditUses(world.db, note.id)).toEqual([
    { invoice_id: id, invoice_number: number, amount_cents: 20_00, balance_cents: 0, status: 'paid' },
    {
      invoice_id: other.id,
      invoice_number: other.number,
      amount_cents: 35_00,
      balance_cents: 65_00,
      status: 'partly_paid',
    },
  ]);
  expect((await said({ invoiceId: note.id })).slice(2)).toMatchObject([
    { kind: 'allocation_reversed', amountCents: 70_00, invoiceNumber: number },
    { kind: 'credited', amountCents: 30_00, unallocatedCents: 40_00, invoiceNumber: other.number },
    { kind: 'credited', amountCents: 5_00, unallocatedCents: 35_00 },
  ]);
});

it('What a lower total leaves too much is named with the change, and where its owner reads it', async () => {
  const [payer, debtor] = [await owed(), await owed()];
  const of = ({ number }: { number: string }, amount_cents: number) => ({ invoice_number: number, amount_cents });
  await world.pay(payer.number, 160_00, { allocations: [of(payer, 100_00), of(debtor, 60_00)] });
  await lower(debtor.id, 50_00);
  expect((await said({ invoiceId: debtor.id })).slice(-2)).toMatchObject([
    { kind: 'changed', amountCents: 50_00, amountCentsBefore: 100_00, unallocatedCents: 10_00 },
    { kind: 'closed', closedAs: 'paid' },
  ]);
  expect((await said({ invoiceId: null, customerId: payer.customerId })).slice(-1)).toMatchObject([
    { kind: 'allocation_reversed', amountCents: 10_00, invoiceNumber: debtor.number },
  ]);
});

it('What a cancellation frees of a credit note is in the note’s history, with the reason', async () => {
  const { id, number, reference } = await owed();
  const note = await world.invoice(reference, { kind: 'credit_note', total_cents: 40_00 });
  const later = { ...world.context, at: LATER };
  await allocateCreditNote(world.db, later, note.id, { invoice_number: number, amount_cents: 40_00 });
  await endCase(world.db, later, id, 'cancelled', { reason: 'Facturée deux fois' });
  expect((await said({ invoiceId: note.id })).slice(-1)).toMatchObject([
    { kind: 'allocation_reversed', amountCents: 40_00, invoiceNumber: number, reason: 'Facturée deux fois' },
  ]);
  expect((await said({ invoiceId: id })).slice(-1)).toMatchObject([
    { kind: 'closed', amountCents: 100_00, unallocatedCents: 40_00 },
  ]);
});
