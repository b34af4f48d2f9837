import { randomUUID } from 'node:crypto';
import { MockActivityEnvironment } from '@temporalio/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ActivityDeps } from '../../../activities/activity-deps.ts';
import { createImportRecords } from '../../../activities/import-records.ts';
import { createStartWaitingImports } from '../../../activities/start-waiting-imports.ts';
import { createImport } from '../../../facts/imports/create-import.ts';
import { NOW, openWorld, type World } from '../holds/case-world.ts';

let world: World;
let deps: ActivityDeps;
beforeAll(async () => {
  world = await openWorld();
  deps = { db: world.db, dispatcher: {}, firstTasksPerSecond: 100 } as unknown as ActivityDeps;
});

const call = () => ({ creditorId: world.creditor.id, at: NOW.toISOString() });
const read = (id: string) => world.db.import.findUniqueOrThrow({ where: { id } });

async function posted(kind: 'customers' | 'invoices' | 'payments' | 'third_parties', header: string) {
  return createImport(world.db, world.on(NOW), kind, new TextEncoder().encode(`${header}\n`));
}

describe('the file of an import', () => {
  it('is kept until all its rows are stored, and no longer, whatever it holds', async () => {
    const ids = [
      await posted('customers', 'reference;name;kind;city;postal_code;country'),
      await posted('payments', 'external_id;customer_reference;amount_cents;currency;paid_on'),
      await posted('third_parties', 'name;reference'),
    ];
    for (const importId of ids) {
      expect((await read(importId)).content.length).toBeGreaterThan(0);
      await new MockActivityEnvironment().run(createImportRecords(deps), { ...call(), importId });
      const { status, content } = await read(importId);
      expect([status, content.length]).toEqual(['done', 0]);
    }
  });
  it('that a release before kept goes by the minute’s reconciliation', async () => {
    const id = await posted('customers', 'reference;name;kind;city;postal_code;country');
    await world.db.import.update({ where: { id }, data: { status: 'done' } });
    await createStartWaitingImports(deps)(call());
    expect((await read(id)).content.length).toBe(0);
  });
});

it('an import has ended when its last row was stored, not when the slice that stored it began', async () => {
  const importId = await posted('customers', 'reference;name;kind;city;postal_code;country');
  const storedAt = Date.now();
  const at = new Date(storedAt - 20_000).toISOString();
  await new MockActivityEnvironment().run(createImportRecords(deps), { ...call(), at, importId });
  expect((await read(importId)).finishedAt!.getTime()).toBeGreaterThanOrEqual(storedAt);
});

it('the first answer to an Idempotency-Key goes when its day is over, whether or not another request comes', async () => {
  const row = (createdAt: Date) => ({
    ...{ keyId: randomUUID(), route: 'POST /v1/notes', key: randomUUID(), bodyHash: 'x', createdAt },
    ...{ status: 201, headers: {}, body: { text: 'Zoé a dit' } },
  });
  const ago = (hours: number) => new Date(Date.now() - hours * 3600_000);
  const [over, ofToday] = [row(ago(25)), row(ago(23))];
  await world.db.idempotentRequest.createMany({ data: [over, ofToday] });
  await createStartWaitingImports(deps)(call());
  const left = await world.db.idempotentRequest.findMany({ where: { keyId: { in: [over.keyId, ofToday.keyId] } } });
  expect(left.map(({ keyId }) => keyId)).toEqual([ofToday.keyId]);
});
