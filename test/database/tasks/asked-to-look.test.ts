import { beforeAll, describe, expect, it } from 'vitest';
import { JUDGES } from '../../../facts/decisions/judges.ts';
import { raiseAttention } from '../../../facts/raise-attention.ts';
import { lockCustomers } from '../../../prisma/lock.ts';
import { NOW, openWorld, type World } from '../holds/case-world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

/** A planned case about which there is a question to a person. */
async function asked() {
  const customer = await world.newCustomer();
  const { id } = await world.newInvoice(customer);
  await world.plan(id);
  const attention = { code: 'no_template', text: 'Le modèle manque.' } as const;
  await world.db.$transaction((tx) => raiseAttention(tx, world.on(NOW), [id], attention));
  const [task] = await world.tasks(id, 'attention');
  return { customerId: customer.id, invoiceId: id, taskId: task!.id };
}

describe('a task that asks a person to look', () => {
  it.each(['skipStep', 'confirmStep'] as const)('%s: the case goes on, and nobody is asked any more', async (name) => {
    const { customerId, invoiceId, taskId } = await asked();
    const actor = { kind: 'user' as const, name: 'Léa Martin' };
    const decision = { id: 'x', actionId: taskId, invoiceId, args: { reason: 'Vu' }, actor };
    const { verdict, tellings } = await world.db.$transaction(async (tx) => {
      await lockCustomers(tx, [customerId]);
      return JUDGES[name](tx, world.on(NOW), decision);
    });
    expect(verdict.accepted).toBe(true);
    expect(tellings.map((telling) => telling.invoiceId)).toEqual([invoiceId]);
    expect(await world.read(invoiceId)).toMatchObject({ attentionCode: null });
    expect((await world.tasks(invoiceId, 'attention')).map(({ state }) => state)).not.toContain('open');
    expect((await world.plan(invoiceId)).step).not.toBeNull();
  });
});
