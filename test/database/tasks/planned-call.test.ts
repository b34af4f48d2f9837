import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { callsTable } from '../../../api/exports/case-tables.ts';
import { completeAction } from '../../../facts/decisions/complete-action.ts';
import { readCaseFile } from '../../../facts/exports/litigation-case.ts';
import type { CompleteInput } from '../../../facts/inputs/sending.ts';
import { NOW, openWorld, type World } from '../holds/case-world.ts';
import { Life } from '../invoices/life.ts';

// A call that the scenario planned is listed with all other calls once it was made.

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

/** The open step of a case, changed into an R2 by telephone that is due. */
async function becomesCall(invoiceId: string, dueAt: Date): Promise<string> {
  const step = { kind: 'call', level: 2, mode: 'manual', dueAt } as const;
  const { actionId } = await world.db.openStep.update({ where: { invoiceId }, data: step });
  await world.db.action.update({ where: { id: actionId }, data: step });
  return actionId;
}

async function called(input: CompleteInput) {
  const { id } = await world.plannedCase();
  const actionId = await becomesCall(id, NOW);
  await completeAction(world.db, world.on(NOW), actionId, input);
  return { id, actionId };
}

it('A call of the scenario is told with what came of it, dates the last call, and reaches its level', async () => {
  const { id } = await called({ outcome: 'voicemail', comment: 'Rappellera lundi' });
  const { level, lastCallOn, openStep } = await world.read(id);
  expect([level, lastCallOn?.toISOString().slice(0, 10), openStep]).toEqual([2, '2026-11-24', null]);
  const told = await world.db.historyEntry.findFirstOrThrow({ where: { invoiceId: id, kind: 'call' } });
  expect(told).toMatchObject({ data: { outcome: 'voicemail', comment: 'Rappellera lundi', level: 2 } });
  expect(await world.kinds(id)).not.toContain('completed');
});

it.each(['no_answer', 'wrong_number'] as const)(
  'A call that reached nobody (%s) is told, and is no contact',
  async (outcome) => {
    const { id } = await called({ outcome });
    const { level, lastCallOn } = await world.read(id);
    expect([level, lastCallOn]).toEqual([2, null]);
  },
);

it('A call of the scenario stands in the calls of the litigation export', async () => {
  const { id } = await called({ outcome: 'reached', comment: 'Reconnaît la dette' });
  expect(callsTable(await readCaseFile(world.db, id)).rows).toEqual([
    expect.objectContaining({ by: 'Léa Martin', outcome: 'reached', comment: 'Reconnaît la dette' }),
  ]);
});

it('A call that is noted as made without a word has another outcome, as any call', async () => {
  const { id } = await called({});
  const told = await world.db.historyEntry.findFirstOrThrow({ where: { invoiceId: id, kind: 'call' } });
  expect(told.data).toMatchObject({ outcome: 'other', level: 2 });
});

it('A call of the scenario leaves the next one to whom it was given, about its invoices and once, and its own is done', async () => {
  const { id } = await world.plannedCase();
  const actionId = await becomesCall(id, NOW);
  const assigneeId = randomUUID();
  const person = { name: 'Zoé', email: `${assigneeId}@example.org`, role: 'collector' } as const;
  await world.db.user.create({ data: { id: assigneeId, creditorId: world.creditor.id, ...person } });
  await world.db.action.update({ where: { id: actionId }, data: { assigneeId } });
  const context = { ...world.on(NOW), requestKey: `complete-${actionId}` };
  for (let sent = 1; sent <= 2; sent += 1)
    await completeAction(world.db, context, actionId, { outcome: 'no_answer', call_again_on: '2026-12-03' });
  const toDo = { kind: 'call', state: 'open', invoices: { some: { invoiceId: id } } } as const;
  const [again, ...more] = await world.db.action.findMany({ where: toDo, include: { invoices: true } });
  expect(more).toEqual([]);
  expect(again).toMatchObject({ assigneeId, origin: 'task', dueOn: new Date('2026-12-03') });
  expect(again!.invoices).toHaveLength(1);
  expect(await world.db.stepRecord.findMany({ where: { invoiceId: id } })).toMatchObject([{ outcome: 'completed' }]);
});

it('A past day tells that the call of the scenario was made then', async () => {
  const life = new Life(world);
  await life.begins();
  await life.isDue('R1 is due');
  const { actionId } = await world.db.openStep.findUniqueOrThrow({ where: { invoiceId: life.id } });
  await world.db.openStep.update({ where: { invoiceId: life.id }, data: { kind: 'call' } });
  await world.db.action.update({ where: { id: actionId }, data: { kind: 'call' } });
  await life.lives('the call is made', () => completeAction(world.db, life.on, actionId, { outcome: 'reached' }));
  const [made] = life.shown.filter(({ what }) => what === 'the call is made');
  expect(await life.told(made!.at)).toEqual(made!.state);
});
