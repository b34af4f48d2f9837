import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { MockActivityEnvironment } from '@temporalio/testing';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { ActivityDeps } from '../../../activities/activity-deps.ts';
import { createImportRecords } from '../../../activities/import-records.ts';
import { createImport } from '../../../facts/imports/create-import.ts';
import { importAnswer } from '../../../facts/imports/import-answer.ts';
import { openInBulk } from '../../../facts/imports/open-in-bulk.ts';
import { readRecords } from '../../../facts/imports/read-file.ts';
import { storeUnit } from '../../../facts/imports/store-unit.ts';
import { toUnits } from '../../../facts/imports/units.ts';
import { OffsetWorkflowClient } from '../../../temporal/offset-client.ts';
import { NOW, openWorld, type World } from '../holds/case-world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

type Kind = 'customers' | 'invoices' | 'payments';
async function importFile(kind: Kind, text: string) {
  const units = toUnits(kind, readRecords(kind, new TextEncoder().encode(text)));
  const stored = [];
  for (const unit of units) stored.push(await storeUnit(world.db, world.on(NOW), kind, unit));
  return { refused: stored.flatMap((unit) => unit.refused), starts: stored.flatMap((unit) => unit.startId ?? []) };
}

const INVOICES = 'number;customer_reference;issued_on;due_on;total_cents;currency\n';

describe('a record', () => {
  it('of an invoice starts its case; the same file again starts nothing that has begun and refuses nothing', async () => {
    const { reference } = await world.newCustomer();
    const number = `F-${randomUUID()}`;
    const file = `${INVOICES}${number};${reference};2026-11-01;2026-11-30;12000;EUR\n`;
    const first = await importFile('invoices', file);
    expect(first).toMatchObject({ refused: [], starts: [expect.any(String)] });
    const invoice = await world.db.invoice.findFirstOrThrow({ where: { number } });
    await world.db.invoice.update({ where: { id: invoice.id }, data: { toldVersion: invoice.version } });
    expect(await importFile('invoices', file)).toEqual({ refused: [], starts: [] });
    expect(await world.db.invoice.count({ where: { number } })).toBe(1);
  });

  it('that was cut short before its case started is started by the next try', async () => {
    const { reference } = await world.newCustomer();
    const file = `${INVOICES}F-${randomUUID()};${reference};2026-11-01;2026-11-30;12000;EUR\n`;
    const first = await importFile('invoices', file);
    expect((await importFile('invoices', file)).starts).toEqual(first.starts);
  });

  it('that says something else than before is refused with its line, and the others go in', async () => {
    const { reference } = await world.newCustomer();
    const [one, other] = [`F-${randomUUID()}`, `F-${randomUUID()}`];
    await importFile('invoices', `${INVOICES}${one};${reference};2026-11-01;2026-11-30;12000;EUR\n`);
    const { refused, starts } = await importFile(
      'invoices',
      `${INVOICES}${one};${reference};2026-11-01;2026-11-30;99;EUR\n${other};${reference};2026-11-01;2026-11-30;100;EUR\n;nobody;;;;\nF-x;nobody;2026-11-01;2026-11-30;100;EUR\n`,
    );
    expect(refused).toEqual([
      { line: 2, code: 'other_content', detail: expect.stringContaining(one) },
      { line: 4, code: 'invalid', detail: expect.stringContaining('number') },
      { line: 5, code: 'unknown_customer', detail: expect.stringContaining('nobody') },
    ]);
    expect(starts).toHaveLength(1);
  });

  it('of a customer brings address and contact', async () => {
    const reference = `C-${randomUUID()}`;
    const header = 'reference;name;kind;address_line_1;postal_code;city;contact_name;contact_email;contact_phone';
    const row = `${reference};SCI des Lilas;professional;3 rue des Lilas;33000;Bordeaux;Paul Roy;paul@roy.example;05 56 00 00 00`;
    expect(await importFile('customers', `${header}\n${row}\n`)).toMatchObject({ refused: [] });
    const customer = await world.db.customer.findFirstOrThrow({ where: { reference }, include: { contacts: true } });
    expect(customer).toMatchObject({ city: 'Bordeaux', contacts: [{ name: 'Paul Roy', recovery: true }] });
  });
});

describe('an accent', () => {
  const PAYMENTS = 'external_id;invoice_number;amount_cents;currency;paid_on\n';
  const MIGRATION = 'prisma/migrations/20261130057000_accents_in_one_form/migration.sql';
  const upgrade = async () => {
    for (const statement of readFileSync(MIGRATION, 'utf8').split('\n\n'))
      await world.db.$executeRawUnsafe(statement.replaceAll(/^--.*$/gm, ''));
  };

  it('is the same however a file writes it: no second invoice, and the payment from a Mac finds the first', async () => {
    const { reference } = await world.newCustomer();
    const number = `FÉ-${randomUUID()}`;
    const file = `${INVOICES}${number};${reference};2026-11-01;2026-11-30;12000;EUR\n`;
    expect((await importFile('invoices', file)).starts).toHaveLength(1);
    expect(await importFile('invoices', file.normalize('NFD'))).toMatchObject({ refused: [] });
    const payment = `${PAYMENTS}P-${randomUUID()};${number};2000;EUR;2026-11-20\n`.normalize('NFD');
    expect(await importFile('payments', payment)).toEqual({ refused: [], starts: [] });
    const stored = await world.db.invoice.findMany({ where: { number: { in: [number, number.normalize('NFD')] } } });
    expect(stored).toMatchObject([{ number, balanceCents: 10_000 }]);
  });

  it('stored in the other form before is found, but where the same number is there in both', async () => {
    const { reference } = await world.newCustomer();
    const [number, twin, id] = [`FÉ-${randomUUID()}`, `FÈ-${randomUUID()}`, `PÉ-${randomUUID()}`];
    const rows = [number, twin, 'F-other'].map((one) => `${one};${reference};2026-11-01;2026-11-30;12000;EUR\n`);
    const payment = `${PAYMENTS}${id};${number};2000;EUR;2026-11-20\n`;
    await importFile('invoices', INVOICES + rows.join(''));
    await importFile('payments', payment);
    const said = { allocations: [{ amount_cents: 2000, invoice_number: number }], amount_cents: 2000, currency: 'EUR' };
    const content = JSON.stringify({ ...said, external_id: id, paid_on: '2026-11-20' }).normalize('NFD');
    await world.db.payment.updateMany({
      where: { externalId: id },
      data: { externalId: id.normalize('NFD'), contentHash: createHash('sha256').update(content).digest('hex') },
    });
    for (const [from, to] of [[number, number] as const, ['F-other', twin] as const])
      await world.db.invoice.updateMany({ where: { number: from }, data: { number: to.normalize('NFD') } });
    await upgrade();
    expect(await importFile('invoices', INVOICES + rows[0]!.normalize('NFD'))).toMatchObject({ refused: [] });
    expect(await importFile('payments', payment.normalize('NFD'))).toEqual({ refused: [], starts: [] });
    expect(await world.db.payment.count({ where: { externalId: { in: [id, id.normalize('NFD')] } } })).toBe(1);
    const numbers = [number, number.normalize('NFD'), twin, twin.normalize('NFD')];
    const stored = await world.db.invoice.findMany({ where: { number: { in: numbers } }, select: { number: true } });
    expect(stored.map((one) => one.number).toSorted()).toEqual([number, twin, twin.normalize('NFD')].toSorted());
  });
});

describe('a payment of several rows', () => {
  const HEADER = 'external_id;invoice_number;amount_cents;currency;paid_on;method\n';

  it('is one payment, allocated row by row', async () => {
    const customer = await world.newCustomer();
    const [one, other] = [await world.newInvoice(customer), await world.newInvoice(customer)];
    const id = `P-${randomUUID()}`;
    const rows = `${id};${one.number};30000;EUR;2026-11-20;virement\n${id};${other.number};10000;EUR;2026-11-20;virement\n`;
    expect(await importFile('payments', HEADER + rows)).toMatchObject({ refused: [] });
    expect(await world.read(one.id)).toMatchObject({ closedAs: 'paid' });
    expect(await world.read(other.id)).toMatchObject({ balanceCents: 20_000 });
    expect(await world.db.payment.findFirstOrThrow({ where: { externalId: id } })).toMatchObject({
      amountCents: 40_000,
    });
  });

  it('is refused as a whole, each row named, when one invoice is unknown', async () => {
    const { number, id: invoiceId } = await world.newInvoice(await world.newCustomer());
    const id = `P-${randomUUID()}`;
    const rows = `${id};${number};100;EUR;2026-11-20;\n${id};F-nobody;100;EUR;2026-11-20;\n`;
    const { refused } = await importFile('payments', HEADER + rows);
    expect(refused.map(({ line, code }) => [line, code])).toEqual([
      [2, 'unknown_invoice'],
      [3, 'unknown_invoice'],
    ]);
    expect((await world.read(invoiceId)).balanceCents).toBe(30_000);
    expect(await world.db.payment.count({ where: { externalId: id } })).toBe(0);
  });
});

describe('an import', () => {
  it('is of the product’s day, as all that a person reads, and ends no earlier than it began', async () => {
    const nextYear = new Date('2027-11-24T09:00:00.000Z');
    const content = new TextEncoder().encode('reference;name;kind;city;postal_code;country\n');
    const importId = await createImport(world.db, world.on(nextYear), 'customers', content);
    const deps = { db: world.db, dispatcher: {}, firstTasksPerSecond: 100 } as unknown as ActivityDeps;
    const call = { creditorId: world.creditor.id, importId, at: '2027-11-24T09:00:01.000Z' };
    await new MockActivityEnvironment().run(createImportRecords(deps), call);
    const row = await world.db.import.findUniqueOrThrow({ where: { id: importId } });
    expect(importAnswer(row)).toMatchObject({ created_at: nextYear.toISOString(), finished_at: call.at });
  });

  it('hands back at once when its worker is told to stop, and another goes on where it was', async () => {
    const reference = `S-${randomUUID().slice(0, 8)}`;
    const rows = `reference;name;kind;city;postal_code;country\n${reference};Arrêt;consumer;Lyon;69001;FR\n`;
    const importId = await createImport(world.db, world.on(NOW), 'customers', new TextEncoder().encode(rows));
    const deps = { db: world.db, dispatcher: {}, firstTasksPerSecond: 100 } as unknown as ActivityDeps;
    const call = { creditorId: world.creditor.id, importId, at: NOW.toISOString() };
    const stopping = new MockActivityEnvironment();
    stopping.cancel('WORKER_SHUTDOWN');
    expect(await stopping.run(createImportRecords(deps), call)).toEqual({ done: false });
    expect(await world.db.import.findUniqueOrThrow({ where: { id: importId } })).toMatchObject({ nextRecord: 0 });
    expect(await new MockActivityEnvironment().run(createImportRecords(deps), call)).toEqual({ done: true });
  });

  it('is done when its cases have their first plans, or when a whole slice of waiting brought none', async () => {
    const { reference } = await world.newCustomer();
    const content = new TextEncoder().encode(
      `${INVOICES}F-${randomUUID()};${reference};2026-11-01;2026-11-30;12000;EUR\n`,
    );
    const importId = await createImport(world.db, world.on(NOW), 'invoices', content);
    // The twenty seconds of a slice are one second here.
    const [real, beginMs] = [performance.now.bind(performance), performance.now()];
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => beginMs + (real() - beginMs) * 20);
    const workflowService = { describeTaskQueue: () => Promise.resolve({ stats: { approximateBacklogCount: 0 } }) };
    const start = vi.spyOn(OffsetWorkflowClient.prototype, 'start').mockResolvedValue({} as never);
    const client = { workflowService, options: { namespace: 'default' }, connection: {} };
    const deps = { db: world.db, dispatcher: { client }, firstTasksPerSecond: 100 } as unknown as ActivityDeps;
    const slice = () =>
      new MockActivityEnvironment().run(createImportRecords(deps), {
        ...{ creditorId: world.creditor.id, importId, at: NOW.toISOString() },
      });
    expect(await slice()).toEqual({ done: false });
    expect(await slice()).toEqual({ done: true });
    expect(start).toHaveBeenCalledTimes(1);
    clock.mockRestore();
    start.mockRestore();
  });

  it('takes rows of professionals that are due later than the law allows, and names them to be looked at', async () => {
    const [professional, consumer] = [await world.newCustomer({ kind: 'professional' }), await world.newCustomer()];
    const row = ({ reference }: { reference: string }, dueOn: string) =>
      `F-${randomUUID()};${reference};2026-11-01;${dueOn};12000;EUR`;
    const rows = [
      row(professional, '2027-01-14'),
      row(professional, '2027-01-15'),
      row(consumer, '2028-11-01'),
      row({ reference: 'nobody' }, '2028-11-01'),
      row(professional, '2028-11-01'),
    ];
    const content = new TextEncoder().encode(`${INVOICES}${rows.join('\n')}\n`);
    const importId = await createImport(world.db, world.on(NOW), 'invoices', content);
    const workflowService = { describeTaskQueue: () => Promise.resolve({ stats: { approximateBacklogCount: 0 } }) };
    const start = vi.spyOn(OffsetWorkflowClient.prototype, 'start').mockResolvedValue({} as never);
    const [real, beginMs] = [performance.now.bind(performance), performance.now()];
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => beginMs + (real() - beginMs) * 20);
    const client = { workflowService, options: { namespace: 'default' }, connection: {} };
    const deps = { db: world.db, dispatcher: { client }, firstTasksPerSecond: 100 } as unknown as ActivityDeps;
    const call = { creditorId: world.creditor.id, importId, at: NOW.toISOString() };
    await new MockActivityEnvironment().run(createImportRecords(deps), call);
    clock.mockRestore();
    start.mockRestore();
    const answer = importAnswer(await world.db.import.findUniqueOrThrow({ where: { id: importId } }));
    expect(answer).toMatchObject({ accepted: 4, refused: [{ line: 5 }] });
    const detail = expect.stringContaining('2027-01-14');
    expect(answer.warnings).toEqual([
      { line: 3, code: 'due_beyond_legal_term', detail },
      { line: 6, code: 'due_beyond_legal_term', detail },
    ]);
  });

  it('with a number twice takes the rows in their order: the wrong one is refused, and the second is a repetition', async () => {
    const { reference } = await world.newCustomer();
    const [wrong, twice, level] = [`W-${randomUUID()}`, `T-${randomUUID()}`, `L-${randomUUID()}`];
    const row = (number: string, of: string, cents: number) => `${number};${of};2026-11-01;2026-11-30;${cents};EUR`;
    const rows = [
      `${row(wrong, 'nobody', 100)};`,
      `${row(wrong, reference, 100)};`,
      `${row(twice, reference, 200)};`,
      `${row(twice, reference, 200)};`,
      `${row(level, reference, 300)};1`,
      `${row(level, reference, 300)};`,
    ];
    const content = new TextEncoder().encode(`${INVOICES.trim()};initial_level\n${rows.join('\n')}\n`);
    const { opened, rest } = await openInBulk(
      world.db,
      world.on(NOW),
      toUnits('invoices', readRecords('invoices', content)),
    );
    expect(opened).toEqual([]);
    const refused = [];
    for (const unit of rest) refused.push(...(await storeUnit(world.db, world.on(NOW), 'invoices', unit)).refused);
    expect(refused).toMatchObject([
      { line: 2, code: 'unknown_customer' },
      { line: 7, code: 'other_content' },
    ]);
    const stored = await world.db.invoice.findFirstOrThrow({ where: { number: level } });
    expect(stored.initialLevel).toBe(1);
  });

  it('of more lines than a worker can hold is refused when it is posted, and ended when it was posted before that', async () => {
    const content = new TextEncoder().encode(`reference,name,kind\n${'a\n'.repeat(250_001)}`);
    const posted = createImport(world.db, world.on(NOW), 'customers', content);
    await expect(posted).rejects.toMatchObject({ kind: 'invalid', code: 'too_many_lines' });
    const importId = randomUUID();
    const { actor } = world.on(NOW);
    const kept = { creditorId: world.creditor.id, kind: 'customers' as const, content, actor: { ...actor } };
    await world.db.import.create({ data: { id: importId, ...kept, createdAt: NOW } });
    const deps = { db: world.db, dispatcher: {}, firstTasksPerSecond: 100 } as unknown as ActivityDeps;
    const call = { creditorId: world.creditor.id, importId, at: NOW.toISOString() };
    expect(await new MockActivityEnvironment().run(createImportRecords(deps), call)).toEqual({ done: true });
    const row = await world.db.import.findUniqueOrThrow({ where: { id: importId } });
    expect(importAnswer(row)).toMatchObject({
      status: 'done',
      accepted: 0,
      refused_count: 1,
      refused: [{ line: 1, code: 'too_many_lines', detail: expect.stringContaining('split it') }],
    });
  });

  it('that two workers are at, one of them given up for lost, counts each record once', async () => {
    const lines = Array.from({ length: 30 }, () => `C-${randomUUID()};Paul Roy;consumer;Bordeaux;33000;FR`);
    const content = new TextEncoder().encode(
      `reference;name;kind;city;postal_code;country\n${lines.join('\n')}\n;Paul Roy;;;;\n`,
    );
    const context = world.on(NOW);
    const importId = await createImport(world.db, context, 'customers', content);
    const deps = { db: world.db, dispatcher: {}, firstTasksPerSecond: 100 } as unknown as ActivityDeps;
    const call = { creditorId: world.creditor.id, importId, at: NOW.toISOString() };
    const run = () => new MockActivityEnvironment().run(createImportRecords(deps), call);
    expect(await Promise.all([run(), run()])).toEqual([{ done: true }, { done: true }]);
    const row = await world.db.import.findUniqueOrThrow({ where: { id: importId } });
    expect(row).toMatchObject({ status: 'done', total: 31, accepted: 30 });
    expect(row.refused).toHaveLength(1);
  });
});
