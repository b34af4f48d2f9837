import { beforeAll, describe, expect, it } from 'vitest';
import { specificActionInput } from '../../../facts/inputs/specific-action.ts';
import { invoiceChange } from '../../../facts/inputs/invoice.ts';
import { changeInvoice } from '../../../facts/invoices/change-invoice.ts';
import { liftPause } from '../../../facts/holds/lift-pause.ts';
import { setPause } from '../../../facts/holds/set-pause.ts';
import { recordPromise } from '../../../facts/holds/record-promise.ts';
import { createSpecific } from '../../../facts/specific-actions/create-specific.ts';
import { deleteSpecific } from '../../../facts/specific-actions/delete-specific.ts';
import { FactRefused } from '../../../facts/refused.ts';
import { toDateColumn } from '../../../prisma/dates.ts';
import { handOver, NOW, openWorld, type World } from '../holds/case-world.ts';

// A mail in place of the call that the scenario plans: the debtor is not called the day after as well.

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const TOMORROW = new Date('2026-11-25T08:00:00.000Z');
const TITLE = 'Courriel au lieu de R1';

/** A specific action of tomorrow about these invoices of one customer. */
function instead(customerId: string, invoiceIds: string[], more: object = {}) {
  const mail = { kind: 'email', mode: 'automatic', title: TITLE, subject: 'Objet', body_html: '<p>Texte</p>' };
  const what = { customer_id: customerId, invoice_ids: invoiceIds, ...mail, execute_on: '2026-11-25', ...more };
  return createSpecific(world.db, world.on(NOW), specificActionInput.parse(what), null);
}

/** A case whose first step is due and waits for a person, or for its hour. */
async function dueCase(dueAt = NOW) {
  const {
    id,
    customer: { id: customerId },
  } = await world.plannedCase();
  const { openStep } = await world.read(id);
  await world.db.openStep.update({ where: { invoiceId: id }, data: { dueAt } });
  return { customerId, id, openStep: openStep! };
}

async function longDueCase() {
  const customer = await world.newCustomer();
  const { id } = await world.newInvoice(customer, { issued_on: '2026-10-20', due_on: '2026-11-02' });
  await world.plan(id);
  return { customerId: customer.id, id };
}

const stepAfter = async (customerId: string, id: string, actionId: string) => {
  await deleteSpecific(world.db, world.on(NOW), actionId);
  await world.plan(id);
  return (await world.read(id)).openStep?.stepKey;
};
const skippedOf = (invoiceId: string) => world.db.stepRecord.findMany({ where: { invoiceId, outcome: 'skipped' } });

describe('a specific action that takes the place of the planned step', () => {
  it('skips the step that has come, says so in the history, and the ladder goes on with the next one', async () => {
    const { customerId, id, openStep } = await dueCase();
    const { answer } = await instead(customerId, [id], { replaces_step: true });
    expect(await skippedOf(id)).toMatchObject([{ stepKey: openStep.stepKey, level: openStep.level, reason: TITLE }]);
    const entry = await world.db.historyEntry.findFirstOrThrow({ where: { invoiceId: id, kind: 'skipped' } });
    expect(entry.data).toMatchObject({ level: openStep.level, replacedBy: TITLE });
    expect(entry.data).not.toHaveProperty('reason');
    expect(await world.kinds(id)).toEqual(expect.arrayContaining(['skipped', 'specific_action']));
    expect((await world.read(id)).level).toBe(0);
    expect(await world.db.action.findUniqueOrThrow({ where: { id: openStep.actionId } })).toMatchObject({
      state: 'cancelled',
    });
    const next = await stepAfter(customerId, id, answer.id);
    expect([undefined, openStep.stepKey]).not.toContain(next);
  });

  it('unasked leaves that step in the ladder, which comes back to it', async () => {
    const { customerId, id, openStep } = await dueCase();
    const { answer } = await instead(customerId, [id]);
    expect(await skippedOf(id)).toEqual([]);
    expect(await stepAfter(customerId, id, answer.id)).toBe(openStep.stepKey);
  });

  it('leaves a step that is still to come where it is', async () => {
    const { customerId, id } = await dueCase(TOMORROW);
    await world.db.invoice.update({ where: { id }, data: { nextTurnOn: toDateColumn('2026-11-25') } });
    await instead(customerId, [id], { replaces_step: true });
    expect(await skippedOf(id)).toEqual([]);
  });

  it('skips one whose day has come before its hour, but none that a promise holds: that one comes when the promise is broken', async () => {
    const [today, promised] = [await dueCase(TOMORROW), await dueCase(TOMORROW)];
    for (const { id } of [today, promised])
      await world.db.invoice.update({ where: { id }, data: { nextTurnOn: toDateColumn('2026-11-24') } });
    const promise = { amount_cents: 30_000, promised_on: '2026-12-04' };
    await recordPromise(world.db, world.on(NOW), promised.id, promise);
    await world.plan(promised.id);
    for (const { customerId, id } of [today, promised]) await instead(customerId, [id], { replaces_step: true });
    expect([await skippedOf(today.id), await skippedOf(promised.id)]).toMatchObject([[{ level: 1 }], []]);
  });

  it('reads the steps as they are by what was stored, heard of by the cases or not: one that was put off stays, one whose pause was lifted is skipped', async () => {
    const [putOff, released] = [await dueCase(), await longDueCase()];
    const later = invoiceChange.parse({ due_on: '2026-12-24' });
    await changeInvoice(world.db, world.on(NOW), putOff.id, later, () => undefined);
    await setPause(world.db, world.on(NOW), released.id, { reason: 'Congés' });
    await world.plan(released.id);
    expect((await world.read(released.id)).openStep).toBeNull();
    await liftPause(world.db, world.on(NOW), released.id);
    const { answer } = await instead(putOff.customerId, [putOff.id], { replaces_step: true });
    const other = await instead(released.customerId, [released.id], { replaces_step: true });
    expect([answer.replaced, other.answer.replaced]).toEqual([0, 1]);
    expect([await skippedOf(putOff.id), await skippedOf(released.id)]).toMatchObject([[], [{ level: 1 }]]);
    expect(await stepAfter(putOff.customerId, putOff.id, answer.id)).toBe(putOff.openStep.stepKey);
  });

  it('is refused while that step is on its way, and nothing is stored', async () => {
    const { customerId, id } = await dueCase();
    await handOver(world, { customerId, invoiceId: id });
    const refusal = await instead(customerId, [id], { replaces_step: true }).catch((error: unknown) => error);
    expect(refusal instanceof FactRefused && refusal.code).toBe('already_on_its_way');
    expect(await skippedOf(id)).toEqual([]);
    expect((await world.read(id)).holds).toEqual([]);
  });
});
