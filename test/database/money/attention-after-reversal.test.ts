import { beforeAll, describe, expect, it } from 'vitest';
import type { ReturnCode } from '../../../domain/case/attention-codes.ts';
import { stopInFrench } from '../../../domain/case/attention-in-words.ts';
import { changeCustomer } from '../../../facts/customers/change-customer.ts';
import { customerChange } from '../../../facts/inputs/customer.ts';
import { loadMessageToSettle } from '../../../facts/messages/settling/message-to-settle.ts';
import { resolveMessage } from '../../../facts/messages/settling/resolve-message.ts';
import { settleMessage } from '../../../facts/messages/settling/settle-message.ts';
import { stopLadder } from '../../../facts/messages/returns/stop-ladder.ts';
import { takePaymentOffInvoice } from '../../../facts/money/take-payment-off-invoice.ts';
import type { Transaction } from '../../../prisma/client.ts';
import { lockCustomers } from '../../../prisma/lock.ts';
import { handOver, NOW, openWorld, type World } from '../holds/case-world.ts';
import { Life } from '../invoices/life.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

/** A reminder that was sent; nothing is known of it but that. */
async function reminded() {
  const customer = await world.newCustomer();
  const invoice = await world.newInvoice(customer);
  const messageId = await handOver(world, { customerId: customer.id, invoiceId: invoice.id });
  return { customerId: customer.id, messageId, ...invoice };
}

type Case = Awaited<ReturnType<typeof reminded>>;

const underLock = (customerId: string, run: (tx: Transaction) => Promise<unknown>) =>
  world.db.$transaction(async (tx) => {
    await lockCustomers(tx, [customerId]);
    await run(tx);
  });

const comesBack = (of: { customerId: string; messageId: string }, code: ReturnCode, at = NOW) =>
  underLock(of.customerId, async (tx) =>
    stopLadder(tx, world.on(at), await loadMessageToSettle(tx, of.messageId), code),
  );

const becomesUncertain = ({ customerId, messageId }: Case) =>
  underLock(customerId, async (tx) =>
    settleMessage(tx, world.on(NOW), await loadMessageToSettle(tx, messageId), { kind: 'ambiguous' }),
  );

async function stopped(code: ReturnCode) {
  const one = await reminded();
  await comesBack(one, code);
  return one;
}

/** What asks a person about a case: its own reason, and its open tasks. */
async function asking(invoiceId: string) {
  const { closedAs, attentionCode, attentionText } = await world.read(invoiceId);
  const tasks = await world.tasks(invoiceId, 'attention');
  const open = tasks.filter(({ state }) => state === 'open').map((task) => [task.attentionCode, task.attentionText]);
  return { closedAs, attentionCode, attentionText, open };
}

const asksFor = (code: ReturnCode | 'ambiguous_sending') => {
  const text = stopInFrench(code);
  return { closedAs: null, attentionCode: code, attentionText: text, open: [[code, text]] };
};

const NOTHING = { closedAs: null, attentionCode: null, attentionText: null, open: [] };

const corrects = ({ customerId }: Case, email: string) =>
  changeCustomer(
    world.db,
    world.on(NOW),
    customerId,
    customerChange.parse({ contacts: [{ name: 'Paul Roy', email, recovery: true }] }),
    () => undefined,
  );

describe('a case that a person has to look at', () => {
  it('still asks when a part is paid, and when that payment goes back', async () => {
    const one = await stopped('hard_bounce');
    const { answer } = await world.pay(one.number, 10_000);
    expect(await asking(one.id)).toEqual(asksFor('hard_bounce'));
    await world.goesBack(answer.id);
    expect(await asking(one.id)).toEqual(asksFor('hard_bounce'));
  });

  it.each(['undeliverable_letter', 'hard_bounce'] as const)(
    'asks for the same again when its payment goes back: %s',
    async (code) => {
      const one = await stopped(code);
      const { answer } = await world.pay(one.number, 30_000);
      expect(await asking(one.id)).toEqual({ ...NOTHING, closedAs: 'paid' });
      await world.goesBack(answer.id);
      expect(await asking(one.id)).toEqual(asksFor(code));
      const { step } = await world.plan(one.id);
      expect(step).toBeNull();
      // Paid and gone back once more.
      const again = await world.pay(one.number, 30_000);
      await world.goesBack(again.answer.id);
      expect(await asking(one.id)).toEqual(asksFor(code));
    },
  );

  it('says in its history which message it was about, after the line of the reversal', async () => {
    const one = await reminded();
    await underLock(one.customerId, async (tx) => {
      const message = await loadMessageToSettle(tx, one.messageId);
      await settleMessage(tx, world.on(NOW), message, { kind: 'failed', code: 'hard_bounce', detail: 'inconnu' });
    });
    const { attentionText: text } = await world.read(one.id);
    const { answer } = await world.pay(one.number, 30_000);
    await world.goesBack(answer.id);
    const lines = await world.db.historyEntry.findMany({
      where: { invoiceId: one.id },
      orderBy: { id: 'desc' },
      take: 2,
    });
    expect(lines).toMatchObject([
      { kind: 'attention', data: { code: 'hard_bounce', text }, messageId: one.messageId },
      { kind: 'payment_reversed', data: { reopened: true } },
    ]);
  });

  it('asks for the same again when the payment that closed it is taken off it', async () => {
    const one = await stopped('undeliverable_letter');
    const { answer } = await world.pay(one.number, 30_000);
    const { externalId } = await world.db.payment.findUniqueOrThrow({ where: { id: answer.id } });
    const input = { invoice_number: one.number, reason: 'Erreur' };
    await takePaymentOffInvoice(world.db, world.on(NOW), { externalId }, input);
    expect(await asking(one.id)).toEqual(asksFor('undeliverable_letter'));
  });

  it('asks for nothing any more when the cause was mended while it was paid', async () => {
    const one = await stopped('hard_bounce');
    const { answer } = await world.pay(one.number, 30_000);
    await corrects(one, 'paul.roy@autre.example');
    await world.goesBack(answer.id);
    expect(await asking(one.id)).toEqual(NOTHING);
  });

  it('asks for nothing any more when a person had looked before it was paid', async () => {
    const one = await stopped('hard_bounce');
    await corrects(one, 'paul.roy@autre.example');
    const { answer } = await world.pay(one.number, 30_000);
    await world.goesBack(answer.id);
    expect(await asking(one.id)).toEqual(NOTHING);
  });

  it('asks again whether a message left, itself and not by a task about the message', async () => {
    const one = await reminded();
    await becomesUncertain(one);
    const { answer } = await world.pay(one.number, 30_000);
    const aboutIt = { where: { origin: 'message', messageId: one.messageId, state: 'open' } } as const;
    expect(await world.db.action.count(aboutIt)).toBe(1);
    await world.goesBack(answer.id);
    expect(await asking(one.id)).toEqual(asksFor('ambiguous_sending'));
    expect(await world.db.action.count(aboutIt)).toBe(0);
  });

  it('does not ask again whether a message left once a person has said so', async () => {
    const one = await reminded();
    await becomesUncertain(one);
    const { answer } = await world.pay(one.number, 30_000);
    await resolveMessage(world.db, world.on(NOW), one.messageId, { outcome: 'sent', comment: 'Vu chez lui' });
    await world.goesBack(answer.id);
    expect(await asking(one.id)).toEqual(NOTHING);
  });

  it('does not ask again whether a message left once its provider has answered', async () => {
    const one = await reminded();
    await becomesUncertain(one);
    const { answer } = await world.pay(one.number, 30_000);
    const sent = { kind: 'sent', reference: 'r' } as const;
    await underLock(one.customerId, async (tx) =>
      settleMessage(tx, world.on(NOW), await loadMessageToSettle(tx, one.messageId), sent),
    );
    await world.goesBack(answer.id);
    expect(await asking(one.id)).toEqual(NOTHING);
  });

  it('asks when its message came back while it was paid', async () => {
    const one = await reminded();
    const { answer } = await world.pay(one.number, 30_000);
    await comesBack(one, 'undeliverable_letter');
    expect(await asking(one.id)).toEqual({ ...NOTHING, closedAs: 'paid' });
    await world.goesBack(answer.id);
    expect(await asking(one.id)).toEqual(asksFor('undeliverable_letter'));
  });

  it('is told afterwards as it was shown: stopped, paid, and stopped again', async () => {
    const life = new Life(world);
    await life.begins();
    await life.isDue('R1 is due');
    await life.lives('confirmed', () => life.decide('confirmStep'));
    const { id: messageId } = await life.message();
    await life.lives('sent', () => life.settles({ kind: 'sent', reference: 'r' }));
    await life.lives('comes back', () => comesBack({ customerId: life.customerId, messageId }, 'hard_bounce', life.at));
    let paymentId: string | undefined;
    await life.lives('paid', async () => {
      paymentId = (await world.pay(life.number, 30_000, life.at)).answer.id;
    });
    await life.lives('rejected', () => world.goesBack(paymentId!, life.at), 1);
    expect(await asking(life.id)).toEqual(asksFor('hard_bounce'));
    await life.isToldAsItWasShown();
  });
});
