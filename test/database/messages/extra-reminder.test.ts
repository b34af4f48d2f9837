import { beforeAll, expect, it } from 'vitest';
import { readMessage } from '../../../facts/messages/drawing/draw-message.ts';
import { draftReminder, sendByHand } from '../../../facts/messages/by-hand/hand-reminder.ts';
import { NOW, openWorld, type World } from '../holds/case-world.ts';

// What a reminder outside the ladder says depends on the reminders that the debtor has had.

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

async function reached(level: number) {
  const customer = await world.newCustomer({ kind: 'professional' });
  return world.newInvoice(customer, {
    ...{ issued_on: '2026-08-01', due_on: '2026-09-01' },
    ...(level > 0 ? { initial_level: level, initial_level_on: '2026-11-02' } : {}),
  });
}

it.each([2, 3])('After R%s it is no second reminder anew, and announces no letter that has come', async (level) => {
  const { id, number } = await reached(level);
  for (const mode of ['email', 'letter'] as const) {
    const { draft } = await draftReminder(world.db, world.on(NOW), id, { mode });
    expect(draft.text.subject).toBe(`Rappel – ${number}`);
    for (const text of [draft.text, draft.texts.letter])
      expect(`${text.subject} ${text.bodyHtml}`).not.toMatch(/deuxième|recommandée|mise en demeure/i);
  }
});

it.each([0, 1])('At R%s it has the text of a first reminder', async (level) => {
  const { id } = await reached(level);
  const { draft } = await draftReminder(world.db, world.on(NOW), id, { mode: 'email' });
  expect(draft.text.subject).toMatch(/^Rappel de règlement/);
});

it('It leaves as its draft was read: the letter in its own words, and in those of a person when he wrote some', async () => {
  const { id } = await reached(3);
  const left = async (more: object) => {
    const input = { mode: 'email' as const, ...more };
    const { messageId } = await sendByHand(world.db, world.on(NOW), id, input, crypto.randomUUID());
    const { texts } = await world.db.$transaction((tx) => readMessage(tx, { messageId, at: NOW.toISOString() }));
    await world.db.message.update({ where: { id: messageId }, data: { status: 'sent' } });
    return texts!;
  };
  const { draft } = await draftReminder(world.db, world.on(NOW), id, { mode: 'email' });
  const own = await left({});
  expect(own).toMatchObject({ email: draft.texts.email, letter: draft.texts.letter });
  expect(own.letter.bodyHtml).not.toContain('ci-joint');
  const mine = await left({ body_html: '<p>Un mot de plus.</p>' });
  expect(mine.email).toMatchObject({ subject: 'Rappel – #invoice_number', bodyHtml: '<p>Un mot de plus.</p>' });
  expect(mine.letter.bodyHtml).toBe('<p>Un mot de plus.</p>');
});
