import { MockActivityEnvironment } from '@temporalio/testing';
import { beforeAll, expect, it } from 'vitest';
import type { ActivityDeps } from '../../../activities/activity-deps.ts';
import { createFollowSent } from '../../../activities/follow-sent.ts';
import { handOver, NOW, openWorld, type World } from '../holds/case-world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

async function posted(): Promise<string> {
  const customer = await world.newCustomer();
  const invoice = await world.newInvoice(customer);
  const id = await handOver(world, { customerId: customer.id, invoiceId: invoice.id }, 'sent');
  const letter = { kind: 'letter', letterKind: 'registered', viaPrintProvider: true, provider: 'mailbox' } as const;
  await world.db.message.update({ where: { id }, data: { ...letter, test: true, sentAt: NOW, followAt: NOW } });
  return id;
}

it('a letter at which the asking breaks off holds up no other, and is asked about again later', async () => {
  const [broken, other] = [await posted(), await posted()];
  const asked: string[] = [];
  const ask = ({ reference }: { reference: string }) => {
    asked.push(reference);
    return reference === broken ? Promise.reject(new Error('out of the blue')) : { kind: 'not_found' };
  };
  const channels = { connectors: { print: null, sms: null }, print: { mailbox: { name: 'mailbox', ask } }, sms: null };
  const deps = { db: world.db, dispatcher: {}, channels } as unknown as ActivityDeps;
  const call = { creditorId: world.creditor.id, at: NOW.toISOString() };
  const follow = () => new MockActivityEnvironment().run(createFollowSent(deps), call);
  await expect(follow()).rejects.toThrow('out of the blue');
  expect(await follow()).toEqual({ more: false });
  expect(asked.toSorted()).toEqual([broken, other].toSorted());
  const rows = await world.db.message.findMany({ where: { id: { in: asked } }, select: { followAt: true } });
  for (const { followAt } of rows) expect(followAt!.getTime()).toBeGreaterThan(NOW.getTime());
});
