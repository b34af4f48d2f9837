import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { confirmStep } from '../../../facts/decisions/confirm-step.ts';
import { closeLitigation } from '../../../facts/holds/close-litigation.ts';
import { liftPause } from '../../../facts/holds/lift-pause.ts';
import { openLitigation } from '../../../facts/holds/open-litigation.ts';
import { setPause } from '../../../facts/holds/set-pause.ts';
import { invoiceChange } from '../../../facts/inputs/invoice.ts';
import { paymentInput } from '../../../facts/inputs/money.ts';
import { changeInvoice } from '../../../facts/invoices/change-invoice.ts';
import {
  changeSinceMade,
  isOfAnotherDay,
  loadMessageToHandOver,
} from '../../../facts/messages/before-leaving/message-changes.ts';
import { loadMessageToSettle } from '../../../facts/messages/settling/message-to-settle.ts';
import { remakeConfirmed } from '../../../facts/messages/remaking/remake-confirmed.ts';
import { settleMessage } from '../../../facts/messages/settling/settle-message.ts';
import { recordPayment } from '../../../facts/money/record-payment.ts';
import { reversePayment } from '../../../facts/money/reverse-payment.ts';
import { HOUR, openSendHours, R1_TODAY, R2_TODAY, type SendHours } from './send-hours.ts';

const BEFORE = '2026-12-09T06:00:00.000Z';
const MEANWHILE = '2026-12-09T09:00:00.000Z';
const AFTERWARDS = '2026-12-09T09:30:00.000Z';
/** The sending line opens, and the message comes to its hand-over. */
const LATER = '2026-12-09T10:00:00.000Z';

let hours: SendHours;
let alone: string;
let byLevel: string;
beforeAll(async () => {
  hours = await openSendHours();
  alone = await hours.scenario('invoice', ASKED);
  byLevel = await hours.scenario('level', ASKED);
});

/** A person confirms each step. */
const ASKED = [
  { key: 'r1', level: 1, anchor: 'due_on', mode: 'to_confirm' },
  { key: 'r2', level: 2, mode: 'to_confirm' },
] as const;

interface Owed {
  id: string;
  number: string;
  customer: { id: string; reference: string };
}

async function owes(debt: object = R1_TODAY): Promise<Owed> {
  const { ids, numbers, customer } = await hours.owes(alone, debt);
  return { id: ids[0]!, number: numbers[0]!, customer };
}

async function confirms(id: string, customerId: string, at = HOUR) {
  const { actionId } = await hours.db.openStep.findUniqueOrThrow({ where: { invoiceId: id } });
  const on = hours.on(at);
  const decision = { id: '', actionId, invoiceId: id, args: {}, actor: on.actor };
  return (await hours.underLock(customerId, (tx) => confirmStep(tx, on, decision))).verdict;
}

/**
 * The step was confirmed and its message made; then the sending line is stopped until another day. Returns the id of what is made in its
 * place.
 */
async function confirmedAndWaits({ id, customer }: Owed, until: string) {
  const { messageId } = await confirms(id, customer.id);
  await hours.rendered(messageId!, HOUR);
  return hours.underLock(customer.id, async (tx) => {
    const made = await loadMessageToHandOver(tx, messageId!);
    expect([await changeSinceMade(tx, made), isOfAnotherDay(made, new Date(until))]).toEqual([null, true]);
    const message = await loadMessageToSettle(tx, messageId!);
    await settleMessage(tx, hours.machine(until), message, { kind: 'cancelled', reason: 'made_on_another_day' });
    return remakeConfirmed(tx, hours.machine(until), message);
  });
}

/**
 * The step was confirmed and its message made; the line was stopped, and the hand-over now finds a change. Returns the id of what is made
 * in its place.
 */
async function confirmedAndThen({ id, customer }: Owed, happens: () => Promise<unknown>) {
  const { messageId } = await confirms(id, customer.id);
  await hours.rendered(messageId!, HOUR);
  await happens();
  return hours.underLock(customer.id, async (tx) => {
    const reason = await changeSinceMade(tx, await loadMessageToHandOver(tx, messageId!));
    expect(reason).toBe('invoice_changed');
    const message = await loadMessageToSettle(tx, messageId!);
    await settleMessage(tx, hours.machine(LATER), message, { kind: 'cancelled', reason: reason! });
    return remakeConfirmed(tx, hours.machine(LATER), message);
  });
}

const changes = (id: string, change: object, at = MEANWHILE) =>
  changeInvoice(hours.db, hours.on(at), id, invoiceChange.parse(change), () => undefined);

async function isInLitigation(id: string, from: string, to: string): Promise<void> {
  await openLitigation(hours.db, hours.on(from), id, { reason: 'Confié à Me Durand' });
  await closeLitigation(hours.db, hours.on(to), id);
}

/** Nothing is made in its place, and once the case is planned a person has the step to confirm again. */
async function isAskedAgain(id: string, remade: string | null): Promise<void> {
  expect(remade).toBeNull();
  await hours.plan(id, LATER);
  expect((await hours.read(id)).openStep).toMatchObject({ mode: 'to_confirm', messageId: null });
}

async function ofOtherText(unit: 'invoice' | 'level' = 'invoice') {
  const scenarioId = await hours.scenario(unit, ASKED);
  const templateId = randomUUID();
  const name = `Autre texte ${templateId}`;
  await hours.db.template.create({ data: { id: templateId, creditorId: hours.creditor.id, name, kind: 'email' } });
  await hours.db.scenarioStep.updateMany({ where: { version: { scenarioId }, level: 1 }, data: { templateId } });
  return { scenarioId, templateId };
}

const payUnallocated = ({ customer }: Owed, amountCents: number) => {
  const money = { external_id: randomUUID(), amount_cents: amountCents, currency: 'EUR', paid_on: '2026-12-09' };
  const payment = paymentInput.parse({ ...money, customer_reference: customer.reference, allocations: [] });
  return recordPayment(hours.db, hours.on(MEANWHILE), payment);
};

describe('A reminder that a person confirmed, which could not leave at once, does not leave', () => {
  it('once the invoice turns out to be due next month only', async () => {
    const owed = await owes();
    const remade = await confirmedAndThen(owed, () => changes(owed.id, { due_on: '2027-01-15' }));
    await isAskedAgain(owed.id, remade);
    expect(await hours.next(owed.id)).toBe('2027-02-01T08:00 R1');
  });

  it('in the text of the scenario that its case no longer follows', async () => {
    const owed = await owes();
    const { scenarioId, templateId } = await ofOtherText();
    const remade = await confirmedAndThen(owed, () => changes(owed.id, { scenario_id: scenarioId }));
    await isAskedAgain(owed.id, remade);
    expect((await hours.read(owed.id)).openStep).toMatchObject({ level: 1, templateId });
  });

  it('for the higher sum once a payment on it has come back', async () => {
    const owed = await owes(R2_TODAY);
    const { answer } = await hours.pay(owed.number, 5_000, BEFORE);
    await hours.plan(owed.id, BEFORE);
    const remade = await confirmedAndThen(owed, async () => {
      const { externalId } = await hours.db.payment.findUniqueOrThrow({ where: { id: answer.id } });
      const reversal = { external_id: randomUUID(), reason: 'Prélèvement rejeté' };
      await reversePayment(hours.db, hours.on(MEANWHILE), { externalId }, reversal);
    });
    await isAskedAgain(owed.id, remade);
  });

  it('once the case was in litigation and came out of it, be it for the second time', async () => {
    const [first, second] = [await owes(), await owes()];
    await isInLitigation(second.id, BEFORE, BEFORE);
    await hours.plan(second.id, BEFORE);
    for (const owed of [first, second]) {
      const remade = await confirmedAndThen(owed, () => isInLitigation(owed.id, MEANWHILE, AFTERWARDS));
      await isAskedAgain(owed.id, remade);
    }
  });

  it('once money of the customer has come in that covers it', async () => {
    const owed = await owes();
    await isAskedAgain(owed.id, await confirmedAndThen(owed, () => payUnallocated(owed, 30_000)));
  });

  it('for the invoice of two whose due date was corrected, and leaves for the other', async () => {
    const { ids, numbers, customer } = await hours.owes(byLevel, R1_TODAY, R1_TODAY);
    const owed = { id: ids[0]!, number: numbers[0]!, customer };
    const remade = await confirmedAndThen(owed, () => changes(ids[0]!, { due_on: '2027-01-15' }));
    for (const id of ids) await hours.plan(id, LATER);
    const [message] = await hours.deliver([remade!], LATER);
    expect(message!.mail).toContain(numbers[1]);
    expect(message!.mail).not.toContain(numbers[0]);
    expect(await Promise.all(ids.map((id) => hours.done(id)))).toEqual([[], ['R1']]);
    expect(await hours.next(ids[0]!)).toBe('2027-02-01T08:00 R1');
  });
});

describe('A reminder that a person confirmed, which could not leave at once, leaves all the same', () => {
  const leaves = async (owed: Owed, remade: string | null, sum: string): Promise<void> => {
    const [message] = await hours.deliver([remade!], LATER);
    expect(message!.mail).toContain(sum);
    expect(await hours.done(owed.id)).toEqual(['R1']);
  };

  it('made anew on the day on which it leaves, with that day’s date and a deadline that is not over', async () => {
    const owed = await owes();
    const remade = await confirmedAndWaits(owed, '2026-12-21T10:00:00.000Z');
    expect(remade).not.toBeNull();
    const before = await hours.db.message.findFirstOrThrow({
      where: { id: { not: remade! }, items: { some: { invoiceId: owed.id } } },
    });
    const made = await hours.rendered(remade!, '2026-12-21T10:00:00.000Z');
    expect(made.status).toBe('rendered');
    expect(made.htmlSha256).not.toBe(before.htmlSha256);
  });

  it('for what is left after a part was paid', async () => {
    const owed = await owes();
    await leaves(owed, await confirmedAndThen(owed, () => hours.pay(owed.number, 10_000, MEANWHILE)), '200,00 €');
  });

  it('when what asked for a person came before he confirmed', async () => {
    const owed = await owes();
    await isInLitigation(owed.id, BEFORE, BEFORE);
    await hours.plan(owed.id, BEFORE);
    await leaves(owed, await confirmedAndThen(owed, () => hours.pay(owed.number, 10_000, MEANWHILE)), '200,00 €');
  });

  it('when a pause was set and lifted again the same day', async () => {
    const owed = await owes();
    const remade = await confirmedAndThen(owed, async () => {
      await setPause(hours.db, hours.on(MEANWHILE), owed.id, { reason: 'Erreur' });
      await liftPause(hours.db, hours.on(AFTERWARDS), owed.id);
    });
    await leaves(owed, remade, '300,00 €');
  });

  it('when the customer’s money that is set against nothing does not cover it', async () => {
    const owed = await owes();
    await leaves(owed, await confirmedAndThen(owed, () => payUnallocated(owed, 5_000)), '300,00 €');
  });

  it('when its due date was corrected to a day that leaves it due', async () => {
    const owed = await owes({ issued_on: '2026-11-20', due_on: '2026-11-20' });
    const remade = await confirmedAndThen(owed, () => changes(owed.id, { due_on: '2026-11-24' }));
    await leaves(owed, remade, '300,00 €');
  });
});

describe('A person who confirms before the case has heard of what changed', () => {
  it('is told that it is not due, once its due date was put off, and nothing leaves', async () => {
    const owed = await owes();
    await changes(owed.id, { due_on: '2027-01-15' }, BEFORE);
    expect(await confirms(owed.id, owed.customer.id)).toMatchObject({ accepted: false, code: 'not_due' });
    expect(await hours.db.message.count({ where: { customerId: owed.customer.id } })).toBe(0);
    expect(await hours.next(owed.id)).toBe('2027-02-01T08:00 R1');
  });

  it('is told so of two gathered invoices as well', async () => {
    const { ids, customer } = await hours.owes(byLevel, R1_TODAY, R1_TODAY);
    for (const id of ids) await changes(id, { due_on: '2027-01-15' }, BEFORE);
    expect(await confirms(ids[0]!, customer.id)).toMatchObject({ accepted: false, code: 'not_due' });
  });

  it('sends the invoice of two that is due, and not the one whose due date was put off', async () => {
    const { ids, numbers, customer } = await hours.owes(byLevel, R1_TODAY, R1_TODAY);
    await changes(ids[1]!, { due_on: '2027-01-15' }, BEFORE);
    const { messageId } = await confirms(ids[0]!, customer.id);
    const [message] = await hours.deliver([messageId!], HOUR);
    expect(message!.mail).toContain(numbers[0]);
    expect(message!.mail).not.toContain(numbers[1]);
    expect(await Promise.all(ids.map((id) => hours.done(id)))).toEqual([['R1'], []]);
  });

  it('sends the text of the scenario that the case follows by now', async () => {
    const owed = await owes();
    const { scenarioId, templateId } = await ofOtherText();
    await changes(owed.id, { scenario_id: scenarioId }, BEFORE);
    const { messageId } = await confirms(owed.id, owed.customer.id);
    expect((await hours.message(messageId!)).templateId).toBe(templateId);
  });

  it('sends what is due still, for what is left of it', async () => {
    const due = await owes();
    await hours.pay(due.number, 10_000, BEFORE);
    const { messageId } = await confirms(due.id, due.customer.id);
    expect((await hours.message(messageId!)).items).toMatchObject([{ invoiceId: due.id, amountCents: 20_000 }]);
  });
});
