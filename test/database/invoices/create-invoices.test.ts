import { beforeAll, describe, expect, it } from 'vitest';
import { readDocument } from '../../../facts/cases/read-document.ts';
import { type InvoiceInput, invoiceInput } from '../../../facts/inputs/invoice.ts';
import { createInvoice } from '../../../facts/invoices/create-invoice.ts';
import { createInvoices } from '../../../facts/invoices/create-invoices.ts';
import { createWorld, photograph, type World } from '../world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});

let serial = 0;
function input(reference: string, more: Record<string, unknown> = {}): InvoiceInput {
  return invoiceInput.parse({
    number: `L-${String((serial += 1))}`,
    customer_reference: reference,
    issued_on: '2026-10-01',
    due_on: '2026-10-31',
    total_cents: 123_45,
    currency: 'EUR',
    case_file: { reference: 'D-1', mission: 'DPE' },
    ...more,
  });
}

/** The fields in which two rows of the same invoice may differ. */
function essence(row: Record<string, unknown>) {
  const own = ['id', 'number', 'contentHash', 'createdAt', 'updatedAt', 'customerId'];
  return Object.fromEntries(Object.entries(row).filter(([name]) => !own.includes(name)));
}

describe('Many invoices at once', () => {
  it('are stored as each would be alone: the same columns, scenario and history', async () => {
    const { reference } = await world.customer();
    const other = await world.customer({ kind: 'consumer' });
    const single = [input(reference), input(other.reference)];
    const together = [input(reference), input(other.reference)];
    const alone = [];
    for (const one of single) {
      const { id, document } = (await createInvoice(world.db, world.context, one)).answer;
      expect(document, 'what came with the storing').toEqual(await readDocument(world.db, world.creditorId, id));
      alone.push(id);
    }
    const opened = await createInvoices(world.db, world.context, together);
    expect(opened.map(({ number }) => number)).toEqual(together.map(({ number }) => number));
    for (const [index, { id }] of opened.entries()) {
      const [one, many] = [await world.read(alone[index]!), await world.read(id)];
      expect(essence(many)).toEqual(essence(one));
      expect(many.scenarioVersionId).not.toBeNull();
      const history = await world.db.historyEntry.findMany({ where: { invoiceId: { in: [one.id, id] } } });
      expect(history.map(({ kind }) => kind)).toEqual(['created', 'created']);
    }
    const consumers = await world.read(opened[1]!.id);
    expect(consumers.scenarioVersionId).not.toBe((await world.read(opened[0]!.id)).scenarioVersionId);
  });

  it('leave out what has to be looked at: known, twice, unknown customer, a level, a credit note, an id', async () => {
    const { reference } = await world.customer();
    const [known, twice, plain] = [input(reference), input(reference), input(reference)];
    await createInvoice(world.db, world.context, known);
    const scenario = await world.db.scenario.findFirstOrThrow({});
    const opened = await createInvoices(world.db, world.context, [
      known,
      twice,
      { ...twice, total_cents: 1 },
      input('NOBODY'),
      input(reference, { initial_level: 1 }),
      input(reference, { kind: 'credit_note', due_on: null }),
      input(reference, { scenario_id: scenario.id }),
      plain,
    ]);
    expect(opened.map(({ number }) => number)).toEqual([twice.number, plain.number]);
    expect((await world.read(opened[0]!.id)).totalCents).toBe(123_45);
  });

  it('of which none is new change nothing', async () => {
    const { reference } = await world.customer();
    const inputs = [input(reference), input(reference)];
    await createInvoices(world.db, world.context, inputs);
    const before = await photograph(world);
    expect(await createInvoices(world.db, world.context, inputs)).toEqual([]);
    expect(await photograph(world)).toEqual(before);
  });

  it('posted by two at once are stored once', async () => {
    const { reference } = await world.customer();
    const inputs = Array.from({ length: 20 }, () => input(reference));
    const both = await Promise.all([
      createInvoices(world.db, world.context, inputs),
      createInvoices(world.db, world.context, inputs.toReversed()),
    ]);
    expect(both.flat()).toHaveLength(20);
    const numbers = inputs.map(({ number }) => number);
    expect(await world.db.invoice.count({ where: { number: { in: numbers } } })).toBe(20);
  });
});
