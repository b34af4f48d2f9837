import { beforeAll, expect, it } from 'vitest';
import { nextDueAt } from '../../../facts/demo/next-due.ts';
import { handOver, openWorld, type World } from '../holds/case-world.ts';

// Later than anything that other tests leave: the clock is moved for all creditors together.
const at = (time: string) => new Date(`2040-03-05T${time}Z`);
const MORNING = at('08:00:00');

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

/** One message that is tried again at each of these hours. */
async function triedAgain(...hours: string[]): Promise<() => Promise<unknown>> {
  const customer = await world.newCustomer();
  const ids: string[] = [];
  for (const hour of hours) {
    const invoice = await world.newInvoice(customer);
    const id = await handOver(world, { customerId: customer.id, invoiceId: invoice.id }, 'sending');
    await world.db.message.update({ where: { id }, data: { nextTryAt: at(hour) } });
    ids.push(id);
  }
  return () => world.db.message.updateMany({ where: { id: { in: ids } }, data: { nextTryAt: null } });
}
const nextAfter = (from: Date, until = at('18:00:00')) => nextDueAt(world.db, from, until);

it('tries that follow each other within a minute are one instant of the clock; a later one is another', async () => {
  const clear = await triedAgain('09:00:00', '09:00:20', '09:00:59', '09:01:30');
  expect(await nextAfter(MORNING)).toEqual(at('09:00:59'));
  expect(await nextAfter(at('09:00:59'))).toEqual(at('09:01:30'));
  expect(await nextAfter(at('09:01:30'))).toBeNull();
  await clear();
});

it('no try is made later than something else is due, nor than the clock goes', async () => {
  const clear = await triedAgain('09:00:00', '09:00:40');
  expect(await nextAfter(MORNING, at('09:00:20'))).toEqual(at('09:00:00'));
  const { id: customerId } = await world.newCustomer();
  const hold = await world.db.hold.create({
    data: {
      ...{ id: customerId, creditorId: world.creditor.id, customerId, kind: 'pause', reason: 'x' },
      ...{ sinceAt: MORNING, endsAt: at('09:00:30'), createdBy: 'test' },
    },
  });
  expect(await nextAfter(MORNING)).toEqual(at('09:00:00'));
  expect(await nextAfter(at('09:00:00'))).toEqual(at('09:00:30'));
  await world.db.hold.delete({ where: { id: hold.id } });
  await clear();
});
