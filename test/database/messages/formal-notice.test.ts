import { MockActivityEnvironment } from '@temporalio/testing';
import pino from 'pino';
import { beforeAll, expect, it } from 'vitest';
import type { ActivityDeps } from '../../../activities/activity-deps.ts';
import { createRenderMessage } from '../../../activities/render-message.ts';
import { completeAction } from '../../../facts/decisions/complete-action.ts';
import { INTEREST_SETTINGS, lateInterestOf, readForInterest } from '../../../facts/interest/late-interest-of.ts';
import { loadActionToSend, reserveAction } from '../../../facts/messages/reserve-action.ts';
import { NOW, openWorld, type World } from '../holds/case-world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

/** A registered letter of level 3 to a consumer, in a person's own words, made and posted on 24 November; answers its message. */
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

/** The day from which on a consumer owes interest, as the case says it. */
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
