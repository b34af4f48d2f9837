import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { recordCall } from '../../../facts/calls/record-call.ts';
import { completeAction } from '../../../facts/decisions/complete-action.ts';
import { addTask } from '../../../facts/tasks/add-task.ts';
import { customerCallInput } from '../../../facts/inputs/call.ts';
import { completeInput } from '../../../facts/inputs/sending.ts';
import { taskChange } from '../../../facts/inputs/task.ts';
import { NOW, openWorld, type World } from '../holds/case-world.ts';

// When a call leads to another one, that call is planned for the agreed day: together with the first one, and once.

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const AGAIN_ON = '2026-12-01';
const call = (more: object) => customerCallInput.parse({ outcome: 'no_answer', call_again_on: AGAIN_ON, ...more });

/** The calls to be made to this customer, on any day. */
const callsToDo = (customerId: string) =>
  world.db.action.findMany({
    where: { customerId, kind: 'call', state: 'open' },
    include: { invoices: { select: { invoiceId: true } } },
  });

it('a call that reached nobody leaves one to do on the day it says, about the same invoices, at the hour of sending', async () => {
  const { id, customerId, name } = await owed();
  await recordCall(world.db, world.on(NOW), customerId, call({ invoice_ids: [id] }));
  const [again, ...more] = await callsToDo(customerId);
  expect(more).toEqual([]);
  expect(again).toMatchObject({
    ...{ origin: 'task', title: `Rappeler ${name}`, assigneeId: null, invoices: [{ invoiceId: id }] },
    // Nine o'clock in Paris.
    ...{ dueAt: new Date('2026-12-01T08:00:00Z'), dueOn: new Date(AGAIN_ON) },
  });
  const line = await world.db.historyEntry.findFirstOrThrow({ where: { invoiceId: id, kind: 'task' } });
  expect(line.data).toMatchObject({ title: `Rappeler ${name}`, dueOn: AGAIN_ON });
});

it('the same request again is the same call, and no second one is to do', async () => {
  const { customerId } = await owed();
  const context = { ...world.on(NOW), requestKey: `call-${customerId}` };
  const first = await recordCall(world.db, context, customerId, call({}));
  expect(await recordCall(world.db, context, customerId, call({}))).toEqual(first);
  expect(first.call_again_on).toBe(AGAIN_ON);
  expect(await callsToDo(customerId)).toHaveLength(1);
});

it('of a customer with the longest name is a task that can be changed as it was read', async () => {
  const { customerId } = await owed();
  await world.db.customer.update({ where: { id: customerId }, data: { name: 'N'.repeat(200) } });
  await recordCall(world.db, world.on(NOW), customerId, call({}));
  const [again] = await callsToDo(customerId);
  expect(taskChange.safeParse({ title: again!.title }).success).toBe(true);
});

it('none is left by a call that says so in so many words, of the agenda or not', () => {
  expect(customerCallInput.safeParse({ outcome: 'reached', call_again_on: null }).success).toBe(true);
  expect(completeInput.safeParse({ outcome: 'reached', call_again_on: null }).success).toBe(true);
});

it('a day that is past is refused, and the call is not recorded by half', async () => {
  const { customerId } = await owed();
  const past = recordCall(world.db, world.on(NOW), customerId, call({ call_again_on: '2026-11-23' }));
  await expect(past).rejects.toMatchObject({ code: 'day_is_past' });
  expect(await callsToDo(customerId)).toEqual([]);
  expect(await world.db.historyEntry.count({ where: { customerId, kind: 'call' } })).toBe(0);
});

it('a call of the agenda that is done leaves the next one to whom it was given, once, and a task that is none leaves none', async () => {
  const { id, customerId } = await owed();
  const person = await world.db.user.create({
    data: {
      id: randomUUID(),
      creditorId: world.creditor.id,
      name: 'Zoé',
      email: `${customerId}@example.org`,
      role: 'collector',
    },
  });
  await recordCall(world.db, world.on(NOW), customerId, call({ invoice_ids: [id] }));
  const [first] = await callsToDo(customerId);
  await world.db.action.update({ where: { id: first!.id }, data: { assigneeId: person.id } });
  const context = { ...world.on(NOW), requestKey: `complete-${first!.id}` };
  for (let sent = 1; sent <= 2; sent += 1)
    await completeAction(world.db, context, first!.id, { outcome: 'voicemail', call_again_on: '2026-12-03' });
  const [next, ...more] = await callsToDo(customerId);
  expect(more).toEqual([]);
  expect(next).toMatchObject({ assigneeId: person.id, dueOn: new Date('2026-12-03'), invoices: [{ invoiceId: id }] });
  const task = await addTask(world.db, world.on(NOW), {
    ...{ title: 'Classer', alert_at: NOW.toISOString(), customer_id: customerId },
  });
  const asCall = completeAction(world.db, world.on(NOW), task.id, { call_again_on: '2026-12-03' });
  await expect(asCall).rejects.toMatchObject({ code: 'not_a_call' });
});

async function owed() {
  const { id, customer } = await world.plannedCase();
  return {
    id,
    customerId: customer.id,
    name: (await world.db.customer.findUniqueOrThrow({ where: { id: customer.id } })).name,
  };
}
