import { beforeAll, expect, it } from 'vitest';
import { draftAction } from '../../../facts/actions/draft-action.ts';
import { readActions } from '../../../facts/actions/action-row.ts';
import { specificActionInput } from '../../../facts/inputs/specific-action.ts';
import { readReserved } from '../../../facts/messages/drawing/draw-message.ts';
import { createSpecific } from '../../../facts/specific-actions/create-specific.ts';
import { previewSpecific } from '../../../facts/specific-actions/draft-specific.ts';
import { toDateColumn } from '../../../prisma/dates.ts';
import { NOW, openWorld, type World } from '../holds/case-world.ts';

// The text of R2, sent outside the ladder for an invoice whose own R2 is planned for Friday: it is not the ladder's R2.

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const HALF_OF_THE_DELAY = '2026-12-02';
const THE_DAY_BEFORE_R2 = '2026-12-08';

async function asR2(mode: 'automatic' | 'to_confirm') {
  const customer = await world.newCustomer();
  const { id } = await world.newInvoice(customer);
  const planned = { level: 1, nextLevel: 2, nextTurnOn: toDateColumn('2026-11-27') };
  await world.db.invoice.update({ where: { id }, data: planned });
  const words = { subject: 'Rappel', body_html: '<p>À régler avant le #payment_deadline.</p>' };
  const about = { customer_id: customer.id, invoice_ids: [id] };
  return specificActionInput.parse({ ...about, kind: 'email', mode, title: 'Rappel', level: 2, ...words });
}

it('A specific action with the level of the next step leaves half of the delay before that step: as previewed, as drafted and as it leaves', async () => {
  const toConfirm = await asR2('to_confirm');
  const { draft } = await previewSpecific(world.db, world.on(NOW), toConfirm);
  const { answer: waiting } = await createSpecific(world.db, world.on(NOW), toConfirm, null);
  const [row] = await readActions(world.db, { where: { id: waiting.id } });
  const drafted = await draftAction(world.db, row!, world.on(NOW), {});
  const { answer } = await createSpecific(world.db, world.on(NOW), await asR2('automatic'), null);
  const { id: messageId } = await world.db.message.findFirstOrThrow({ where: { actionId: answer.id } });
  expect([lastDayIn(draft), lastDayIn(drafted), await lastDayLeaving(messageId)]).toEqual([
    HALF_OF_THE_DELAY,
    HALF_OF_THE_DELAY,
    HALF_OF_THE_DELAY,
  ]);
});

it('One that takes the place of the R1 that is due ends before R2, fifteen days from then: as previewed, as it leaves at once and once its case is planned again', async () => {
  const { id, customer } = await world.plannedCase();
  const first = await world.db.openStep.update({ where: { invoiceId: id }, data: { dueAt: NOW } });
  const input = { ...(await asR2('automatic')), customer_id: customer.id, invoice_ids: [id], replaces_step: true };
  const { draft } = await previewSpecific(world.db, world.on(NOW), input);
  expect((await world.read(id)).openStep).toMatchObject({ stepKey: first.stepKey, actionId: first.actionId });
  const { answer } = await createSpecific(world.db, world.on(NOW), input, null);
  const atOnce = await lastDayLeaving(answer.messageId!);
  await world.plan(id);
  expect([lastDayIn(draft), atOnce, await lastDayLeaving(answer.messageId!)]).toEqual([
    THE_DAY_BEFORE_R2,
    THE_DAY_BEFORE_R2,
    THE_DAY_BEFORE_R2,
  ]);
});

const lastDayIn = (made: { content: object } | null) =>
  made && 'paymentDeadlineOn' in made.content ? made.content.paymentDeadlineOn : null;

async function lastDayLeaving(messageId: string) {
  const call = { creditorId: world.creditor.id, messageId, at: NOW.toISOString() };
  const leaving = await world.db.$transaction((tx) => readReserved(tx, call));
  return leaving.read && 'content' in leaving.read ? lastDayIn(leaving.read) : null;
}
