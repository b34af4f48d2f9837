import { MockActivityEnvironment } from '@temporalio/testing';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { ActivityDeps } from '../../../activities/activity-deps.ts';
import { createAskProvider } from '../../../activities/ask-provider.ts';
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

/** The number of heartbeats while a provider takes 100 seconds to answer about a letter, and in the 100 seconds after. */
async function beatsOf(create: typeof createAskProvider | typeof createFollowSent, id: string) {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const ask = async () => {
    await vi.advanceTimersByTimeAsync(100_000);
    return { kind: 'not_found' };
  };
  const deps = { db: world.db, channels: { print: { mailbox: { name: 'mailbox', ask } } } } as unknown as ActivityDeps;
  const environment = new MockActivityEnvironment();
  let beats = 0;
  environment.on('heartbeat', () => (beats += 1));
  const call = { creditorId: world.creditor.id, messageId: id, at: NOW.toISOString(), cursor: null, nextAskAt: null };
  const answer = await environment.run(create(deps), call);
  await vi.advanceTimersByTimeAsync(100_000);
  vi.useRealTimers();
  return { answer, beats };
}

it('a letter in doubt gives a sign of life as long as the provider is asked about it, and none after', async () => {
  const id = await posted();
  await world.db.message.update({ where: { id }, data: { status: 'ambiguous' } });
  expect(await beatsOf(createAskProvider, id)).toEqual({ answer: { kind: 'not_found' }, beats: 20 });
});

it('so do letters on their way, so long as the provider is asked what became of them', async () => {
  const id = await posted();
  expect(await beatsOf(createFollowSent, id)).toEqual({ answer: { more: false }, beats: 20 });
});

describe('What became of a letter that the print provider of before has taken', () => {
  const followed = async (print: object | null) => {
    const id = await posted();
    const live = { test: false, provider: 'merci_facteur', providerReference: '77', followAt: NOW };
    await world.db.message.update({ where: { id }, data: live });
    const channels = { connectors: { print: null, sms: null }, print, sms: null };
    const deps = { db: world.db, dispatcher: {}, channels } as unknown as ActivityDeps;
    const call = { creditorId: world.creditor.id, at: NOW.toISOString() };
    await new MockActivityEnvironment().run(createFollowSent(deps), call);
    return world.db.message.findUniqueOrThrow({ where: { id } });
  };

  it('the one of today is not asked: the number is not its own', async () => {
    const asked: object[] = [];
    const ask = (query: object) => {
      asked.push(query);
      return { kind: 'not_found' };
    };
    await followed({ live: { name: 'maileva', ask } });
    expect(asked).toEqual([]);
  });

  it('is asked for again after a minute in which none was set', async () => {
    const { followAt } = await followed(null);
    expect(followAt!.getTime() - NOW.getTime()).toBe(3_600_000);
  });

  it('is asked for again of an SMS, too', async () => {
    const id = await posted();
    const sms = { kind: 'sms', letterKind: null, viaPrintProvider: false, provider: 'brevo' } as const;
    await world.db.message.update({ where: { id }, data: sms });
    const deps = { db: world.db, dispatcher: {}, channels: { print: null, sms: null } } as unknown as ActivityDeps;
    await new MockActivityEnvironment().run(createFollowSent(deps), {
      creditorId: world.creditor.id,
      at: NOW.toISOString(),
    });
    const { followAt } = await world.db.message.findUniqueOrThrow({ where: { id } });
    expect(followAt!.getTime() - NOW.getTime()).toBe(3_600_000);
  });
});
