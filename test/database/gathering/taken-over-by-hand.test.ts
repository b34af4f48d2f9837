import { beforeAll, describe, expect, it } from 'vitest';
import { createKey } from '../../../facts/creditors/create-key.ts';
import { confirmStep } from '../../../facts/decisions/confirm-step.ts';
import { sendByHand } from '../../../facts/messages/by-hand/hand-reminder.ts';
import { sharedApi } from '../api/running-api.ts';
import { NOTICE_LADDER } from './notices-to-post.ts';
import { HOUR, openSendHours, R1_TODAY, R3_TODAY, type SendHours } from './send-hours.ts';

let api: Awaited<ReturnType<typeof sharedApi>>;
let hours: SendHours;
let scenario: string;
let key: string;
beforeAll(async () => {
  [api, hours] = await Promise.all([sharedApi(), openSendHours()]);
  scenario = await hours.scenario('invoice', NOTICE_LADDER);
  ({ key } = await createKey(hours.db, { creditorId: hours.creditor.id, name: 'Léa', role: 'collector' }));
});

const byHand = async (invoiceId: string, input: object) =>
  (await sendByHand(hours.db, hours.on(HOUR), invoiceId, input as never, crypto.randomUUID())).messageId;

async function listed(invoiceId: string) {
  const path = `/v1/actions?invoice_id=${invoiceId}&status=planned,to_do,to_confirm&count=true`;
  const { body } = await api.ask('GET', path, { key });
  expect(body.total).toBe(body.data.length);
  return (body.data as { message_id: string | null }[]).map((row) => row.message_id);
}

async function shownIn(invoice: { id: string; customerId: string }) {
  const one = (await api.ask('GET', `/v1/invoices/${invoice.id}`, { key })).body.dunning;
  const account = (await api.ask('GET', `/v1/customers/${invoice.customerId}/account`, { key })).body.items[0];
  return { ofCase: [one.status, one.next.letter_made_on], ofAccount: [account.status, account.letter_made_on] };
}

describe('A reminder by hand that takes the place of a planned step', () => {
  it('is the one action of the case, as a letter that waits to be posted', async () => {
    const { ids } = await hours.owes(scenario, R3_TODAY);
    expect(await listed(ids[0]!)).toEqual([null]);
    const messageId = await byHand(ids[0]!, { level: 3, mode: 'letter' });
    expect(await listed(ids[0]!)).toEqual([messageId]);
    await hours.rendered(messageId, HOUR);
    await hours.plan(ids[0]!, HOUR);
    expect(await listed(ids[0]!)).toEqual([messageId]);
  });

  it('leaves no planned action beside it, as a mail that is under way', async () => {
    const { ids } = await hours.owes(scenario, R1_TODAY);
    await byHand(ids[0]!, { level: 1, mode: 'email' });
    await hours.plan(ids[0]!, HOUR);
    expect(await listed(ids[0]!)).toEqual([]);
  });

  it('leaves the planned action where it was when it is an extra', async () => {
    const { ids } = await hours.owes(scenario, R3_TODAY);
    await byHand(ids[0]!, { mode: 'email', subject: 'Rappel', body_html: '<p>Il reste #balance.</p>' });
    expect(await listed(ids[0]!)).toEqual([null]);
  });
});

describe('A letter that a person has to post', () => {
  it('is said to be so from the click on, in the case and in the statement of account alike', async () => {
    const { ids, customer } = await hours.owes(scenario, R3_TODAY);
    const of = { id: ids[0]!, customerId: customer.id };
    const messageId = await byHand(of.id, { level: 3, mode: 'letter' });
    const shown = await shownIn(of);
    expect(shown.ofCase[1]).toBe('2026-12-09');
    expect(shown.ofAccount).toEqual(shown.ofCase);
    await hours.rendered(messageId, HOUR);
    expect(await shownIn(of)).toEqual(shown);
  });

  it('so it is when the planned one was confirmed', async () => {
    const { ids, customer } = await hours.owes(scenario, R3_TODAY);
    const of = { id: ids[0]!, customerId: customer.id };
    const { actionId } = await hours.db.openStep.findUniqueOrThrow({ where: { invoiceId: of.id } });
    const decision = { id: 'd', actionId, invoiceId: of.id, args: {}, actor: hours.on(HOUR).actor };
    const { verdict } = await hours.underLock(customer.id, (tx) => confirmStep(tx, hours.on(HOUR), decision));
    expect(verdict).toMatchObject({ accepted: true });
    const shown = await shownIn(of);
    expect(shown.ofCase[1]).toBe('2026-12-09');
    expect(shown.ofAccount).toEqual(shown.ofCase);
  });
});
