import { MockActivityEnvironment } from '@temporalio/testing';
import pino from 'pino';
import { beforeAll, expect, it } from 'vitest';
import type { ActivityDeps } from '../../../activities/activity-deps.ts';
import { createRenderMessage } from '../../../activities/render-message.ts';
import { remakeLetter } from '../../../facts/decisions/remake-letter.ts';
import { completeAction } from '../../../facts/decisions/complete-action.ts';
import { letterToPost } from '../../../facts/messages/letters/letter-outdated.ts';
import { loadActionToSend, reserveAction } from '../../../facts/messages/reserving/reserve-action.ts';
import type { MessageEdits } from '../../../facts/messages/reserving/reserve-message.ts';
import { refusal } from '../world.ts';
import { NOW, openWorld, type World } from '../holds/case-world.ts';

// A registered letter that waits to be posted grows old: its date, its deadline and the account are those of the day it was made.

const daysLater = (days: number) => new Date(NOW.getTime() + days * 86_400_000);

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

/** R3 of a case that has had R1 and R2, confirmed on 24 November and waiting to be posted. */
async function waitingNotice(edits: MessageEdits = {}) {
  const customer = await world.newCustomer();
  const { id: invoiceId } = await world.newInvoice(customer, {
    ...{ issued_on: '2026-09-01', due_on: '2026-09-15' },
    ...{ initial_level: 2, initial_level_on: '2026-10-15' },
  });
  await world.plan(invoiceId);
  const { actionId } = await world.db.openStep.update({ where: { invoiceId }, data: { dueAt: NOW } });
  await world.db.action.update({ where: { id: actionId }, data: { dueAt: NOW } });
  const made = async (messageId: string, at: Date) => {
    const deps = { db: world.db, log: pino({ level: 'silent' }) } as unknown as ActivityDeps;
    const call = { creditorId: world.creditor.id, messageId, at: at.toISOString() };
    expect(await new MockActivityEnvironment().run(createRenderMessage(deps), call)).toEqual({
      kind: 'waits_for_person',
    });
  };
  const messageId = await world.db.$transaction(async (tx) => {
    const action = (await loadActionToSend(tx, actionId))!;
    return reserveAction(tx, world.on(NOW), action, action.openSteps, world.on(NOW).actor, edits);
  });
  await made(messageId, NOW);
  const current = async () => (await world.db.action.findUniqueOrThrow({ where: { id: actionId } })).messageId;
  return {
    messageId,
    invoiceId,
    made,
    toPost: async (at: Date) => letterToPost(world.db, world.creditor.id, await current(), at),
    remake: (at: Date) => remakeLetter(world.db, world.on(at), actionId),
    post: (at: Date) => completeAction(world.db, world.on(at), actionId, { registered_number: '2C1' }),
  };
}

it('It is said to be out of date once half of its delay is over, or the company asks to be paid elsewhere', async () => {
  const notice = await waitingNotice();
  expect(await notice.toPost(daysLater(3))).toEqual({
    ...{ madeOn: '2026-11-24', deadlineOn: '2026-12-09', outdated: null },
  });
  expect(await notice.toPost(daysLater(10))).toMatchObject({ outdated: 'deadline_near' });
  const { iban } = await world.db.settings.findUniqueOrThrow({ where: { creditorId: world.creditor.id } });
  await world.setSettings({ iban: 'FR7630006000011234567890189' });
  expect(await notice.toPost(daysLater(3))).toMatchObject({ outdated: 'company_changed' });
  await world.setSettings({ iban });
  expect(await notice.toPost(daysLater(3))).toMatchObject({ outdated: null });
});

it('It is judged by the deadline that it names, whatever delay the company gives by now', async () => {
  const notice = await waitingNotice();
  await world.setSettings({ noticeDeadlineDays: 8 });
  expect(await notice.toPost(daysLater(5))).toMatchObject({ deadlineOn: '2026-12-09', outdated: null });
  await world.setSettings({ noticeDeadlineDays: 30 });
  expect(await notice.toPost(daysLater(10))).toMatchObject({ deadlineOn: '2026-12-09', outdated: 'deadline_near' });
  await world.setSettings({ noticeDeadlineDays: 15 });
});

it('Made anew it has the day and the deadline of now, nobody confirms it again, and the old one is never posted', async () => {
  const notice = await waitingNotice();
  const { messageId } = await notice.remake(daysLater(10));
  expect(messageId).not.toBeNull();
  const old = await world.db.message.findUniqueOrThrow({ where: { id: notice.messageId } });
  expect([old.status, old.failureDetail]).toEqual(['cancelled', 'made_anew']);
  await notice.made(messageId!, daysLater(10));
  expect(await notice.toPost(daysLater(10))).toEqual({
    ...{ madeOn: '2026-12-04', deadlineOn: '2026-12-21', outdated: null },
  });
  expect((await notice.post(daysLater(11))).messageId).toBe(messageId);
  expect((await world.read(notice.invoiceId)).level).toBe(3);
});

it('One that was posted late all the same is recorded as it is, and is not made anew', async () => {
  const notice = await waitingNotice();
  expect((await notice.post(daysLater(10))).messageId).toBe(notice.messageId);
  expect(await refusal(notice.remake(daysLater(10)))).toMatchObject({ kind: 'conflict', code: 'no_letter' });
});

it('One in a person’s own words, which may name the old day, is asked for again', async () => {
  const bodyHtml = '<p>Mise en demeure de payer #balance avant le 9 décembre 2026.</p>';
  const notice = await waitingNotice({ subject: 'Mise en demeure', bodyHtml });
  expect(await notice.remake(daysLater(10))).toMatchObject({ messageId: null });
  expect(await notice.toPost(daysLater(10))).toBeNull();
});

it('One whose money came and went back since is asked for again: there is no letter to print', async () => {
  const notice = await waitingNotice();
  const { number } = await world.read(notice.invoiceId);
  const { answer } = await world.pay(number, 10_000, daysLater(2));
  await world.goesBack(answer.id, daysLater(3));
  const { messageId, actionId } = await notice.remake(daysLater(10));
  expect(messageId).toBeNull();
  const { state, mode } = await world.db.action.findUniqueOrThrow({ where: { id: actionId } });
  expect([state, mode]).toEqual(['open', 'to_confirm']);
});
