import { randomUUID } from 'node:crypto';
import { MockActivityEnvironment } from '@temporalio/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ActivityDeps } from '../../../activities/activity-deps.ts';
import { createImportRecords } from '../../../activities/import-records.ts';
import { createImport } from '../../../facts/imports/create-import.ts';
import { importAnswer } from '../../../facts/imports/import-answer.ts';
import { nameIds } from '../../../facts/imports/name-ids.ts';
import { openInBulk } from '../../../facts/imports/open-in-bulk.ts';
import { readRecords } from '../../../facts/imports/read-file.ts';
import { storeUnit } from '../../../facts/imports/store-unit.ts';
import { toUnits } from '../../../facts/imports/units.ts';
import { NOW, openWorld, type World } from '../holds/case-world.ts';

// Imported files that name referrers, notaries, collectors and scenarios in the words that people use.

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const bytes = (text: string) => new TextEncoder().encode(text);

/** A file of customers or third parties, imported as the worker does. */
async function importFile(kind: 'customers' | 'third_parties', text: string) {
  const importId = await createImport(world.db, world.on(NOW), kind, bytes(text));
  const deps = { db: world.db, dispatcher: {}, firstTasksPerSecond: 100 } as unknown as ActivityDeps;
  const call = { creditorId: world.creditor.id, importId, at: NOW.toISOString() };
  await new MockActivityEnvironment().run(createImportRecords(deps), call);
  const { accepted, refused } = importAnswer(await world.db.import.findUniqueOrThrow({ where: { id: importId } }));
  return { accepted, refused: refused.map(({ line, code, detail }) => [line, code, detail]) };
}

/** The rows of a file of invoices of one customer, stored one by one. */
async function importInvoices(columns: string, ...rows: string[]) {
  const { reference } = await world.newCustomer();
  const numbers = rows.map(() => `F-${randomUUID()}`);
  const lines = rows.map((row, at) => `${numbers[at]};${reference};2026-11-01;2026-11-30;12000;EUR;${row}`);
  const file = `number;customer_reference;issued_on;due_on;total_cents;currency;${columns}\n${lines.join('\n')}\n`;
  const units = toUnits('invoices', readRecords('invoices', bytes(file)));
  const named = await nameIds(world.db, world.on(NOW), 'invoices', units);
  const { rest } = await openInBulk(world.db, world.on(NOW), named);
  const refused = [];
  for (const unit of rest) refused.push(...(await storeUnit(world.db, world.on(NOW), 'invoices', unit)).refused);
  const stored = await world.db.invoice.findMany({ where: { number: { in: numbers } }, orderBy: { createdAt: 'asc' } });
  return { refused: refused.map(({ code, detail }) => [code, detail]), stored, units, numbers };
}

const party = (name: string, reference: string | null = null) =>
  world.db.thirdParty.create({ data: { id: randomUUID(), creditorId: world.creditor.id, name, reference } });

describe('A file of referrers and notaries', () => {
  it('brings each with its reference and its address; imported again it changes nothing, with other content it is refused', async () => {
    const header = 'reference;name;email;professional;address_line_1;postal_code;city';
    const row = 'AP-1;Agence du Port;port@agence.example;true;2 quai des Chartrons;33000;Bordeaux';
    const bare = 'ET-1;Me Roux;;false;;;';
    expect(await importFile('third_parties', `${header}\n${row}\n${bare}\n`)).toEqual({ accepted: 2, refused: [] });
    expect(await importFile('third_parties', `${header}\n${row}\n`)).toEqual({ accepted: 1, refused: [] });
    const where = { creditorId: world.creditor.id, reference: { in: ['AP-1', 'ET-1'] } };
    const stored = await world.db.thirdParty.findMany({ where, orderBy: { reference: 'asc' } });
    expect(stored).toMatchObject([
      { name: 'Agence du Port', email: 'port@agence.example', city: 'Bordeaux', professional: true },
      { name: 'Me Roux', email: null, city: null, professional: false },
    ]);
    const { refused } = await importFile('third_parties', `${header}\n${row.replace('du Port', 'du Lac')}\n`);
    expect(refused).toEqual([[2, 'other_content', expect.stringContaining('AP-1')]]);
  });
});

describe('A file of invoices', () => {
  it('names referrer and notary by reference or by name, whatever its accents and capitals', async () => {
    const [agency, study] = [await party('Agence Étoile', 'AG-9'), await party('Me Béraud')];
    const { refused, stored } = await importInvoices('referrer;notary', 'ag-9;ME BERAUD', 'agence etoile;');
    expect(refused).toEqual([]);
    expect(stored).toMatchObject([
      { referrerId: agency.id, notaryId: study.id },
      { referrerId: agency.id, notaryId: null },
    ]);
  });

  it('takes a reference before a name, and refuses what nobody or more than one is called', async () => {
    const [byReference] = [
      await party('Autre', 'Dupont'),
      await party('Dupont'),
      await party('Jumeau'),
      await party('Jumeau'),
    ];
    const { refused, stored } = await importInvoices('referrer', 'Dupont', 'Jumeau', 'Personne');
    expect(stored).toMatchObject([{ referrerId: byReference.id }]);
    expect(refused).toEqual([
      ['unknown_name', 'More than one third party is called "Jumeau".'],
      ['unknown_name', 'There is no third party called "Personne".'],
    ]);
  });

  it('names no third party and no scenario of another creditor', async () => {
    const other = await openWorld();
    await other.db.thirdParty.create({
      data: { id: randomUUID(), creditorId: other.creditor.id, name: 'Chez l’autre' },
    });
    const { refused } = await importInvoices('referrer;scenario', 'Chez l’autre;J+15');
    expect(refused).toEqual([['unknown_name', 'There is no third party called "Chez l’autre".']]);
  });

  it('names the scenario that an invoice is to follow', async () => {
    const { stored } = await importInvoices('scenario', 'relance à la main');
    const scenario = await world.db.scenario.findFirstOrThrow({
      where: { creditorId: world.creditor.id, name: 'Relance à la main' },
    });
    expect(stored).toMatchObject([{ scenarioId: scenario.id }]);
  });
});

describe('A file of customers', () => {
  it('names the collector by his e-mail address and the scenario by its name', async () => {
    const email = `lea-${randomUUID()}@creancier.example`;
    const user = { id: randomUUID(), creditorId: world.creditor.id, name: 'Léa', email, role: 'collector' } as const;
    await world.db.user.create({ data: user });
    const reference = `C-${randomUUID()}`;
    const header = 'reference;name;kind;city;postal_code;collector;scenario';
    const rows = `${reference};Martin;consumer;Lyon;69003;${email.toUpperCase()};J+15\nx;Martin;consumer;Lyon;69003;qui@x.example;\n`;
    expect(await importFile('customers', `${header}\n${rows}`)).toEqual({
      accepted: 1,
      refused: [[3, 'unknown_name', 'There is no user called "qui@x.example".']],
    });
    const where = { creditorId: world.creditor.id, reference };
    const customer = await world.db.customer.findFirstOrThrow({ where });
    expect(customer.collectorId).toBe(user.id);
    expect(customer.scenarioId).not.toBeNull();
  });
});
