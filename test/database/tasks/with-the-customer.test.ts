import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { actionsOfCollector } from '../../../facts/actions/action-filter.ts';
import { assignCustomers } from '../../../facts/customers/assign-customers.ts';
import { openDispute } from '../../../facts/holds/open-dispute.ts';
import { recordPromise } from '../../../facts/holds/record-promise.ts';
import { addTask } from '../../../facts/tasks/add-task.ts';
import { NOW, openWorld, type World } from '../holds/case-world.ts';
import { BROKEN_AT, PROMISED_ON } from '../holds/promised-days.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

async function newCollector(name: string): Promise<string> {
  const id = randomUUID();
  const email = `${id}@essai.example`;
  await world.db.user.create({ data: { id, creditorId: world.creditor.id, name, email, role: 'collector' } });
  return id;
}

/** Léa's customer, with every kind of task that a person may have about it; `named`: assigned to Léa herself, or to nobody. */
async function customerWithTasks(named: 'Léa' | 'nobody') {
  const lea = await newCollector('Léa');
  const customer = await world.newCustomer({ collector_id: lea });
  const [contested, promised] = [await world.newInvoice(customer), await world.newInvoice(customer)];
  const owner = named === 'Léa' ? { owner_id: lea } : {};
  await openDispute(world.db, world.on(NOW), contested.id, { reason: 'Travaux non faits', ...owner });
  await world.plan(promised.id);
  const promise = { amount_cents: 30_000, promised_on: PROMISED_ON };
  await recordPromise(world.db, world.on(NOW), promised.id, promise);
  await world.plan(promised.id, BROKEN_AT);
  const task = { title: 'Rappeler M. Roy', alert_at: NOW.toISOString(), customer_id: customer.id };
  await addTask(world.db, world.on(NOW), { ...task, ...(named === 'Léa' ? { assignee_id: lea } : {}) });
  return { lea, customerId: customer.id };
}

const MADE_OF = ['dispute_review', 'promise_broken', 'task'];

const agendaOf = async (collectorId: string | null) => {
  const where = { ...actionsOfCollector(collectorId), state: 'open', origin: { in: MADE_OF } } as const;
  return (await world.db.action.findMany({ where })).map(({ origin }) => origin).sort();
};

const giveTo = (customerId: string, collectorId: string | null) =>
  assignCustomers(world.db, world.on(NOW), { customer_ids: [customerId], collector_id: collectorId });

describe('what is to be done about a customer, when another collector takes him over', () => {
  it('goes with him: the review of a dispute, the call of a broken promise and a task for nobody by name', async () => {
    const { lea, customerId } = await customerWithTasks('nobody');
    const samia = await newCollector('Samia');
    expect(await agendaOf(lea)).toEqual(MADE_OF);
    await giveTo(customerId, samia);
    expect(await agendaOf(lea)).toEqual([]);
    expect(await agendaOf(samia)).toEqual(MADE_OF);
    // So Léa can be deleted: delete-user refuses only for an open task that is assigned to her by name.
    expect(await world.db.action.count({ where: { assigneeId: lea } })).toBe(0);
  });

  it('is nobody’s once he is nobody’s, and found there', async () => {
    const { lea, customerId } = await customerWithTasks('nobody');
    const before = (await agendaOf(null)).length;
    await giveTo(customerId, null);
    expect(await agendaOf(lea)).toEqual([]);
    expect((await agendaOf(null)).length - before).toBe(MADE_OF.length);
  });

  it('stays with whom a person named for it', async () => {
    const { lea, customerId } = await customerWithTasks('Léa');
    const samia = await newCollector('Samia');
    await giveTo(customerId, samia);
    expect(await agendaOf(lea)).toEqual(['dispute_review', 'task']);
    expect(await agendaOf(samia)).toEqual(['promise_broken']);
  });

  it('goes with him too when it was stored under the name of the collector of that day', async () => {
    const [unnamed, named] = [await customerWithTasks('nobody'), await customerWithTasks('Léa')];
    for (const { lea, customerId } of [unnamed, named])
      await world.db.action.updateMany({ where: { customerId, origin: { in: MADE_OF } }, data: { assigneeId: lea } });
    await world.db.$executeRawUnsafe(
      readFileSync('prisma/migrations/20261129161000_tasks_follow_the_collector/migration.sql', 'utf8'),
    );
    const samia = await newCollector('Samia');
    await giveTo(unnamed.customerId, samia);
    expect(await agendaOf(samia)).toEqual(MADE_OF);
    await giveTo(named.customerId, samia);
    expect(await agendaOf(named.lea)).toEqual(['dispute_review']);
  });
});
