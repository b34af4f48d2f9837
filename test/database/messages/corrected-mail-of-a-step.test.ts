import { beforeAll, expect, it } from 'vitest';
import { readActions } from '../../../facts/actions/action-row.ts';
import { draftAction } from '../../../facts/actions/draft-action.ts';
import { confirmStep } from '../../../facts/decisions/confirm-step.ts';
import { readMessage } from '../../../facts/messages/drawing/draw-message.ts';
import { draftReminder } from '../../../facts/messages/by-hand/hand-reminder.ts';
import type { MessageEdits } from '../../../facts/messages/reserving/reserve-message.ts';
import { lockCustomers } from '../../../prisma/lock.ts';
import { NOW, openWorld, type World } from '../holds/case-world.ts';

// When a person corrects the mail of a step, its letter does not ask for what the person took out.

const BODY = '<p>Comme convenu au téléphone, nous attendons votre règlement le 15 janvier.</p>';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

/** An invoice of a company whose R2 waits for a person. */
async function secondReminder(language: 'fr' | 'en' = 'fr') {
  const customer = await world.newCustomer({ kind: 'professional', language });
  const { id } = await world.newInvoice(customer, {
    ...{ issued_on: '2026-09-01', due_on: '2026-10-01' },
    ...{ initial_level: 1, initial_level_on: '2026-11-02' },
  });
  await world.plan(id);
  const waits = { mode: 'to_confirm', dueAt: NOW } as const;
  const { actionId } = await world.db.openStep.update({ where: { invoiceId: id }, data: waits });
  await world.db.action.update({ where: { id: actionId }, data: waits });
  return {
    id,
    draft: async (edits: MessageEdits) => {
      const [row] = await readActions(world.db, { where: { id: actionId } });
      return (await draftAction(world.db, row!, world.on(NOW), edits))!;
    },
    confirm: (edits: MessageEdits) =>
      world.db.$transaction(async (tx) => {
        await lockCustomers(tx, [customer.id]);
        const { actor } = world.on(NOW);
        const decision = { id: '', actionId, invoiceId: id, args: { edits }, actor };
        const { messageId } = (await confirmStep(tx, world.on(NOW), decision)).verdict;
        return readMessage(tx, { messageId: messageId!, at: NOW.toISOString() });
      }),
  };
}

it('Confirmed in words of his own, the mail and its letter say the same, in the preview and when they leave', async () => {
  const step = await secondReminder();
  const planned = await step.draft({});
  expect(planned.texts.letter.bodyHtml).toContain('lettre recommandée');
  const previewed = await step.draft({ bodyHtml: BODY });
  expect(previewed.texts.letter).toMatchObject({ subject: planned.template.subject, bodyHtml: BODY });
  expect(previewed.version).toBe(planned.version);
  const { texts } = await step.confirm({ bodyHtml: BODY });
  expect(texts).toMatchObject({ email: { subject: planned.template.subject, bodyHtml: BODY } });
  expect(texts!.letter.bodyHtml).toBe(BODY);
});

it('Another subject or other recipients alone leave the letter its own text', async () => {
  const step = await secondReminder();
  const { texts } = await step.confirm({ subject: 'Notre conversation', recipients: ['compta@roy.example'] });
  expect(texts!.email!.subject).toBe('Notre conversation');
  expect(texts!.letter.bodyHtml).toContain('lettre recommandée');
});

it('So by hand, at the next level', async () => {
  const { id } = await secondReminder();
  const { draft } = await draftReminder(world.db, world.on(NOW), id, { mode: 'email', level: 2, body_html: BODY });
  expect(draft.texts.letter.bodyHtml).toBe(BODY);
});

it('The letter does not say that it is attached to itself', async () => {
  const step = await secondReminder();
  const { text } = await step.draft({});
  expect(text.bodyHtml).toContain('ci-joint le courrier');
  const { texts } = await step.draft({ bodyHtml: `<p>Cher monsieur,</p>\n${text.bodyHtml}` });
  expect(texts.email!.bodyHtml).toContain('ci-joint le courrier');
  expect(texts.letter.bodyHtml).toContain('Cher monsieur');
  expect(texts.letter.bodyHtml).not.toContain('ci-joint');
});

it('Words that began from a French text, since there is no English one, leave in a message that is French throughout', async () => {
  const step = await secondReminder('en');
  await world.db.templateVariant.deleteMany({
    where: { language: 'en', template: { creditorId: world.creditor.id, level: 2 } },
  });
  expect((await step.draft({ bodyHtml: BODY })).content.language).toBe('fr');
  expect((await step.confirm({ bodyHtml: BODY })).content.language).toBe('fr');
});
