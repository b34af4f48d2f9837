import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import type { ActivityDeps } from '../../../activities/activity-deps.ts';
import { underActionLock, underInvoiceLock, underMessageLock } from '../../../activities/under-lock.ts';
import { changeSettings } from '../../../facts/creditors/change-settings.ts';
import type { FactContext } from '../../../facts/outcome.ts';
import { createDatabase, type Database } from '../../../prisma/client.ts';
import { lockCustomers } from '../../../prisma/lock.ts';
import { offeredBy } from '../../../providers/print/offers.ts';
import { handOver, NOW, openWorld, type World } from '../holds/case-world.ts';

// Which providers a creditor uses is read as it is once the lock is granted, not as it was when the lock was asked for.

/** What is sent to Postgres on the connections opened from now on. */
const sent = vi.spyOn(pg.Client.prototype, 'query');

let world: World;
let own: Database;
let deps: ActivityDeps;
let ids: { customerId: string; invoiceId: string; actionId: string; messageId: string };
beforeAll(async () => {
  world = await openWorld();
  const { customer, id: invoiceId } = await world.plannedCase();
  const { actionId } = await world.db.openStep.findUniqueOrThrow({ where: { invoiceId } });
  const messageId = await handOver(world, { customerId: customer.id, invoiceId });
  ids = { customerId: customer.id, invoiceId, actionId, messageId };
  own = createDatabase(inject('databaseUrl'), 2);
  deps = { db: own, channels: { connectors: offeredBy('maileva', 'brevo') } } as unknown as ActivityDeps;
});

afterAll(async () => {
  sent.mockRestore();
  await own.$disconnect();
});

const told = (_tx: unknown, { connectors }: FactContext) => Promise.resolve(connectors);
const call = () => ({ ...ids, creditorId: world.creditor.id, at: NOW.toISOString() });
const LOCKS = [
  ['an invoice', () => underInvoiceLock(deps, call(), told)],
  ['a message', () => underMessageLock(deps, call(), told)],
  ['an action', () => underActionLock(deps, call(), told)],
] as const;

/** The number of sessions that wait for a lock. */
const waiting = async () => {
  const [{ count } = { count: 0n }] = await world.db.$queryRaw<{ count: bigint }[]>`
    SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`;
  return Number(count);
};

describe.each(LOCKS)('Under the lock of %s', (_what, under) => {
  it('a provider is gone that whoever had the lock has switched off', async () => {
    await changeSettings(world.db, world.creditor.id, { print_enabled: true }, () => undefined);
    expect((await under())?.print?.kinds).toContain('simple');
    let asked: ReturnType<typeof under> | undefined;
    await world.db.$transaction(async (tx) => {
      await lockCustomers(tx, [ids.customerId]);
      const before = await waiting();
      sent.mockClear();
      asked = under();
      await expect.poll(waiting).toBeGreaterThan(before);
      // The read was sent to Postgres right behind the lock: it needs no round trip of its own.
      expect(sent.mock.calls.filter(([of]) => JSON.stringify(of).includes('FROM settings'))).toHaveLength(1);
      await tx.settings.update({ where: { creditorId: world.creditor.id }, data: { printEnabled: false } });
    });
    expect(await asked).toMatchObject({ print: { kinds: [] }, sms: 'brevo' });
  });
});
