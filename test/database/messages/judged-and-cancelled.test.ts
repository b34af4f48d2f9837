import { MockActivityEnvironment } from '@temporalio/testing';
import { beforeAll, expect, it } from 'vitest';
import type { ActivityDeps } from '../../../activities/activity-deps.ts';
import { createHandOver } from '../../../activities/hand-over.ts';
import { NOW } from '../holds/case-world.ts';
import { openSending } from './sending-world.ts';

let sending: Awaited<ReturnType<typeof openSending>>;
beforeAll(async () => {
  sending = await openSending('http://127.0.0.1:1');
});

it('An attempt of the hand-over that hangs once it has found an address changed cancels nothing that a later one has handed over', async () => {
  const { world, rendered, handOverAgain, row } = sending;
  const id = await rendered();
  const { contactHash } = await row(id);
  const addressIs = (hash: string | null) => world.db.message.update({ where: { id }, data: { contactHash: hash } });
  await addressIs('with a slip');
  let later: string | null = null;
  /** A database that hangs after each transaction; meanwhile the address is corrected, and a later attempt is made. */
  const hanging = new Proxy(world.db, {
    get: (db, name) =>
      name !== '$transaction'
        ? (db as unknown as Record<string | symbol, unknown>)[name]
        : async (work: Parameters<typeof db.$transaction>[0]) => {
            const result: unknown = await db.$transaction(work);
            await addressIs(contactHash);
            later ??= (await handOverAgain(id, NOW, { attempt: 2 })).kind;
            return result;
          },
  });
  const deps = { db: hanging, dispatcher: null, mailbox: { name: 'mailbox' } } as unknown as ActivityDeps;
  const call = { creditorId: world.creditor.id, messageId: id, at: NOW.toISOString(), unknown: false };
  // No workflow can be told here.
  await new MockActivityEnvironment({ attempt: 1 }).run(createHandOver(deps), call).catch(() => undefined);
  const { status } = await row(id);
  expect(`${String(later)}, and then ${status}`).not.toBe('go, and then cancelled');
  expect([later, status]).toEqual(['cancelled', 'cancelled']);
});
