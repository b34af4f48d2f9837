import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { storeOperationsFact } from '../../../facts/store-operations-fact.ts';
import type { FactSignalName } from '../../../workflows/messages.ts';
import { NOW, openWorld, type World } from '../holds/case-world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const newCase = async () => world.newInvoice(await world.newCustomer());
const signal = (invoiceId: string, name: FactSignalName, message: unknown, key: string = randomUUID()) =>
  storeOperationsFact(world.db, { creditorId: world.creditor.id, invoiceId, signal: name, message, at: NOW, key });

describe('a fact signalled from the Temporal UI', () => {
  it('a payment is stored as any other, and once for one signal', async () => {
    const { id } = await newCase();
    const key = `${randomUUID()}/7`;
    await signal(id, 'paymentReceived', { amountCents: 12_000 }, key);
    await signal(id, 'paymentReceived', { amountCents: 12_000 }, key);
    expect(await world.read(id)).toMatchObject({ balanceCents: 18_000 });
    await signal(id, 'paymentReceived', { amount_cents: '18000', externalId: 'virement-42' });
    expect(await world.read(id)).toMatchObject({ balanceCents: 0, closedAs: 'paid' });
  });

  it('a payment can be reversed by its own id', async () => {
    const { id } = await newCase();
    const externalId = `V-${randomUUID()}`;
    await signal(id, 'paymentReceived', { amountCents: 30_000, externalId });
    await signal(id, 'paymentReversed', { paymentExternalId: externalId, reason: 'Rejet' });
    expect(await world.read(id)).toMatchObject({ balanceCents: 30_000, closedAs: null });
  });

  it('litigation, dispute, promise and pause hold the case, and are ended without naming their ids', async () => {
    const { id } = await newCase();
    await signal(id, 'litigationOpened', { reason: 'Assignation' });
    await signal(id, 'disputeOpened', {});
    await signal(id, 'promiseReceived', { data: { amountCents: 100, promisedOn: '2026-12-04' } });
    await signal(id, 'pauseSet', { untilOn: '2026-12-24' });
    const standing = async () =>
      (await world.read(id)).holds.filter((hold) => hold.endedAt === null).map((hold) => hold.kind);
    expect((await standing()).sort()).toEqual(['dispute', 'litigation', 'pause', 'promise']);
    await signal(id, 'litigationClosed', {});
    // Twice each, as when the first attempt is cut short after its commit.
    const again: [FactSignalName, object][] = [
      ['disputeResolved', { outcome: 'rejected' }],
      ['promiseWithdrawn', {}],
    ];
    for (const [name, said] of again) {
      const key = randomUUID();
      for (let attempt = 1; attempt <= 2; attempt += 1) await signal(id, name, said, key);
    }
    await signal(id, 'pauseLifted', null);
    expect(await standing()).toEqual([]);
    expect(await world.db.historyEntry.count({ where: { invoiceId: id, kind: 'note' } })).toBe(0);
  });
});

describe('a signal that cannot be understood, or is refused', () => {
  it.each<[string, FactSignalName, unknown]>([
    ['no amount', 'paymentReceived', { externalId: 'x' }],
    ['a word for an amount', 'paymentReceived', { amountCents: 'beaucoup' }],
    ['a text and not an object', 'promiseReceived', 'demain'],
    ['more than the balance', 'promiseReceived', { amountCents: 30_001, promisedOn: '2026-12-04' }],
    ['no promise that stands', 'promiseWithdrawn', {}],
    ['no dispute that stands', 'disputeResolved', { outcome: 'rejected' }],
    ['an unknown payment', 'paymentReversed', { externalId: 'nobody-knows' }],
  ])('%s: becomes a note, once, and changes nothing', async (_, name, message) => {
    const { id } = await newCase();
    const before = await world.read(id);
    const key = randomUUID();
    expect(await signal(id, name, message, key)).toEqual([]);
    await signal(id, name, message, key);
    const notes = await world.db.historyEntry.findMany({ where: { invoiceId: id, kind: 'note' } });
    expect(notes).toHaveLength(1);
    expect(notes[0]?.data).toMatchObject({ signal: name, comment: expect.stringContaining(name) });
    expect(await world.read(id)).toMatchObject({
      balanceCents: before.balanceCents,
      version: before.version,
      holds: [],
    });
  });
});
