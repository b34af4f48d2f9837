import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { closeLitigation } from '../../../facts/holds/close-litigation.ts';
import { openDispute } from '../../../facts/holds/open-dispute.ts';
import { openLitigation } from '../../../facts/holds/open-litigation.ts';
import { qualificationInput } from '../../../facts/inputs/specific-action.ts';
import { qualify } from '../../../facts/qualifications/qualify.ts';
import { openWorld, handOver, NOW, type World } from './case-world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

describe('putting a case in litigation', () => {
  it('holds it without an end, takes the step back, and tells the workflow', async () => {
    const { id } = await world.plannedCase();
    const before = await world.read(id);
    expect(before.openStep).not.toBeNull();
    const outcome = await openLitigation(world.db, world.on(NOW), id, { reason: 'Confié à Me Durand' });
    const after = await world.read(id);
    expect(outcome.answer).toMatchObject({ kind: 'litigation', reason: 'Confié à Me Durand', ended_at: null });
    expect(outcome.tellings).toEqual([
      { invoiceId: id, signal: 'litigationOpened', data: { holdId: outcome.answer.id } },
    ]);
    expect(after.openStep).toBeNull();
    expect(after.version).toBe(before.version + 1);
    expect(after.holds).toMatchObject([{ kind: 'litigation', endsAt: null, endedAt: null }]);
    expect(await world.kinds(id)).toContain('litigation');
    expect((await world.plan(id)).step).toBeNull();
  });

  it('by a change of status of several invoices keeps the reason of the one that is there already, unless another is said', async () => {
    const { customer, id } = await world.plannedCase();
    const other = await world.newInvoice(customer);
    const qualifyBoth = (said: object) =>
      qualify(
        world.db,
        world.on(NOW),
        qualificationInput.parse({ invoice_ids: [id, other.id], status: 'litigation', then: 'scenario', ...said }),
        { requestKey: null, consoleUrl: 'http://console.example' },
      );
    const reasons = async () =>
      Promise.all([id, other.id].map(async (one) => (await world.read(one)).holds.map(({ reason }) => reason)));
    const standing = { reason: 'Confié à Me Durand', comment: 'Dossier remis le 20' };
    await openLitigation(world.db, world.on(NOW), id, standing);
    await qualifyBoth({});
    expect(await reasons()).toEqual([['Confié à Me Durand'], ['Contentieux']]);
    expect((await world.read(id)).holds).toMatchObject([standing]);
    expect((await world.kinds(id)).filter((kind) => kind === 'litigation')).toHaveLength(1);
    await qualifyBoth({ comment: 'Assignation délivrée' });
    expect(await reasons()).toEqual([['Assignation délivrée'], ['Assignation délivrée']]);
  });

  it('leaves the other invoices of the customer alone', async () => {
    const { customer, id } = await world.plannedCase();
    const other = await world.newInvoice(customer);
    await world.plan(other.id);
    const before = await world.read(other.id);
    await openLitigation(world.db, world.on(NOW), id, { reason: 'x' });
    const after = await world.read(other.id);
    expect(after.openStep).toEqual(before.openStep);
    expect(after.version).toBe(before.version);
  });

  it('ten times at once comes to one hold', async () => {
    const { id } = await world.plannedCase();
    const all = await Promise.all(
      Array.from({ length: 10 }, () => openLitigation(world.db, world.on(NOW), id, { reason: 'Assignation' })),
    );
    expect(new Set(all.map(({ answer }) => answer.id)).size).toBe(1);
    expect(all.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect((await world.read(id)).holds).toHaveLength(1);
    expect((await world.kinds(id)).filter((kind) => kind === 'litigation')).toHaveLength(1);
  });

  it('again for another reason keeps the hold and its day, and says the new reason', async () => {
    const { id } = await world.plannedCase();
    const first = await openLitigation(world.db, world.on(NOW), id, { reason: 'Assignation' });
    const later = await openLitigation(world.db, world.on('2026-11-26T09:00:00Z'), id, { reason: 'Appel' });
    expect(later.answer).toMatchObject({ id: first.answer.id, since_at: first.answer.since_at, reason: 'Appel' });
  });

  it('tells again while the workflow has not heard, and not once it has', async () => {
    const { id } = await world.plannedCase();
    await openLitigation(world.db, world.on(NOW), id, { reason: 'x' });
    expect((await openLitigation(world.db, world.on(NOW), id, { reason: 'x' })).tellings).toHaveLength(1);
    const { version } = await world.read(id);
    await world.db.invoice.update({ where: { id }, data: { toldVersion: version } });
    expect((await openLitigation(world.db, world.on(NOW), id, { reason: 'x' })).tellings).toHaveLength(0);
  });

  it('names what had already gone to the provider, and nothing else', async () => {
    const { customer, id, number } = await world.plannedCase();
    const messageId = await handOver(world, { customerId: customer.id, invoiceId: id });
    await handOver(world, { customerId: customer.id, invoiceId: id }, 'sent');
    const { handedOver } = await openLitigation(world.db, world.on(NOW), id, { reason: 'x' });
    expect(handedOver).toEqual([{ message_id: messageId, invoice_number: number }]);
  });

  it('is refused on a closed case and for another creditor’s invoice', async () => {
    const { id, number } = await world.plannedCase();
    await world.pay(number, 30_000);
    await expect(openLitigation(world.db, world.on(NOW), id, { reason: 'x' })).rejects.toMatchObject({
      code: 'case_closed',
    });
    const elsewhere = await openWorld();
    const refused = openLitigation(elsewhere.db, elsewhere.on(NOW), id, { reason: 'x' });
    await expect(refused).rejects.toMatchObject({ kind: 'not_found' });
    expect((await world.read(id)).holds).toHaveLength(0);
  });
});

describe('taking a case out of litigation', () => {
  it('ends the hold, and the first step after it waits for a person', async () => {
    const { id } = await world.plannedCase();
    await openLitigation(world.db, world.on(NOW), id, { reason: 'x' });
    const outcome = await closeLitigation(world.db, world.on('2026-12-10T09:00:00Z'), id);
    expect(outcome.tellings).toMatchObject([{ signal: 'litigationClosed' }]);
    const after = await world.read(id);
    expect(after.holds).toMatchObject([{ outcome: 'lifted' }]);
    expect(after.confirmReason).toBe('litigation');
    expect((await world.plan(id, '2026-12-10T09:00:01Z')).step).toMatchObject({ mode: 'to_confirm' });
  });

  it('leaves the step automatic when the settings do not ask for a person', async () => {
    await world.setSettings({ confirmAfterRelease: false });
    const { id } = await world.plannedCase();
    await openLitigation(world.db, world.on(NOW), id, { reason: 'x' });
    await closeLitigation(world.db, world.on(NOW), id);
    expect((await world.read(id)).confirmReason).toBeNull();
    expect((await world.plan(id)).step).toMatchObject({ mode: 'automatic' });
    await world.setSettings({ confirmAfterRelease: true });
  });

  it('where there is none changes nothing', async () => {
    const { id } = await world.plannedCase();
    const before = await world.read(id);
    expect((await closeLitigation(world.db, world.on(NOW), id)).replayed).toBe(true);
    expect((await world.read(id)).version).toBe(before.version);
    expect(await world.kinds(id)).not.toContain('litigation_closed');
  });

  it('leaves a dispute of the same invoice in force', async () => {
    const { id } = await world.plannedCase();
    await openDispute(world.db, world.on(NOW), id, { reason: 'Travaux non faits' });
    await openLitigation(world.db, world.on(NOW), id, { reason: 'x' });
    await closeLitigation(world.db, world.on(NOW), id);
    expect((await world.plan(id)).facts.holds).toMatchObject([{ kind: 'dispute' }]);
    expect((await world.read(id)).openStep).toBeNull();
  });
});

describe('when the ladder is over', () => {
  const asked = async (id: string) =>
    (await world.db.action.findMany({ where: { origin: 'exhausted', invoices: { some: { invoiceId: id } } } })).map(
      ({ state }) => state,
    );
  const endOfLadder = async () => {
    const { id } = await world.newInvoice(await world.newCustomer(), { initial_level: 3 });
    return id;
  };

  it('litigation answers what was asked, and its end asks anew', async () => {
    const id = await endOfLadder();
    await world.plan(id);
    expect(await asked(id)).toEqual(['open']);
    await openLitigation(world.db, world.on(NOW), id, { reason: 'Injonction de payer' });
    expect(await asked(id)).toEqual([]);
    const taken = await world.db.action.findFirst({ where: { origin: 'exhausted', reason: 'litigation' } });
    expect(taken).toMatchObject({ state: 'cancelled', customerId: (await world.read(id)).customerId });
    await world.plan(id);
    await closeLitigation(world.db, world.on('2026-12-10T09:00:00Z'), id);
    await world.plan(id, '2026-12-10T09:00:01Z');
    expect(await asked(id)).toEqual(['open']);
  });

  it('nobody is asked while litigation stands, and nobody twice', async () => {
    const id = await endOfLadder();
    await openLitigation(world.db, world.on(NOW), id, { reason: 'Assignation' });
    await world.plan(id);
    expect((await world.read(id)).exhaustedAt).not.toBeNull();
    expect(await asked(id)).toEqual([]);
    for (const _ of [1, 2]) await closeLitigation(world.db, world.on(NOW), id);
    expect(await asked(id)).toEqual(['open']);
  });

  it('a question that stood since before litigation took it back is not asked again', async () => {
    const id = await endOfLadder();
    await world.plan(id);
    const { customerId } = await world.read(id);
    const whose = { creditorId: world.on(NOW).creditorId, customerId, invoiceId: id };
    await world.db.hold.create({
      data: { ...whose, id: randomUUID(), kind: 'litigation', reason: 'Assignation', sinceAt: NOW, createdBy: 'Essai' },
    });
    await closeLitigation(world.db, world.on(NOW), id);
    expect(await asked(id)).toEqual(['open']);
  });
});
