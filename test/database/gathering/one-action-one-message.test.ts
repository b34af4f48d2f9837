import { beforeAll, describe, expect, it } from 'vitest';
import { postponeStep } from '../../../facts/decisions/postpone-step.ts';
import {
  HOUR,
  LADDER,
  NEXT_DAY,
  NOT_DUE,
  NOT_YET,
  openSendHours,
  R1_TODAY,
  R2_TODAY,
  R3_TODAY,
  type SendHours,
} from './send-hours.ts';

let hours: SendHours;
let byLevel: string;
let byAccount: string;
beforeAll(async () => {
  hours = await openSendHours();
  byLevel = await hours.scenario('level');
  byAccount = await hours.scenario('account');
});

const openActions = async (customerId: string) =>
  hours.db.action.findMany({
    where: { customerId, state: 'open', origin: 'step' },
    include: { invoices: true },
    orderBy: [{ dueAt: 'asc' }, { level: 'asc' }],
  });

describe('Unit level', () => {
  it('gathers the steps of one level until the send hour: one mail and one letter that list them', async () => {
    const { ids, numbers, customer } = await hours.owes(
      byLevel,
      R1_TODAY,
      { ...R1_TODAY, total_cents: 20_000 },
      NOT_YET,
    );
    const [action, later] = await openActions(customer.id);
    expect([action!.invoices.length, later!.invoices.length]).toEqual([2, 1]);
    const messages = await hours.deliver(await hours.sendHour(HOUR), HOUR);
    expect(messages).toHaveLength(1);
    const { mail, letter } = messages[0]!;
    for (const text of [mail, letter]) {
      expect(text).toContain(numbers[0]);
      expect(text).toContain(numbers[1]);
      expect(text).not.toContain(numbers[2]);
      expect(text).toContain('500,00 €');
    }
    expect(await Promise.all(ids.map((id) => hours.done(id)))).toEqual([['R1'], ['R1'], []]);
  });

  it('has whoever wakes later find his step in the message, and reserves nothing twice', async () => {
    const { ids } = await hours.owes(byLevel, R1_TODAY, R1_TODAY, R1_TODAY);
    expect(await hours.wake(ids[2]!, HOUR)).toHaveLength(1);
    for (const id of ids) expect(await hours.wake(id, HOUR)).toEqual([]);
    const items = await hours.db.messageItem.findMany({ where: { invoiceId: { in: ids } } });
    expect(new Set(items.map(({ messageId }) => messageId)).size).toBe(1);
  });

  it('makes one message of each level of the day, and of each currency, each with its own text', async () => {
    const dollars = { ...R1_TODAY, currency: 'USD' };
    const { ids } = await hours.owes(byLevel, R1_TODAY, R2_TODAY, dollars, R2_TODAY);
    const messages = await hours.deliver(await hours.sendHour(HOUR), HOUR);
    expect(messages.map(({ level }) => level).toSorted()).toEqual([1, 1, 2]);
    expect(messages.find(({ level }) => level === 2)!.subject).toMatch(/^Deuxième rappel/);
    for (const { mail } of messages) expect(/€/.test(mail) && /\$/.test(mail)).toBe(false);
    expect(await Promise.all(ids.map((id) => hours.done(id)))).toEqual([['R1'], ['R2'], ['R1'], ['R2']]);
  });

  it('does not gather the invoices of two customers, nor those of unit invoice', async () => {
    const byInvoice = await hours.scenario('invoice');
    await hours.owes(byLevel, R1_TODAY);
    await hours.owes(byLevel, R1_TODAY);
    await hours.owes(byInvoice, R1_TODAY, R1_TODAY);
    expect(await hours.sendHour(HOUR)).toHaveLength(4);
  });
});

describe('Unit account', () => {
  it('sends what is due as one message in the text of the highest level; each invoice records its own step', async () => {
    const { ids, numbers, customer } = await hours.owes(byAccount, R1_TODAY, R2_TODAY, NOT_YET, NOT_DUE);
    const action = (await openActions(customer.id)).find(({ level }) => level === 2);
    expect(action!.invoices.map(({ invoiceId }) => invoiceId).toSorted()).toEqual(ids.slice(0, 2).toSorted());
    const planned = await Promise.all(ids.slice(2).map((id) => hours.next(id)));
    const messages = await hours.deliver(await hours.sendHour(HOUR), HOUR);
    expect(messages).toHaveLength(1);
    const { subject, mail, letter } = messages[0]!;
    expect(subject).toMatch(/^Deuxième rappel/);
    for (const text of [mail, letter]) {
      for (const number of numbers) expect(text).toContain(number);
      expect(text).toContain('600,00 €');
      expect(text).toContain('autres pièces de votre compte');
    }
    // Listed, and nothing recorded: no step, no line of history, and the plan is unchanged.
    expect(await Promise.all(ids.map((id) => hours.done(id)))).toEqual([['R1'], ['R2'], [], []]);
    for (const [index, id] of ids.slice(2).entries()) {
      expect(await hours.kinds(id)).not.toContain('sent');
      await hours.plan(id, '2026-12-09T09:00:00.000Z');
      expect(await hours.next(id)).toBe(planned[index]);
    }
    expect((await hours.read(ids[0]!)).level).toBe(1);
    expect((await hours.read(ids[1]!)).level).toBe(2);
  });

  it('leaves what is held, and what is not due yet, out of the claim, whoever wakes first', async () => {
    const { ids, numbers } = await hours.owes(byAccount, R1_TODAY, R2_TODAY, NOT_YET);
    await hold(ids[2]!);
    const [message] = await hours.deliver(await hours.sendHour(HOUR, [ids[1]!, ids[0]!]), HOUR);
    expect(message!.mail).not.toContain(numbers[2]);
    expect(message!.mail).not.toContain('autres pièces');
  });

  it('keeps a formal notice for itself; the rest of the account waits a day, whoever wakes first', async () => {
    for (const order of [
      [0, 1, 2],
      [2, 1, 0],
    ]) {
      const { ids, numbers } = await hours.owes(byAccount, R1_TODAY, R2_TODAY, R3_TODAY, NOT_DUE);
      const first = order.map((index) => ids[index]!);
      const [notice, ...others] = await hours.deliver(await hours.sendHour(HOUR, first), HOUR);
      expect(others).toEqual([]);
      expect(notice!.subject).toMatch(/^Mise en demeure/);
      const [claim, beside] = notice!.mail.split('également échues');
      expect(claim).toContain(numbers[2]);
      expect(claim).toContain('300,00 €');
      for (const number of numbers.slice(0, 2)) {
        expect(claim).not.toContain(number);
        expect(beside).toContain(number);
      }
      // What is not due yet is not listed in a formal notice.
      expect(notice!.mail).not.toContain(numbers[3]);
      expect(await hours.next(ids[0]!)).toBe('2026-12-10T08:00 R1');
      expect(await hours.next(ids[1]!)).toBe('2026-12-10T08:00 R2');
      expect(await hours.reasons(ids[0]!)).toContain('one_a_day');
      const [rest, ...more] = await hours.deliver(await hours.sendHour(NEXT_DAY), NEXT_DAY);
      expect(more).toEqual([]);
      expect(rest!.subject).toMatch(/^Deuxième rappel/);
      expect(await Promise.all(ids.map((id) => hours.done(id)))).toEqual([['R1'], ['R2'], ['R3'], []]);
    }
  });

  it('does not wait for a formal notice that waits for a person', async () => {
    const asked = await hours.scenario('account', [
      ...LADDER.slice(0, 2),
      { level: 3, kind: 'letter', letterKind: 'registered', mode: 'to_confirm' },
    ]);
    const { ids, customer } = await hours.owes(asked, R1_TODAY, R3_TODAY);
    const [message] = await hours.deliver(await hours.sendHour(HOUR), HOUR);
    expect(message!.subject).toMatch(/^Rappel de règlement/);
    expect(await openActions(customer.id)).toMatchObject([{ level: 3, mode: 'to_confirm' }]);
    await hours.plan(ids[1]!, '2026-12-09T10:00:00.000Z');
    expect(await hours.next(ids[1]!)).toBe('2026-12-09T08:00 R3');
  });

  it('sends one message a day in each currency', async () => {
    const { ids } = await hours.owes(byAccount, R1_TODAY, { ...R2_TODAY, currency: 'USD' });
    const messages = await hours.deliver(await hours.sendHour(HOUR), HOUR);
    expect(messages).toHaveLength(2);
    expect(await Promise.all(ids.map((id) => hours.done(id)))).toEqual([['R1'], ['R2']]);
  });

  it('by mail and by letter on one day: the higher level goes, the other channel waits a day', async () => {
    const letters = await hours.scenario('account', [
      { level: 1, anchor: 'due_on' },
      { level: 2, kind: 'letter', letterKind: 'simple' },
    ]);
    const { ids } = await hours.owes(letters, R1_TODAY, R2_TODAY);
    const [letter, ...others] = await hours.deliver(await hours.sendHour(HOUR), HOUR);
    expect([letter!.level, others]).toEqual([2, []]);
    expect(await hours.next(ids[0]!)).toBe('2026-12-10T08:00 R1');
  });

  it('keeps a preventive step for itself: what is not due yet is not claimed with what is', async () => {
    const careful = await hours.scenario('account', [
      { level: 0, anchor: 'due_on', delayDays: -7 },
      { level: 1, anchor: 'due_on', delayDays: 15 },
    ]);
    const { numbers } = await hours.owes(careful, R1_TODAY, { issued_on: '2026-12-01', due_on: '2026-12-16' });
    const [reminder, ...others] = await hours.deliver(await hours.sendHour(HOUR), HOUR);
    expect(others).toEqual([]);
    expect(reminder!.mail).toContain('300,00 €');
    expect(reminder!.mail.split('Pour information')[0]).not.toContain(numbers[1]);
  });
});

describe('A group that a person postpones', () => {
  it('to a day on which another stands takes that one in, and keeps its id', async () => {
    const asked = await hours.scenario('level', [{ level: 1, anchor: 'due_on', mode: 'to_confirm' }]);
    const onFriday = { issued_on: '2026-11-26', due_on: '2026-11-26' };
    const { ids, customer } = await hours.owes(asked, R1_TODAY, R1_TODAY, onFriday);
    const [action, friday] = await openActions(customer.id);
    const at = '2026-12-09T10:00:00.000Z';
    const args = { untilOn: '2026-12-11', reason: 'Congés' };
    const decision = { id: 'd', actionId: action!.id, invoiceId: ids[0]!, args, actor: hours.on(at).actor };
    const { verdict } = await hours.underLock(customer.id, (tx) => postponeStep(tx, hours.on(at), decision));
    expect(verdict).toMatchObject({ accepted: true });
    const open = await openActions(customer.id);
    expect(open.map(({ id, invoices }) => [id, invoices.length])).toEqual([[action!.id, 3]]);
    expect(await Promise.all(ids.map((id) => hours.next(id)))).toEqual(ids.map(() => '2026-12-11T08:00 R1'));
    for (const id of ids) await hours.plan(id, at);
    expect(await openActions(customer.id)).toMatchObject([{ id: action!.id, level: 1 }]);
    const gone = await hours.db.action.findUniqueOrThrow({ where: { id: friday!.id } });
    expect(gone).toMatchObject({ state: 'cancelled', reason: 'replanned' });
  });
});

async function hold(invoiceId: string) {
  const { customerId } = await hours.db.invoice.findUniqueOrThrow({ where: { id: invoiceId } });
  const since = { sinceAt: new Date(HOUR), createdBy: 'test' };
  await hours.db.hold.create({
    data: {
      ...{ id: crypto.randomUUID(), creditorId: hours.creditor.id, customerId, invoiceId },
      ...{ kind: 'dispute', reason: 'Travaux non faits', ...since },
    },
  });
}
