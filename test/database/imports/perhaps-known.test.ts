import { randomUUID } from 'node:crypto';
import { MockActivityEnvironment } from '@temporalio/testing';
import { beforeAll, expect, it } from 'vitest';
import type { ActivityDeps } from '../../../activities/activity-deps.ts';
import { createImportRecords } from '../../../activities/import-records.ts';
import { createImport } from '../../../facts/imports/create-import.ts';
import { importAnswer } from '../../../facts/imports/import-answer.ts';
import { recordPayment } from '../../../facts/money/record-payment.ts';
import { reversePayment } from '../../../facts/money/reverse-payment.ts';
import { NOW, openWorld, type World } from '../holds/case-world.ts';

// A payment that was typed when the customer announced it arrives again in the bank's file, under the bank's reference.

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const HEADER = 'external_id;customer_reference;amount_cents;currency;paid_on\n';

async function importPayments(rows: readonly string[]) {
  const content = new TextEncoder().encode(`${HEADER}${rows.join('\n')}\n`);
  const importId = await createImport(world.db, world.on(NOW), 'payments', content);
  const deps = { db: world.db, dispatcher: {}, firstTasksPerSecond: 100 } as unknown as ActivityDeps;
  const call = { creditorId: world.creditor.id, importId, at: NOW.toISOString() };
  await new MockActivityEnvironment().run(createImportRecords(deps), call);
  return importAnswer(await world.db.import.findUniqueOrThrow({ where: { id: importId } }));
}

async function typed(reference: string) {
  const external_id = `console-${randomUUID()}`;
  const payment = { external_id, amount_cents: 400_00, currency: 'EUR', paid_on: '2026-11-20', allocations: [] };
  await recordPayment(world.db, world.on(NOW), { ...payment, customer_reference: reference });
  return external_id;
}

it('it is taken, and a person is told of the one that is there; another amount, day, currency or customer is another payment', async () => {
  const { reference } = await world.newCustomer();
  const other = await world.newCustomer();
  const known = await typed(reference);
  const bank = randomUUID().slice(0, 8);
  const rows = [
    `${bank}-1;${reference};40000;EUR;2026-11-23`,
    `${bank}-2;${reference};40001;EUR;2026-11-20`,
    `${bank}-3;${reference};40000;EUR;2026-11-16`,
    `${bank}-4;${reference};40000;USD;2026-11-20`,
    `${bank}-5;${other.reference};40000;EUR;2026-11-20`,
  ];
  const { accepted, refused, warnings } = await importPayments(rows);
  expect([accepted, refused]).toEqual([5, []]);
  const detail = `Perhaps the payment ${known} of 2026-11-20: same customer, same amount.`;
  expect(warnings).toEqual([{ line: 2, code: 'perhaps_known', detail }]);
  // The same file again adds nothing.
  expect((await importPayments(rows)).warnings).toEqual([]);
});

it('two of one file are two, and one that was rejected is known no more', async () => {
  const { reference } = await world.newCustomer();
  const rejected = await typed(reference);
  const reversal = { external_id: randomUUID(), reason: 'Saisi par erreur' };
  await reversePayment(world.db, world.on(NOW), { externalId: rejected }, reversal);
  const rows = [1, 2].map((each) => `${randomUUID()}-${String(each)};${reference};40000;EUR;2026-11-20`);
  expect(await importPayments(rows)).toMatchObject({ accepted: 2, warnings: [] });
});
