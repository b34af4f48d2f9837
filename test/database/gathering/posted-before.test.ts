import { beforeAll, describe, expect, it } from 'vitest';
import { changeCustomer } from '../../../facts/customers/change-customer.ts';
import { completeAction } from '../../../facts/decisions/complete-action.ts';
import { confirmStep } from '../../../facts/decisions/confirm-step.ts';
import { openLitigation } from '../../../facts/holds/open-litigation.ts';
import { recordPromise } from '../../../facts/holds/record-promise.ts';
import { reminderInput } from '../../../facts/inputs/sending.ts';
import { letterTakenBack } from '../../../facts/messages/letters/letter-taken-back.ts';
import { sendByHand } from '../../../facts/messages/by-hand/hand-reminder.ts';
import { customerChange } from '../../../facts/inputs/customer.ts';
import { MORNING, NOTED, NOTICE_LADDER, THURSDAY, WEDNESDAY } from './notices-to-post.ts';
import { HOUR, openSendHours, R3_TODAY, type SendHours } from './send-hours.ts';

// A registered letter is printed on Wednesday 9 December and posted that afternoon. On Thursday, before anybody has recorded that, a
// change takes it back.

let hours: SendHours;
let notices: string;
beforeAll(async () => {
  hours = await openSendHours();
  notices = await hours.scenario('invoice', NOTICE_LADDER);
});

async function printed() {
  const { ids, customer, numbers } = await hours.owes(notices, R3_TODAY);
  const invoiceId = ids[0]!;
  const step = () => hours.db.openStep.findUniqueOrThrow({ where: { invoiceId } });
  /** Confirms the open step and has its letter made; when another message is already made in its place, renders that one. */
  const made = async (at: string) => {
    const { actionId } = await step();
    const { messageId: anewId } = await hours.db.action.findUniqueOrThrow({ where: { id: actionId } });
    if (anewId !== null) await hours.rendered(anewId, at);
    if (anewId !== null) return { actionId, messageId: anewId };
    const decision = { id: 'd', actionId, invoiceId, args: {}, actor: hours.on(at).actor };
    const { verdict } = await hours.underLock(customer.id, (tx) => confirmStep(tx, hours.on(at), decision));
    await hours.rendered(verdict.messageId!, at);
    return { actionId, messageId: verdict.messageId! };
  };
  const { actionId, messageId } = await made(HOUR);
  return {
    ...{ invoiceId, customer, number: numbers[0]!, messageId, actionId, made },
    changed: () =>
      changeCustomer(
        hours.db,
        hours.on(MORNING),
        customer.id,
        customerChange.parse({ name: 'Paule Roy' }),
        () => undefined,
      ),
    planned: async () => {
      await hours.plan(invoiceId, MORNING);
      return (await hours.message(messageId)).failureDetail;
    },
    note: (posted: object, action = actionId) =>
      completeAction(hours.db, hours.on(NOTED), action, { registered_number: '2C1', ...posted }),
    letter: async () => {
      const { status, sentAt, providerReference } = await hours.message(messageId);
      return { status, sentAt: sentAt?.toISOString(), providerReference };
    },
    action: () =>
      hours.db.action.findUniqueOrThrow({
        where: { id: actionId },
        include: { invoices: { select: { invoiceId: true } } },
      }),
  };
}

const SENT = { status: 'deposited', sentAt: '2026-12-09T11:00:00.000Z', providerReference: '2C1' };

describe('A registered letter that was posted on the day before', () => {
  it('litigation was opened is noted all the same: it is the formal notice that left, and the litigation goes on', async () => {
    const letter = await printed();
    await openLitigation(hours.db, hours.on(MORNING), letter.invoiceId, { reason: 'Avocat' });
    expect(await letter.planned()).toBe('held');
    await letter.note({ posted_on: WEDNESDAY });
    expect(await letter.letter()).toEqual(SENT);
    expect(await hours.done(letter.invoiceId)).toEqual(['R3']);
    const { level, holds } = await hours.read(letter.invoiceId);
    expect([level, holds.map(({ kind, endedAt }) => [kind, endedAt])]).toEqual([3, [['litigation', null]]]);
    const { state, postedOn, invoices } = await letter.action();
    expect([state, postedOn?.toISOString().slice(0, 10), invoices]).toEqual([
      'done',
      WEDNESDAY,
      [{ invoiceId: letter.invoiceId }],
    ]);
  });

  it('the invoice was paid is noted, though its case is over', async () => {
    const letter = await printed();
    await hours.pay(letter.number, 30_000, MORNING);
    expect(await letter.planned()).toBe('closed');
    await letter.note({ posted_on: WEDNESDAY });
    expect(await letter.letter()).toEqual(SENT);
    expect(await hours.read(letter.invoiceId)).toMatchObject({ level: 3, closedAs: 'paid' });
  });

  it('is noted before the case was planned anew, too', async () => {
    const letter = await printed();
    await openLitigation(hours.db, hours.on(MORNING), letter.invoiceId, { reason: 'Avocat' });
    await letter.note({ posted_on: WEDNESDAY });
    expect(await letter.letter()).toEqual(SENT);
  });

  it('a promise was made is noted: what the promise would have put off is done', async () => {
    const letter = await printed();
    const promise = { amount_cents: 30_000, promised_on: '2026-12-15', comment: 'Virement' };
    await recordPromise(hours.db, hours.on(MORNING), letter.invoiceId, promise);
    expect(await letter.planned()).toBe('held');
    await letter.note({ posted_on: WEDNESDAY });
    expect(await letter.letter()).toEqual(SENT);
    expect(await hours.db.openStep.findUnique({ where: { invoiceId: letter.invoiceId } })).toBeNull();
  });

  it('its reader was changed is noted, and the letter that was made in its place is taken back', async () => {
    const letter = await printed();
    await letter.changed();
    expect(await letter.planned()).toBe('contact_changed');
    const again = await letter.made(MORNING);
    await letter.note({ posted_on: WEDNESDAY });
    expect(await letter.letter()).toEqual(SENT);
    expect((await hours.message(again.messageId)).status).toBe('cancelled');
    expect(await hours.done(letter.invoiceId)).toEqual(['R3']);
  });
});

it('A registered letter about two invoices is noted for both, though only one of them was disputed since', async () => {
  const account = await hours.scenario('account', NOTICE_LADDER);
  const { ids, customer } = await hours.owes(account, R3_TODAY, R3_TODAY);
  const [one, two] = ids as [string, string];
  const { actionId } = await hours.db.openStep.findUniqueOrThrow({ where: { invoiceId: one } });
  const decision = { id: 'd', actionId, invoiceId: one, args: {}, actor: hours.on(HOUR).actor };
  const { verdict } = await hours.underLock(customer.id, (tx) => confirmStep(tx, hours.on(HOUR), decision));
  await hours.rendered(verdict.messageId!, HOUR);
  await openLitigation(hours.db, hours.on(MORNING), one, { reason: 'Avocat' });
  for (const id of ids) await hours.plan(id, MORNING);
  expect((await hours.db.openStep.findUnique({ where: { invoiceId: two } }))?.level).toBe(3);
  await completeAction(hours.db, hours.on(NOTED), actionId, { posted_on: WEDNESDAY });
  for (const id of ids) expect(await hours.done(id)).toEqual(['R3']);
  expect(await hours.db.openStep.count({ where: { invoiceId: { in: ids } } })).toBe(0);
});

it('A registered letter beside the ladder that was posted on the day before is noted, and the one that was made in its place waits no more', async () => {
  const { ids, customer } = await hours.owes(notices, R3_TODAY);
  const input = reminderInput.parse({ mode: 'letter', letter_kind: 'registered' });
  const { messageId } = await sendByHand(hours.db, hours.on(HOUR), ids[0]!, input, crypto.randomUUID());
  await hours.rendered(messageId, HOUR);
  const name = customerChange.parse({ name: 'Paule Roy' });
  await changeCustomer(hours.db, hours.on(MORNING), customer.id, name, () => undefined);
  await hours.plan(ids[0]!, MORNING);
  const where = { kind: 'letter', status: 'reserved', items: { some: { invoiceId: ids[0]! } } } as const;
  const again = await hours.db.message.findFirstOrThrow({ where });
  const { actionId } = await hours.message(messageId);
  await completeAction(hours.db, hours.on(NOTED), actionId!, { posted_on: WEDNESDAY });
  expect((await hours.message(messageId)).status).toBe('deposited');
  expect((await hours.message(again.id)).status).toBe('cancelled');
  expect((await hours.db.action.findUniqueOrThrow({ where: { id: again.actionId! } })).state).toBe('cancelled');
});

describe('A registered letter of which it is said that it was posted', () => {
  it('on the very day on which its reader was changed is noted only where he says that it was before', async () => {
    const letter = await printed();
    await letter.changed();
    await letter.planned();
    await letter.note({ posted_on: THURSDAY, already_posted: true });
    expect(await letter.letter()).toMatchObject({ status: 'deposited', sentAt: MORNING });
  });

  it('on the very day on which another was made in its place is asked which of the two it was', async () => {
    const letter = await printed();
    await letter.changed();
    await letter.planned();
    const again = await letter.made(MORNING);
    await expect(letter.note({ posted_on: THURSDAY })).rejects.toMatchObject({ code: 'which_letter' });
    expect((await hours.message(again.messageId)).status).toBe('rendered');
    await letter.note({ posted_on: THURSDAY, already_posted: true });
    expect(await letter.letter()).toMatchObject({ status: 'deposited' });
    expect((await hours.message(again.messageId)).status).toBe('cancelled');
  });

  it('on the very day of the litigation is refused without that, and says what to say', async () => {
    const letter = await printed();
    await openLitigation(hours.db, hours.on(MORNING), letter.invoiceId, { reason: 'Avocat' });
    await letter.planned();
    const refusal = { code: 'withdrawn', detail: expect.stringContaining('already_posted') };
    await expect(letter.note({ posted_on: THURSDAY })).rejects.toMatchObject(refusal);
    await expect(letter.note({})).rejects.toMatchObject({ code: 'withdrawn' });
    const days = { madeOn: WEDNESDAY, takenBackOn: THURSDAY };
    expect(await letterTakenBack(hours.db, await letter.action())).toEqual(days);
    expect(await letter.letter()).toMatchObject({ status: 'cancelled' });
  });

  it('before it was made is refused', async () => {
    const letter = await printed();
    await openLitigation(hours.db, hours.on(MORNING), letter.invoiceId, { reason: 'Avocat' });
    await letter.planned();
    await expect(letter.note({ posted_on: '2026-12-08' })).rejects.toMatchObject({ code: 'withdrawn' });
  });

  it('is refused once another letter of the level has left', async () => {
    const letter = await printed();
    await letter.changed();
    await letter.planned();
    const again = await letter.made(MORNING);
    await letter.note({ posted_on: THURSDAY, already_posted: false }, again.actionId);
    expect((await hours.message(again.messageId)).status).toBe('deposited');
    await expect(letter.note({ posted_on: WEDNESDAY })).rejects.toMatchObject({ code: 'already_done' });
    expect(await letter.letter()).toMatchObject({ status: 'cancelled' });
  });
});
