import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { confirmStep } from '../../../facts/decisions/confirm-step.ts';
import { remakeConfirmed } from '../../../facts/messages/remaking/remake-confirmed.ts';
import { loadMessageToSettle } from '../../../facts/messages/settling/message-to-settle.ts';
import { settleMessage } from '../../../facts/messages/settling/settle-message.ts';
import { disputeInput, pauseInput } from '../../../facts/inputs/holds.ts';
import { paymentInput } from '../../../facts/inputs/money.ts';
import { openDispute } from '../../../facts/holds/open-dispute.ts';
import { pauseCustomer } from '../../../facts/holds/pause-customer.ts';
import { recordPayment } from '../../../facts/money/record-payment.ts';
import { raiseAttention } from '../../../facts/raise-attention.ts';
import {
  HOUR,
  LADDER,
  NEXT_DAY,
  NOT_YET,
  openSendHours,
  R1_TODAY,
  R2_TODAY,
  R3_TODAY,
  type SendHours,
} from './send-hours.ts';

/** The message was made; now it is handed over. */
const A_MOMENT_LATER = '2026-12-09T08:00:20.000Z';

let hours: SendHours;
let byLevel: string;
let byAccount: string;
beforeAll(async () => {
  hours = await openSendHours();
  byLevel = await hours.scenario('level');
  byAccount = await hours.scenario('account');
});

const dispute = (invoiceId: string) =>
  openDispute(hours.db, hours.on(HOUR), invoiceId, disputeInput.parse({ reason: 'Travaux non faits' }));

const pauseAll = (customerId: string) =>
  pauseCustomer(hours.db, hours.on(HOUR), customerId, pauseInput.parse({ reason: 'Décès' }));

/** Plans again after a message was cancelled, as each workflow does when it is told. */
async function toldOfCancelling(ids: readonly string[]) {
  for (const id of ids) await hours.plan(id, A_MOMENT_LATER);
}

describe('Between gathering and hand-over', () => {
  it.each([
    ['paid', (id: string, number: string) => hours.pay(number, 30_000, HOUR).then(() => id)],
    ['disputed', (id: string) => dispute(id).then(() => id)],
  ])('what is %s falls out; the rest leaves the same day as a new message, with the right sum', async (_, happens) => {
    const { ids, numbers } = await hours.owes(byLevel, R1_TODAY, R1_TODAY, R1_TODAY);
    const [first] = await hours.sendHour(HOUR);
    await hours.rendered(first!, HOUR);
    await happens(ids[1]!, numbers[1]!);
    expect(await hours.handOver(first!, A_MOMENT_LATER)).toMatch(/closed|held/);
    await toldOfCancelling(ids);
    const [message, ...others] = await hours.deliver(await hours.sendHour(A_MOMENT_LATER), A_MOMENT_LATER);
    expect(others).toEqual([]);
    expect(message!.id).not.toBe(first);
    for (const text of [message!.mail, message!.letter]) {
      expect(text).toContain('600,00 €');
      expect(text).not.toContain(numbers[1]);
    }
    expect(await Promise.all(ids.map((id) => hours.done(id)))).toEqual([['R1'], [], ['R1']]);
  });

  it('what is paid in part stays, for what is left of it', async () => {
    const { numbers, ids } = await hours.owes(byLevel, R1_TODAY, R1_TODAY);
    const [first] = await hours.sendHour(HOUR);
    await hours.rendered(first!, HOUR);
    await hours.pay(numbers[0]!, 10_000, HOUR);
    expect(await hours.handOver(first!, A_MOMENT_LATER)).toBe('invoice_changed');
    await toldOfCancelling(ids);
    const [message] = await hours.deliver(await hours.sendHour(A_MOMENT_LATER), A_MOMENT_LATER);
    expect(message!.mail).toContain('500,00 €');
  });

  it('what was only listed and is paid is no longer listed; nothing that did not change is made anew', async () => {
    const { ids, numbers } = await hours.owes(byAccount, R1_TODAY, NOT_YET);
    const [first] = await hours.sendHour(HOUR);
    expect((await hours.rendered(first!, HOUR)).content!.text).toContain(numbers[1]);
    await hours.pay(numbers[1]!, 30_000, HOUR);
    expect(await hours.handOver(first!, A_MOMENT_LATER)).toBe('invoice_changed');
    await toldOfCancelling(ids);
    const [message] = await hours.deliver(await hours.sendHour(A_MOMENT_LATER), A_MOMENT_LATER);
    expect(message!.mail).not.toContain(numbers[1]);
    expect(await hours.kinds(ids[1]!)).not.toContain('cancelled');
  });

  it('the highest that falls out takes its level along: the account is written to in the text of the next', async () => {
    const { numbers, customer } = await hours.owes(byAccount, R1_TODAY, R2_TODAY);
    await hours.pay(numbers[1]!, 30_000, HOUR);
    const action = await hours.db.action.findFirstOrThrow({ where: { customerId: customer.id, state: 'open' } });
    expect(action.level).toBe(1);
    const [message] = await hours.deliver(await hours.sendHour(HOUR), HOUR);
    expect(message!.subject).toMatch(/^Rappel de règlement/);
  });
});

describe('What a person has confirmed', () => {
  const A_PERSON = { kind: 'user', name: 'Léa Martin' } as const;

  async function confirmed(edits: { subject?: string; recipients?: string[] } = {}) {
    const asked = await hours.scenario('level', [{ level: 1, anchor: 'due_on', mode: 'to_confirm' }]);
    const group = await hours.owes(asked, R1_TODAY, R1_TODAY);
    const { actionId } = await hours.db.openStep.findUniqueOrThrow({ where: { invoiceId: group.ids[0]! } });
    const decision = { id: 'd', actionId, invoiceId: group.ids[0]!, args: { edits }, actor: A_PERSON };
    const { verdict } = await hours.underLock(group.customer.id, (tx) => confirmStep(tx, hours.on(HOUR), decision));
    await hours.rendered(verdict.messageId!, HOUR);
    await hours.pay(group.numbers[0]!, 30_000, HOUR);
    const remade = await hours.underLock(group.customer.id, async (tx) => {
      const message = await loadMessageToSettle(tx, verdict.messageId!);
      await settleMessage(tx, hours.machine(A_MOMENT_LATER), message, { kind: 'cancelled', reason: 'closed_paid' });
      return remakeConfirmed(tx, hours.machine(A_MOMENT_LATER), message);
    });
    return { ...group, remade };
  }

  it('leaves without what fell out of it, to whom he chose, and nobody is asked again', async () => {
    const { ids, numbers, remade } = await confirmed({ recipients: ['compta@roy.example'] });
    for (const id of ids) await hours.plan(id, A_MOMENT_LATER);
    const [message] = await hours.deliver([remade!], A_MOMENT_LATER);
    expect(message!.mail).toContain('300,00 €');
    expect(message!.mail).not.toContain(numbers[0]);
    expect((await hours.message(remade!)).recipients).toEqual(['compta@roy.example']);
    expect(await Promise.all(ids.map((id) => hours.done(id)))).toEqual([[], ['R1']]);
  });

  it('in words of his own, which may name what fell out, is asked again', async () => {
    const { ids, remade } = await confirmed({ subject: 'Vos deux factures' });
    expect(remade).toBeNull();
    await hours.plan(ids[1]!, A_MOMENT_LATER);
    const open = await hours.db.openStep.findUniqueOrThrow({ where: { invoiceId: ids[1]! } });
    expect(open).toMatchObject({ mode: 'to_confirm', messageId: null });
  });
});

describe('One broken invoice', () => {
  it('that a person must look at does not hold up the others, nor is it left in what was sent', async () => {
    const { ids, customer } = await hours.owes(byLevel, R1_TODAY, R1_TODAY, R1_TODAY);
    const attention = { code: 'activity_failed', text: 'À regarder.' } as const;
    await hours.underLock(customer.id, (tx) => raiseAttention(tx, hours.machine(HOUR), [ids[0]!], attention));
    await hours.deliver(await hours.sendHour(HOUR), HOUR);
    expect(await Promise.all(ids.map((id) => hours.done(id)))).toEqual([[], ['R1'], ['R1']]);
    const sent = await hours.db.action.findFirstOrThrow({
      where: { customerId: customer.id, state: 'done' },
      include: { invoices: true },
    });
    expect(sent.invoices.map(({ invoiceId }) => invoiceId).toSorted()).toEqual(ids.slice(1).toSorted());
  });

  it('of which the workflow has not heard yet that it waits for a person is not sent along', async () => {
    const { ids, customer } = await hours.owes(byLevel, R1_TODAY, { ...R1_TODAY, total_cents: 90_000 });
    // The customer's unallocated money covers the small invoice: a person confirms that one, and only that one.
    const money = { external_id: randomUUID(), amount_cents: 40_000, currency: 'EUR', paid_on: '2026-12-09' };
    const payment = paymentInput.parse({ ...money, customer_reference: customer.reference, allocations: [] });
    await recordPayment(hours.db, hours.on(HOUR), payment);
    const messages = await hours.deliver(await hours.wake(ids[1]!, HOUR), HOUR);
    expect(messages.map(({ mail }) => mail.includes('900,00 €'))).toEqual([true]);
    expect(await Promise.all(ids.map((id) => hours.done(id)))).toEqual([[], ['R1']]);
    expect(await hours.reasons(ids[0]!)).toContain('confirm');
  });
});

describe('The customer’s cap', () => {
  it('lets one message pass though all his invoices wake at the same hour: the highest level', async () => {
    const byInvoice = await hours.scenario('invoice');
    await hours.setSettings({ maxMessagesCount: 1, maxMessagesDays: 7 });
    const { ids } = await hours.owes(byInvoice, R1_TODAY, R1_TODAY, R2_TODAY, R1_TODAY);
    const messages = await hours.deliver(await hours.sendHour(HOUR), HOUR);
    expect(messages.map(({ level }) => level)).toEqual([2]);
    for (const id of [ids[0]!, ids[1]!, ids[3]!]) {
      expect(await hours.next(id)).toBe('2026-12-16T08:00 R1');
      expect(await hours.reasons(id)).toContain('cap');
    }
    await hours.setSettings({ maxMessagesCount: 3, maxMessagesDays: 7 });
    for (const id of ids) await hours.plan(id, NEXT_DAY);
    await hours.setSettings({ maxMessagesCount: null, maxMessagesDays: null });
  });

  it('counts a gathered message once, and lets as many pass as it says', async () => {
    const byInvoice = await hours.scenario('invoice');
    await hours.setSettings({ maxMessagesCount: 2, maxMessagesDays: 7 });
    const { customer } = await hours.owes(byLevel, R1_TODAY, R1_TODAY, R1_TODAY);
    for (let more = 0; more < 3; more += 1) await hours.owesToo(customer, byInvoice, R1_TODAY);
    expect(await hours.sendHour(HOUR)).toHaveLength(2);
    await hours.setSettings({ maxMessagesCount: null, maxMessagesDays: null });
  });

  it('is not used up by a registered letter that nobody has posted yet', async () => {
    const notices = await hours.scenario('invoice', [
      ...LADDER.slice(0, 2),
      { level: 3, kind: 'letter', letterKind: 'registered', mode: 'to_confirm' },
    ]);
    await hours.setSettings({ maxMessagesCount: 1, maxMessagesDays: 30 });
    const { ids, customer } = await hours.owes(notices, R1_TODAY, R3_TODAY);
    await hours.db.message.create({
      data: {
        ...{
          id: randomUUID(),
          creditorId: hours.creditor.id,
          customerId: customer.id,
          language: 'fr',
          currency: 'EUR',
        },
        ...{ kind: 'letter', letterKind: 'registered', origin: 'step', status: 'rendered', test: true, actor: {} },
        reservedAt: new Date(HOUR),
        items: {
          create: [{ invoiceId: ids[1]!, cycle: 1, stepKey: 'r3-2', level: 3, amountCents: 30_000n, version: 1 }],
        },
      },
    });
    expect(await hours.wake(ids[0]!, HOUR)).toHaveLength(1);
    await hours.setSettings({ maxMessagesCount: null, maxMessagesDays: null });
  });
});

describe('A pause of the customer', () => {
  it('stops all his invoices, gathered or not, and those still to come', async () => {
    const { ids, customer } = await hours.owes(byLevel, R1_TODAY, R1_TODAY);
    const other = await hours.owes(byLevel, R1_TODAY);
    const [gathered] = await hours.wake(ids[0]!, HOUR);
    await hours.rendered(gathered!, HOUR);
    await pauseAll(customer.id);
    const late = await hours.owesToo(customer, byLevel, R1_TODAY);
    expect(await hours.handOver(gathered!, A_MOMENT_LATER)).toBe('held_customer_pause');
    await toldOfCancelling([...ids, late.id]);
    expect(await hours.sendHour(A_MOMENT_LATER)).toHaveLength(1);
    expect(await hours.done(other.ids[0]!)).toEqual([]);
    for (const id of [...ids, late.id]) expect(await hours.next(id)).toBeNull();
  });
});
