import { beforeAll, describe, expect, it } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { ACTION_ORIGINS, type ActionOrigin } from '../../../domain/actions/action-origin.ts';
import { completeAction } from '../../../facts/decisions/complete-action.ts';
import { taskInput } from '../../../facts/inputs/task.ts';
import { addTask } from '../../../facts/tasks/add-task.ts';
import { changeTask, deleteTask } from '../../../facts/tasks/change-task.ts';
import { createWorld, NOW } from '../world.ts';

let world: Awaited<ReturnType<typeof createWorld>>;
beforeAll(async () => {
  world = await createWorld();
});

const ALERT_AT = '2026-11-20T09:00:00Z';
const callTheInsurer = () =>
  addTask(world.db, world.context, taskInput.parse({ title: 'Appeler l’assureur', alert_at: ALERT_AT }));

const action = (origin: ActionOrigin, customerId: string | null) => ({
  ...{ id: uuidv7(), creditorId: world.creditorId, customerId, origin },
  ...{ kind: 'task' as const, mode: 'manual' as const, dueAt: NOW, dueOn: NOW },
});

describe('only a person’s own task may be about nobody:', () => {
  const others = ACTION_ORIGINS.filter((origin) => origin !== 'task');
  it.each(others)('the database refuses an action of origin %s without a customer', async (origin) => {
    const created = world.db.action.create({ data: action(origin, null) });
    await expect(created).rejects.toThrow(/actions_customer_unless_task/);
  });

  it('and lets nobody take the customer, or make a task with none something else', async () => {
    const { id: customerId } = await world.customer();
    const ofCustomer = await world.db.action.create({ data: action('exhausted', customerId) });
    const ofNobody = await world.db.action.create({ data: action('task', null) });
    const taken = world.db.action.update({ where: { id: ofCustomer.id }, data: { customerId: null } });
    await expect(taken).rejects.toThrow(/actions_customer_unless_task/);
    const turned = world.db.action.update({ where: { id: ofNobody.id }, data: { origin: 'attention' } });
    await expect(turned).rejects.toThrow(/actions_customer_unless_task/);
  });
});

describe('a task about nobody', () => {
  it('writes no history: there is nobody whose it would be', async () => {
    const { id } = await callTheInsurer();
    const before = await world.db.historyEntry.count();
    expect(await completeAction(world.db, world.context, id, { comment: 'Fait' })).toEqual({
      messageId: null,
      tellings: [],
    });
    expect(await world.db.historyEntry.count()).toBe(before);
    const done = { state: 'done', comment: 'Fait', settledAt: NOW };
    expect(await world.db.action.findUnique({ where: { id } })).toMatchObject(done);
  });

  it('that two persons complete at once is done once', async () => {
    const { id } = await callTheInsurer();
    const complete = (comment: string) => completeAction(world.db, world.context, id, { comment });
    const outcomes = await Promise.allSettled(['un', 'deux', 'trois', 'quatre'].map(complete));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'already_done' });
    }
  });

  it('that is deleted while another changes it is gone for both', async () => {
    const { id } = await callTheInsurer();
    const change = () => changeTask(world.db, world.context, id, { title: 'x' }, () => undefined);
    const [, ...changes] = await Promise.allSettled([deleteTask(world.db, world.context, id), change(), change()]);
    for (const outcome of changes) {
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ kind: 'not_found' });
    }
    expect(await world.db.action.findUnique({ where: { id } })).toBeNull();
    await expect(change()).rejects.toMatchObject({ kind: 'not_found' });
  });
});
