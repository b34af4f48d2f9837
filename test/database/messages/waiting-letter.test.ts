import { MockActivityEnvironment } from '@temporalio/testing';
import pino from 'pino';
import { beforeAll, expect, it } from 'vitest';
import type { ActivityDeps } from '../../../activities/activity-deps.ts';
import { createRenderMessage } from '../../../activities/render-message.ts';
import { changeCustomer } from '../../../facts/customers/change-customer.ts';
import { completeAction } from '../../../facts/decisions/complete-action.ts';
import { JUDGES } from '../../../facts/decisions/judges.ts';
import { customerChange } from '../../../facts/inputs/customer.ts';
import { invoiceChange } from '../../../facts/inputs/invoice.ts';
import { changeInvoice } from '../../../facts/invoices/change-invoice.ts';
import { loadActionToSend, reserveAction } from '../../../facts/messages/reserving/reserve-action.ts';
import { cancelWaitingLetter } from '../../../facts/plan/cancel-waiting-letter.ts';
import { nothingAfterCommit } from '../../../facts/outcome.ts';
import { lockCustomers } from '../../../prisma/lock.ts';
import { NOW, openWorld, type World } from '../holds/case-world.ts';

const daysLater = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
const anyVersion = () => undefined;

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

/** A formal notice that waits for a person to post it, made on 24 November: its deadline is 9 December. */
async function waitingNotice() {
  const { id: invoiceId, customer } = await world.plannedCase();
  const step = { kind: 'letter', letterKind: 'registered', level: 3, mode: 'to_confirm', dueAt: NOW } as const;
  const { actionId } = await world.db.openStep.update({ where: { invoiceId }, data: step });
  await world.db.action.update({ where: { id: actionId }, data: step });
  const messageId = await world.db.$transaction(async (tx) => {
    const action = (await loadActionToSend(tx, actionId))!;
    return reserveAction(tx, world.on(NOW), action, action.openSteps, world.on(NOW).actor, {});
  });
  const deps = { db: world.db, log: pino({ level: 'silent' }) } as unknown as ActivityDeps;
  const call = { creditorId: world.creditor.id, messageId, at: NOW.toISOString() };
  const made = await new MockActivityEnvironment().run(createRenderMessage(deps), call);
  expect(made).toEqual({ kind: 'waits_for_person' });
  const now = daysLater(1);
  const status = async () => {
    const { status: is, failureDetail } = await world.db.message.findUniqueOrThrow({ where: { id: messageId } });
    return failureDetail ? `${is}: ${failureDetail}` : is;
  };
  return {
    invoiceId,
    status,
    leaveOut: () =>
      world.db.$transaction(async (tx) => {
        await lockCustomers(tx, [customer.id]);
        const { actor } = world.on(now);
        const decision = { id: 'x', actionId, invoiceId, args: { reason: 'Accord trouvé' }, actor };
        return (await JUDGES.skipStep(tx, world.on(now), decision)).verdict;
      }),
    post: (at = now) => completeAction(world.db, world.on(at), actionId, { registered_number: '2C1' }),
    planned: async () => {
      await world.db.$transaction(async (tx) => {
        await lockCustomers(tx, [customer.id]);
        await cancelWaitingLetter(tx, world.on(now), invoiceId, nothingAfterCommit());
      });
      return status();
    },
    change: (input: object) =>
      changeInvoice(world.db, world.on(now), invoiceId, invoiceChange.parse(input), anyVersion),
    changeCustomer: (input: object) =>
      changeCustomer(world.db, world.on(now), customer.id, customerChange.parse(input), anyVersion),
  };
}

const ADDRESS = { lines: ['9 place Neuve'], postal_code: '69001', city: 'Lyon', country: 'FR' };

it.each([
  ['address', { address: ADDRESS }],
  ['name', { name: 'Paule Roy' }],
  ['kind', { kind: 'professional' }],
  ['language', { language: 'en' }],
  ['contact in the window', { contacts: [{ name: 'Jeanne Roy', email: 'p@roy.example' }] }],
])(
  'A letter that waits to be posted is not posted and is taken back when its reader’s %s is another',
  async (_, input) => {
    const notice = await waitingNotice();
    await notice.changeCustomer(input);
    await expect(notice.post()).rejects.toMatchObject({ code: 'out_of_date' });
    expect(await notice.planned()).toBe('cancelled: contact_changed');
  },
);

it('A letter that waits to be posted is not posted and is taken back when the due date that it names is another', async () => {
  const notice = await waitingNotice();
  await notice.change({ due_on: '2026-11-22' });
  await expect(notice.post()).rejects.toMatchObject({ code: 'out_of_date' });
  expect(await notice.planned()).toBe('cancelled: invoice_changed');
});

it('A letter that waits to be posted stays, and is posted the next day, when what it says is not what was changed', async () => {
  const notice = await waitingNotice();
  await notice.change({ payment_url: 'https://pay.example/f' });
  await notice.changeCustomer({
    tags: ['vip'],
    contacts: [{ name: 'Paul Roy', email: 'p@roy.example' }, { name: 'Léa' }],
  });
  expect(await notice.planned()).toBe('rendered');
  await notice.post();
  expect((await world.read(notice.invoiceId)).level).toBe(3);
});

it('A letter that waits to be posted is taken back when its step is left out: it is not posted, and no level was reached', async () => {
  const notice = await waitingNotice();
  expect(await notice.leaveOut()).toMatchObject({ accepted: true });
  expect(await notice.status()).toMatch(/^cancelled/);
  await expect(notice.post()).rejects.toMatchObject({ code: 'withdrawn' });
  expect((await world.read(notice.invoiceId)).level).toBe(0);
});
