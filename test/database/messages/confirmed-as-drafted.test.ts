import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { readActions } from '../../../facts/actions/action-row.ts';
import { draftAction, draftAsItLeaves } from '../../../facts/actions/draft-action.ts';
import { specificActionInput } from '../../../facts/inputs/specific-action.ts';
import { readMessage } from '../../../facts/messages/drawing/draw-message.ts';
import type { MessageEdits } from '../../../facts/messages/reserving/reserve-message.ts';
import type { Actor } from '../../../facts/outcome.ts';
import { liftPause } from '../../../facts/holds/lift-pause.ts';
import { setPause } from '../../../facts/holds/set-pause.ts';
import { raiseAttention } from '../../../facts/raise-attention.ts';
import { confirmSpecific } from '../../../facts/specific-actions/confirm-specific.ts';
import { createSpecific } from '../../../facts/specific-actions/create-specific.ts';
import { lockCustomers } from '../../../prisma/lock.ts';
import { NOW, openWorld, type World } from '../holds/case-world.ts';

// A message that a person confirms from the draft they read leaves as long as nothing has changed since.

const NEXT_WEEK = new Date('2026-12-02T09:00:00.000Z');
const WORDS = { subject: 'Comme convenu', bodyHtml: '<p>Comme convenu au téléphone.</p>' };

let world: World;
let lea: Actor;
beforeAll(async () => {
  world = await openWorld();
  const id = randomUUID();
  const { id: creditorId } = world.creditor;
  await world.db.user.create({
    data: { id, creditorId, name: 'Léa Martin', email: 'lea@aubrac.example', role: 'collector' },
  });
  lea = { kind: 'user', name: 'Léa Martin', id };
});

/** A specific action of next week about one invoice, and what a person then does with it. */
async function planned(more: object) {
  const customer = await world.newCustomer();
  const { id, number } = await world.newInvoice(customer);
  const asked = { customer_id: customer.id, invoice_ids: [id], execute_on: '2026-12-01', title: 'Rappel', ...more };
  const { answer } = await createSpecific(world.db, world.on(NOW), specificActionInput.parse(asked), null);
  const on = { ...world.on(NEXT_WEEK), actor: lea };
  return {
    id: answer.id,
    invoiceId: id,
    number,
    draft: async (edits: MessageEdits) => {
      const [row] = await readActions(world.db, { where: { id: answer.id } });
      return (await draftAction(world.db, row!, on, edits))!;
    },
    draftAsItLeaves: async () => {
      const [row] = await readActions(world.db, { where: { id: answer.id } });
      return (await draftAsItLeaves(world.db, row!, on))!;
    },
    confirm: (edits: MessageEdits, draftVersion: string) =>
      world.db.$transaction(async (tx) => {
        await lockCustomers(tx, [customer.id]);
        const decision = { id: '', actionId: answer.id, invoiceId: id, args: { edits, draftVersion }, actor: lea };
        return (await confirmSpecific(tx, world.on(NEXT_WEEK), decision, answer.id)).verdict;
      }),
  };
}

it('An action whose text is gone is confirmed in the words that were previewed, unless more was paid since', async () => {
  for (const isPaid of [false, true]) {
    const action = await planned({
      kind: 'email',
      mode: 'to_confirm',
      ...{ subject: 'Rappel', body_html: '<p>Bonjour</p>' },
    });
    await world.db.specificAction.update({ where: { id: action.id }, data: { subject: null, bodyHtml: null } });
    const gone = await action.draft(WORDS);
    if (isPaid) await world.pay(action.number, 10_000);
    expect(await action.confirm(WORDS, gone.version)).toMatchObject({ accepted: !isPaid });
  }
});

it('What would leave by itself may be confirmed from the preview of one’s own words, and from the draft read before', async () => {
  const text = { subject: 'Rappel', body_html: '<p>Cordialement, #user_name</p>' };
  const action = await planned({ kind: 'email', mode: 'automatic', ...text });
  const previewed = await action.draft(WORDS);
  expect(previewed.content.sender.name).toBe('Léa Martin');
  expect((await action.draftAsItLeaves()).version).toBe(previewed.version);
  expect(await action.confirm(WORDS, previewed.version)).toMatchObject({ accepted: true });
});

it('A copied step whose mail is corrected says the same in its letter, in the preview and when it leaves', async () => {
  const where = { scenario: { creditorId: world.creditor.id, name: 'J+15' } };
  const { scenarioId, steps } = await world.db.scenarioVersion.findFirstOrThrow({ where, include: { steps: true } });
  const { key } = steps.find(({ level }) => level === 2)!;
  const copied = { kind: 'email', mode: 'to_confirm', copy_from: { scenario_id: scenarioId, step_key: key } };
  const action = await planned(copied);
  const read = await action.draft({});
  const body = { bodyHtml: WORDS.bodyHtml };
  const previewed = await action.draft(body);
  expect(previewed.texts.letter).toMatchObject({ bodyHtml: WORDS.bodyHtml, subject: read.template.subject });
  const { accepted, messageId } = await action.confirm(body, read.version);
  expect(accepted).toBe(true);
  const call = { messageId: messageId!, at: NEXT_WEEK.toISOString() };
  const { texts } = await world.db.$transaction((tx) => readMessage(tx, call));
  expect([texts!.email?.bodyHtml, texts!.letter.bodyHtml]).toEqual([WORDS.bodyHtml, WORDS.bodyHtml]);
});

it('A confirmation that is refused answers nothing that the case asks: it is asked until one goes through', async () => {
  const action = await planned({ kind: 'email', mode: 'to_confirm', subject: 'Rappel', body_html: '<p>Bonjour</p>' });
  const { invoiceId } = action;
  const attention = { code: 'undeliverable_letter', text: 'Corrigez l’adresse' } as const;
  await world.db.$transaction((tx) => raiseAttention(tx, world.on(NOW), [invoiceId], attention));
  const asked = async () => [
    (await world.read(invoiceId)).attentionCode,
    ...(await world.tasks(invoiceId, 'attention')).map(({ state }) => state),
  ];
  const read = await action.draft({});
  await setPause(world.db, world.on(NEXT_WEEK), invoiceId, { reason: 'Congés' });
  expect(await action.confirm({}, read.version)).toMatchObject({ code: 'held' });
  await liftPause(world.db, world.on(NEXT_WEEK), invoiceId);
  await world.pay(action.number, 10_000);
  expect(await action.confirm({}, read.version)).toMatchObject({ code: 'draft_changed' });
  expect([await asked(), (await world.kinds(invoiceId)).filter((kind) => kind === 'attention').length]).toEqual([
    ['undeliverable_letter', 'open'],
    1,
  ]);
  const { version } = await action.draft({});
  expect(await action.confirm({}, version)).toMatchObject({ accepted: true });
  expect(await asked()).toEqual([null, 'done']);
});
