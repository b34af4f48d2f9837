import { MockActivityEnvironment } from '@temporalio/testing';
import pino from 'pino';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ActivityDeps } from '../../../activities/activity-deps.ts';
import { createRenderMessage } from '../../../activities/render-message.ts';
import { completeAction } from '../../../facts/decisions/complete-action.ts';
import { INTEREST_SETTINGS, lateInterestOf, readForInterest } from '../../../facts/interest/late-interest-of.ts';
import { loadActionToSend, reserveAction } from '../../../facts/messages/reserving/reserve-action.ts';
import { handOver, NOW, openWorld, type World } from '../holds/case-world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

/** A registered letter of level 3 to a consumer with a text of its own, made and posted on 24 November; returns its message. */
async function posted(bodyHtml: string) {
  const { id: invoiceId } = await world.plannedCase();
  const step = { kind: 'letter', letterKind: 'registered', level: 3, mode: 'to_confirm', dueAt: NOW } as const;
  const { actionId } = await world.db.openStep.update({ where: { invoiceId }, data: step });
  await world.db.action.update({ where: { id: actionId }, data: step });
  const messageId = await world.db.$transaction(async (tx) => {
    const action = (await loadActionToSend(tx, actionId))!;
    const edits = { subject: 'Votre facture', bodyHtml };
    return reserveAction(tx, world.on(NOW), action, action.openSteps, world.on(NOW).actor, edits);
  });
  const deps = { db: world.db, log: pino({ level: 'silent' }) } as unknown as ActivityDeps;
  const call = { creditorId: world.creditor.id, messageId, at: NOW.toISOString() };
  await new MockActivityEnvironment().run(createRenderMessage(deps), call);
  await completeAction(world.db, world.on(NOW), actionId, { registered_number: '2C1' });
  return { invoiceId, messageId };
}

/** The day from which a consumer owes interest, as the case says it. */
async function noticeOn(invoiceId: string) {
  const settings = await world.db.settings.findUniqueOrThrow({
    where: { creditorId: world.creditor.id },
    select: INTEREST_SETTINGS,
  });
  return lateInterestOf((await readForInterest(world.db, invoiceId))!, settings, '2026-12-24').debt.noticeOn;
}

it('A letter of level 3 that does not say that it is a formal notice starts no consumer’s interest', async () => {
  const notice = await posted(
    '<p>Nous vous mettons en demeure de payer #balance au plus tard le #payment_deadline.</p>',
  );
  expect(await noticeOn(notice.invoiceId)).toBe('2026-11-24');
  const reminder = await posted('<p>Nous vous rappelons la somme de #balance, à payer avant le #payment_deadline.</p>');
  expect(await noticeOn(reminder.invoiceId)).toBeNull();
  const made = await world.db.message.findMany({
    where: { id: { in: [notice.messageId, reminder.messageId] } },
    orderBy: { id: 'asc' },
  });
  expect(made.map(({ formalNotice }) => formalNotice)).toEqual([true, false]);
});

it('A letter that was made before its text was judged starts it as it did', async () => {
  const { invoiceId, messageId } = await posted('<p>Nous vous rappelons la somme de #balance.</p>');
  await world.db.message.update({ where: { id: messageId }, data: { formalNotice: null } });
  expect(await noticeOn(invoiceId)).toBe('2026-11-24');
});

describe('A letter of level 3 that is no step of the scenario', () => {
  /** A registered letter of the live creditor, outside the plan, that left on 25 November. */
  async function outside(more: object = {}) {
    const { customer, id: invoiceId } = await world.plannedCase();
    const id = await handOver(world, { customerId: customer.id, invoiceId }, 'deposited');
    const letter = { kind: 'letter', letterKind: 'registered', level: 3, origin: 'specific_action' } as const;
    const left = { formalNotice: true, test: false, sentAt: new Date('2026-11-24T23:30:00Z') };
    await world.db.message.update({ where: { id }, data: { ...letter, ...left, ...more } });
    await world.db.messageItem.updateMany({ where: { messageId: id }, data: { stepKey: null } });
    return { invoiceId, id };
  }

  it('starts a consumer’s interest when it is a formal notice, on the day on which it left there, refused or not', async () => {
    expect(await noticeOn((await outside()).invoiceId)).toBe('2026-11-25');
    expect(await noticeOn((await outside({ status: 'refused' })).invoiceId)).toBe('2026-11-25');
  });

  it.each([
    ['that is none by what it says', { formalNotice: false }],
    ['of which nobody judged the text', { formalNotice: null }],
    ['that came to nobody', { status: 'undeliverable' }],
    ['that was not made after all', { status: 'failed' }],
    ['that was taken back', { status: 'cancelled' }],
    ['whose outcome is not known', { status: 'ambiguous' }],
    ['of the trial', { test: true }],
  ])('starts none %s', async (_, more) => {
    expect(await noticeOn((await outside(more)).invoiceId)).toBeNull();
  });

  it('by a simple electronic delivery starts one when he accepted it, and none while, or because, he did not', async () => {
    const delivery = (status: string) => outside({ letterKind: 'ere_simple', status });
    for (const status of ['sent', 'awaiting_signature', 'refused', 'unclaimed'])
      expect(await noticeOn((await delivery(status)).invoiceId)).toBeNull();
    for (const status of ['delivered', 'signed'])
      expect(await noticeOn((await delivery(status)).invoiceId)).toBe('2026-11-25');
  });

  it('starts none for an invoice that it lists for information', async () => {
    const { invoiceId, id } = await outside();
    await world.db.messageItem.updateMany({ where: { messageId: id }, data: { information: true } });
    expect(await noticeOn(invoiceId)).toBeNull();
  });
});
