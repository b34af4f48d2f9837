import { beforeAll, describe, expect, it } from 'vitest';
import { createKey } from '../../../facts/creditors/create-key.ts';
import { changeCustomer } from '../../../facts/customers/change-customer.ts';
import { completeAction } from '../../../facts/decisions/complete-action.ts';
import { customerChange } from '../../../facts/inputs/customer.ts';
import { sharedApi } from '../api/running-api.ts';
import { MORNING, NOTED, NOTICE_LADDER, noticeByHand, noticeOfRun, THURSDAY, WEDNESDAY } from './notices-to-post.ts';
import { HOUR, openSendHours, R3_TODAY, type SendHours } from './send-hours.ts';

// A registered letter that a person asked for is printed on Wednesday 9 December. On Thursday its recipient's name is corrected: another
// letter is made in its place, which waits in an action of its own.
// one is made in its place, which waits in an action of its own.

let hours: SendHours;
let notices: string;
let show: (actionId: string) => Promise<unknown>;
beforeAll(async () => {
  hours = await openSendHours();
  notices = await hours.scenario('invoice', NOTICE_LADDER);
  const { key } = await createKey(hours.db, { creditorId: hours.creditor.id, name: 'Léa', role: 'collector' });
  const api = await sharedApi();
  show = async (actionId) => {
    const { status, letter_taken_back } = (await api.ask('GET', `/v1/actions/${actionId}`, { key })).body;
    return { status, letter_taken_back };
  };
});

const byHand = (invoiceId: string) => noticeByHand(hours, HOUR, invoiceId);
const byRun = async (invoiceId: string) => (await noticeOfRun(hours, HOUR, invoiceId)).messageId;

async function corrected(make: (invoiceId: string) => Promise<string>) {
  const { ids, customer } = await hours.owes(notices, R3_TODAY);
  const invoiceId = ids[0]!;
  const messageId = await make(invoiceId);
  await hours.rendered(messageId, HOUR);
  const { actionId } = await hours.message(messageId);
  const name = customerChange.parse({ name: 'Paule Roy' });
  await changeCustomer(hours.db, hours.on(MORNING), customer.id, name, () => undefined);
  await hours.plan(invoiceId, MORNING);
  const where = { kind: 'letter', status: 'reserved', items: { some: { invoiceId } } } as const;
  const again = await hours.db.message.findFirstOrThrow({ where });
  await hours.rendered(again.id, MORNING);
  expect(again.actionId).not.toBe(actionId);
  return {
    ...{ invoiceId, formerActionId: actionId!, actionId: again.actionId! },
    states: async () => [(await hours.message(messageId)).status, (await hours.message(again.id)).status],
    note: (action: string, posted: object) => completeAction(hours.db, hours.on(NOTED), action, posted),
  };
}

describe.each([
  ['by hand', byHand],
  ['of a run', byRun],
])('A registered letter %s that may have been posted before another was made in its place', (_, make) => {
  it('is shown as such in its action, which says from when to when it may have been', async () => {
    const letter = await corrected(make);
    const shown = { status: 'cancelled', letter_taken_back: { made_on: WEDNESDAY, taken_back_on: THURSDAY } };
    expect(await show(letter.formerActionId)).toEqual(shown);
    const { settledAt } = await hours.db.action.findUniqueOrThrow({ where: { id: letter.formerActionId } });
    expect(settledAt?.toISOString()).toBe(MORNING);
    // The same is shown for a letter taken back before actions stored the time of that.
    await hours.db.action.update({ where: { id: letter.formerActionId }, data: { settledAt: null } });
    expect(await show(letter.formerActionId)).toEqual(shown);
  });

  it('is the message sent where the day that is noted in the action of the other is one of its own', async () => {
    const letter = await corrected(make);
    await letter.note(letter.actionId, { posted_on: WEDNESDAY });
    expect(await letter.states()).toEqual(['deposited', 'cancelled']);
    expect(await hours.done(letter.invoiceId)).toEqual(['R3']);
    const { state } = await hours.db.action.findUniqueOrThrow({ where: { id: letter.actionId } });
    expect(state).toBe('done');
  });

  it('is asked about on the very day, and is not the one where a person says so', async () => {
    const letter = await corrected(make);
    const refusal = { code: 'which_letter' };
    await expect(letter.note(letter.actionId, { posted_on: THURSDAY })).rejects.toMatchObject(refusal);
    await letter.note(letter.actionId, { posted_on: THURSDAY, already_posted: false });
    expect(await letter.states()).toEqual(['cancelled', 'deposited']);
    // The step is done: nothing more can be said about the letter.
    expect(await show(letter.formerActionId)).toEqual({ status: 'cancelled', letter_taken_back: null });
    const late = { posted_on: WEDNESDAY };
    await expect(letter.note(letter.formerActionId, late)).rejects.toMatchObject({ code: 'withdrawn' });
  });
});
