import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { openDispute } from '../../../facts/holds/open-dispute.ts';
import { changeInvoice } from '../../../facts/invoices/change-invoice.ts';
import { disputeInput } from '../../../facts/inputs/holds.ts';
import { specificActionInput } from '../../../facts/inputs/specific-action.ts';
import { takePaymentOffInvoice } from '../../../facts/money/take-payment-off-invoice.ts';
import { confirmSpecific } from '../../../facts/specific-actions/confirm-specific.ts';
import { createSpecific } from '../../../facts/specific-actions/create-specific.ts';
import { runSpecific } from '../../../facts/specific-actions/run-specific.ts';
import { lockCustomers } from '../../../prisma/lock.ts';
import { minutes, openSending } from './sending-world.ts';

// A specific action in its author's own words: they stay as they were written, whatever is paid afterwards.

const ASKED_AT = minutes(-10);
const THEN = minutes(-5);
const OWN_WORDS = { subject: 'Votre compte', body_html: '<p>Vous nous devez 300,00 euros.</p>' };
const BY_TAGS = { subject: 'Votre compte', body_html: '<p>Il nous reste dû #items_amount_selected.</p>' };
/** A Monday, at its send hour. */
const DAY_ON = '2026-11-30';
const DAY = '2026-11-30T08:00:00.000Z';
const ASKED = { state: 'open', mode: 'to_confirm', reason: 'sums_changed', messageId: null };

type Sending = Awaited<ReturnType<typeof openSending>>;
let sending: Sending;
beforeAll(async () => {
  // No mail is tried here.
  sending = await openSending('http://127.0.0.1:1');
});

/** `paidCents`: paid of the first before the action is planned. */
async function planned(words: object, more: object = {}, invoices = 1, paidCents = 0) {
  const { world } = sending;
  const customer = await world.newCustomer();
  const items = [];
  for (let made = 0; made < invoices; made += 1) items.push(await world.newInvoice(customer));
  if (paidCents > 0) await world.pay(items[0]!.number, paidCents, minutes(-20));
  const asked = { customer_id: customer.id, invoice_ids: items.map(({ id }) => id), kind: 'email', title: 'Rappel' };
  const input = specificActionInput.parse({ ...asked, mode: 'automatic', ...words, ...more });
  const { answer } = await createSpecific(world.db, world.on(ASKED_AT), input, null);
  return { ...answer, customerId: customer.id, invoices: items, number: items[0]!.number, invoiceId: items[0]!.id };
}

type Planned = Awaited<ReturnType<typeof planned>>;

const underLock = <Result>({ customerId }: Planned, work: Parameters<Sending['world']['db']['$transaction']>[0]) =>
  sending.world.db.$transaction(async (tx) => {
    await lockCustomers(tx, [customerId]);
    return work(tx);
  }) as Promise<Result>;

/** A person confirms it, as it stands in the agenda. */
const confirm = (action: Planned, at: Date | string, edits: object = {}) =>
  underLock<{ accepted: boolean; messageId?: string }>(action, async (tx) => {
    const { actor } = sending.world.on(at);
    const decision = { id: randomUUID(), actionId: action.id, invoiceId: action.invoiceId, args: { edits }, actor };
    return (await confirmSpecific(tx, sending.world.on(at), decision, action.id)).verdict;
  });

/** Does what the action's workflow does at that instant. */
const run = (action: Planned, at: string) =>
  underLock<{ kind: string; messageId: string | null }>(action, (tx) =>
    runSpecific(tx, { ...sending.world.on(at), actor: { kind: 'system', name: 'Relance' } }, action.id),
  );

const isNow = ({ id }: Planned) => sending.world.db.action.findUniqueOrThrow({ where: { id } });
const openMessages = ({ id }: Planned) =>
  sending.world.db.message.findMany({
    where: { actionId: id, status: { in: ['reserved', 'rendered', 'sending'] } },
    include: { items: true },
  });
const draw = (id: string) => sending.render(id).catch(() => 'nobody could be told');
const handOver = (id: string) => sending.handOver(id).catch(() => 'nobody could be told');

describe('A mail outside the scenario that a person sends in words of one’s own', () => {
  it('that name a sum is taken back when a part is paid before it is drawn, and asked for again', async () => {
    const action = await planned(OWN_WORDS);
    await sending.world.pay(action.number, 10_000, THEN);
    await draw(action.messageId!);
    expect(await sending.row(action.messageId!)).toMatchObject({ status: 'cancelled', tries: 0 });
    expect([await openMessages(action), await isNow(action)]).toMatchObject([[], ASKED]);
  });

  it('that name none but by tags leaves with the rest, paid before it is drawn or after', async () => {
    for (const isDrawn of [false, true]) {
      const action = await planned(BY_TAGS);
      if (isDrawn) expect(await draw(action.messageId!)).toMatchObject({ kind: 'ready' });
      await sending.world.pay(action.number, 10_000, THEN);
      await (isDrawn ? handOver : draw)(action.messageId!);
      const [remade] = await openMessages(action);
      expect(remade!.items).toMatchObject([{ amountCents: 20_000 }]);
    }
  });

  it('is asked for again when a part is paid, or an invoice of it, before it is handed over', async () => {
    for (const [invoices, paid] of [
      [1, 10_000],
      [2, 30_000],
    ] as const) {
      const action = await planned(OWN_WORDS, {}, invoices);
      expect(await draw(action.messageId!)).toMatchObject({ kind: 'ready' });
      await sending.world.pay(action.number, paid, THEN);
      await handOver(action.messageId!);
      expect(await sending.row(action.messageId!)).toMatchObject({ status: 'cancelled', tries: 0 });
      expect([await openMessages(action), await isNow(action)]).toMatchObject([[], ASKED]);
    }
  });

  it('is asked for again after a confirmation, with corrected words or without, and leaves once read again', async () => {
    for (const edits of [{}, { bodyHtml: '<p>Il manque 300 euros.</p>' }]) {
      const action = await planned(OWN_WORDS, { mode: 'to_confirm' });
      const { messageId } = await confirm(action, ASKED_AT, edits);
      await sending.world.pay(action.number, 10_000, THEN);
      await draw(messageId!);
      expect([await openMessages(action), await isNow(action)]).toMatchObject([[], ASKED]);
      const again = await confirm(action, THEN, { bodyHtml: '<p>Il manque 200 euros.</p>' });
      expect(await draw(again.messageId!)).toMatchObject({ kind: 'ready' });
      expect(await isNow(action)).toMatchObject({ reason: null, messageId: again.messageId });
    }
  });

  it('leaves, once made again, when a dispute was opened: it may be about it', async () => {
    const action = await planned(OWN_WORDS);
    const dispute = disputeInput.parse({ reason: 'Prix', comment: 'Tarif' });
    expect(await draw(action.messageId!)).toMatchObject({ kind: 'ready' });
    await openDispute(sending.world.db, sending.world.on(THEN), action.invoiceId, dispute);
    await handOver(action.messageId!);
    const [remade] = await openMessages(action);
    expect(await draw(remade!.id)).toMatchObject({ kind: 'ready' });
  });
});

it('A mail outside the scenario in the words of a template asks for the rest when a part is paid', async () => {
  const { db, creditor } = sending.world;
  const { id } = await db.template.findFirstOrThrow({ where: { creditorId: creditor.id, kind: 'email', level: 1 } });
  const action = await planned({ template_id: id });
  expect(await draw(action.messageId!)).toMatchObject({ kind: 'ready' });
  await sending.world.pay(action.number, 10_000, THEN);
  await handOver(action.messageId!);
  const [remade] = await openMessages(action);
  expect(remade!.items).toMatchObject([{ amountCents: 20_000 }]);
});

describe('On its day, a mail planned in words of one’s own', () => {
  it('that name a sum waits for a person, when a part was paid since they were written', async () => {
    const action = await planned(OWN_WORDS, { execute_on: DAY_ON });
    await sending.world.pay(action.number, 10_000, THEN);
    expect(await run(action, DAY)).toMatchObject({ kind: 'over', messageId: null });
    expect([await openMessages(action), await isNow(action)]).toMatchObject([[], ASKED]);
    expect(await confirm(action, DAY)).toMatchObject({ accepted: true });
  });

  it('that name a sum waits for a person, when a credit came or one of its invoices was paid', async () => {
    const credited = await planned(OWN_WORDS, { execute_on: DAY_ON });
    await sending.world.credit(credited.invoiceId, 5_000, THEN);
    const paid = await planned(OWN_WORDS, { execute_on: DAY_ON }, 2);
    await sending.world.pay(paid.number, 30_000, THEN);
    for (const action of [credited, paid]) {
      await run(action, DAY);
      expect([await openMessages(action), await isNow(action)]).toMatchObject([[], ASKED]);
    }
  });

  it('that name a sum waits for a person, when an invoice has another total or its payment was taken off it', async () => {
    const { world } = sending;
    const changed = await planned(OWN_WORDS, { execute_on: DAY_ON });
    await changeInvoice(world.db, world.on(THEN), changed.invoiceId, { total_cents: 25_000 }, () => undefined);
    const half = await planned(OWN_WORDS, { execute_on: DAY_ON }, 1, 10_000);
    const { externalId } = await world.db.payment.findFirstOrThrow({ where: { customerId: half.customerId } });
    const takenOff = { invoice_number: half.number, reason: 'Erreur' };
    await takePaymentOffInvoice(world.db, world.on(THEN), { externalId }, takenOff);
    for (const action of [changed, half]) {
      await run(action, DAY);
      expect([await openMessages(action), await isNow(action)]).toMatchObject([[], ASKED]);
    }
  });

  it('that name a sum leaves when no sum of its invoice has changed, but its day to pay', async () => {
    const { world } = sending;
    const action = await planned(OWN_WORDS, { execute_on: DAY_ON });
    await changeInvoice(world.db, world.on(THEN), action.invoiceId, { due_on: '2026-11-23' }, () => undefined);
    await run(action, DAY);
    expect(await openMessages(action)).toHaveLength(1);
  });

  it('that name none but by tags leaves with the rest', async () => {
    const action = await planned(BY_TAGS, { execute_on: DAY_ON });
    await sending.world.pay(action.number, 10_000, THEN);
    await run(action, DAY);
    const [message] = await openMessages(action);
    expect(message!.items).toMatchObject([{ amountCents: 20_000 }]);
  });

  it('that name a sum leaves when nothing was paid, or before they were written', async () => {
    const action = await planned(OWN_WORDS, { execute_on: DAY_ON });
    const after = await planned(OWN_WORDS, { execute_on: DAY_ON }, 1, 10_000);
    for (const one of [action, after]) {
      await run(one, DAY);
      expect(await openMessages(one)).toHaveLength(1);
    }
  });
});
