import { beforeAll, expect, it } from 'vitest';
import { recordConsent } from '../../../facts/customers/record-consent.ts';
import { completeAction } from '../../../facts/decisions/complete-action.ts';
import { NOW, openWorld, type World } from '../holds/case-world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

/** An R3 of this kind that a person has to send, due today. */
async function letterByHand(kind: 'consumer' | 'professional', letterKind: 'lre_qualified' | 'registered') {
  const customer = await world.newCustomer({ kind });
  const { id } = await world.newInvoice(customer);
  await world.plan(id);
  const step = { kind: 'letter', letterKind, level: 3, mode: 'manual', dueAt: NOW } as const;
  const { actionId } = await world.db.openStep.update({ where: { invoiceId: id }, data: step });
  await world.db.action.update({ where: { id: actionId }, data: step });
  const done = (more = {}) => completeAction(world.db, world.on(NOW), actionId, more);
  return { id, customer, done };
}

it('A person who sends an electronic registered letter himself needs the consumer’s consent beforehand', async () => {
  const { id, customer, done } = await letterByHand('consumer', 'lre_qualified');
  await expect(done()).rejects.toMatchObject({ code: 'consent_required' });
  expect((await world.read(id)).level).toBe(0);
  await recordConsent(world.db, world.on(NOW), customer.id, {
    kind: 'electronic_registered',
    given_at: '2026-11-20T10:00:00Z',
    evidence: 'Courriel du 20 novembre',
  });
  await done({ registered_number: 'LRE-77' });
  expect((await world.read(id)).level).toBe(3);
  const told = await world.db.historyEntry.findFirstOrThrow({ where: { invoiceId: id, kind: 'completed' } });
  expect(told.data).toMatchObject({ letterKind: 'lre_qualified', registeredNumber: 'LRE-77' });
});

it('A firm is sent one without being asked, and anybody a paper one', async () => {
  for (const [kind, letterKind] of [
    ['professional', 'lre_qualified'],
    ['consumer', 'registered'],
  ] as const) {
    const { id, done } = await letterByHand(kind, letterKind);
    await done();
    expect((await world.read(id)).level).toBe(3);
  }
});
