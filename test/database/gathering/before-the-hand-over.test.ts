import { MockActivityEnvironment } from '@temporalio/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ActivityDeps } from '../../../activities/activity-deps.ts';
import { createConfirmClosed } from '../../../activities/confirm-closed.ts';
import { confirmStep } from '../../../facts/decisions/confirm-step.ts';
import { loadMessageToSettle } from '../../../facts/messages/settling/message-to-settle.ts';
import { remakeConfirmed } from '../../../facts/messages/remaking/remake-confirmed.ts';
import { settleMessage } from '../../../facts/messages/settling/settle-message.ts';
import { HOUR, LADDER, openSendHours, R1_TODAY, R3_TODAY, type SendHours } from './send-hours.ts';

const A_MOMENT_LATER = '2026-12-09T08:00:20.000Z';
const PRINT = { print: { provider: 'maileva', kinds: ['registered'] }, sms: null } as const;

let hours: SendHours;
beforeAll(async () => {
  hours = await openSendHours();
});

describe('A letter that the print provider is to take, and whose case is told of a payment before it is handed over,', () => {
  /** Two formal notices that a person confirmed as one letter; it is made, and waits in a long queue for its hand-over. */
  async function confirmed() {
    const notice = { level: 3, kind: 'letter', letterKind: 'registered', mode: 'to_confirm' } as const;
    const byLevel = await hours.scenario('level', [...LADDER.slice(0, 2), notice]);
    const group = await hours.owes(byLevel, R3_TODAY, R3_TODAY);
    const { actionId } = await hours.db.openStep.findUniqueOrThrow({ where: { invoiceId: group.ids[0]! } });
    const { actor } = hours.on(HOUR);
    const decision = { id: 'd', actionId, invoiceId: group.ids[0]!, args: {}, actor };
    const context = { ...hours.on(HOUR), connectors: PRINT };
    const { verdict } = await hours.underLock(group.customer.id, (tx) => confirmStep(tx, context, decision));
    await hours.rendered(verdict.messageId!, HOUR);
    return { ...group, messageId: verdict.messageId! };
  }

  /** The hand-over finds the change, and makes a new message for what is still due. */
  const remade = (customerId: string, messageId: string) =>
    hours.underLock(customerId, async (tx) => {
      const context = { ...hours.machine(A_MOMENT_LATER), connectors: PRINT };
      const message = await loadMessageToSettle(tx, messageId);
      await settleMessage(tx, context, message, { kind: 'cancelled', reason: 'invoice_changed' });
      return remakeConfirmed(tx, context, message);
    });

  it('is left to its hand-over: what is still due leaves at once, and nobody is asked again', async () => {
    const { ids, numbers, customer, messageId } = await confirmed();
    await hours.pay(numbers[0]!, 10_000, HOUR);
    for (const id of ids) await hours.plan(id, A_MOMENT_LATER);
    expect((await hours.message(messageId)).status).toBe('rendered');
    const again = await remade(customer.id, messageId);
    expect((await hours.message(again!)).items.map(({ amountCents }) => Number(amountCents)).toSorted()).toEqual([
      20_000, 30_000,
    ]);
  });

  it('is left to it by a case that ends, too: it leaves for the other', async () => {
    const { ids, numbers, customer, messageId } = await confirmed();
    await hours.pay(numbers[0]!, 30_000, HOUR);
    const call = { creditorId: hours.creditor.id, invoiceId: ids[0]!, at: A_MOMENT_LATER };
    const confirmClosed = createConfirmClosed({ db: hours.db } as unknown as ActivityDeps);
    await new MockActivityEnvironment().run(confirmClosed, call);
    expect((await hours.message(messageId)).status).toBe('rendered');
    const again = await remade(customer.id, messageId);
    expect((await hours.message(again!)).items.map(({ invoiceId }) => invoiceId)).toEqual([ids[1]]);
  });
});

describe('A statement by post that waits for its hand-over', () => {
  it('is not taken back by the end of one of its cases: the others are still told of', async () => {
    const { ids, numbers, customer } = await hours.owes(await hours.scenario('invoice'), R1_TODAY, R1_TODAY);
    const [id, thirdPartyId] = [crypto.randomUUID(), crypto.randomUUID()];
    await hours.db.thirdParty.create({
      data: {
        ...{ id: thirdPartyId, creditorId: hours.creditor.id, name: 'Étude Vasseur', country: 'FR' },
        ...{ addressLines: ['3 place du Palais'], postalCode: '31000', city: 'Toulouse' },
      },
    });
    await hours.db.message.create({
      data: {
        ...{ id, creditorId: hours.creditor.id, customerId: customer.id, language: 'fr', currency: 'EUR', actor: {} },
        ...{ kind: 'letter', letterKind: 'simple', origin: 'statement', status: 'rendered', test: true },
        ...{ thirdPartyId, thirdPartyRole: 'notary', reservedAt: new Date(HOUR) },
        items: {
          create: ids.map((invoiceId) => ({ invoiceId, cycle: 1, stepKey: null, level: 0, amountCents: 30_000n })),
        },
      },
    });
    await hours.pay(numbers[0]!, 30_000, HOUR);
    await hours.plan(ids[0]!, A_MOMENT_LATER);
    expect((await hours.message(id)).status).toBe('rendered');
  });
});
