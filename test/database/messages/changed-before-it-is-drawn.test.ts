import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { pauseCustomer } from '../../../facts/holds/pause-customer.ts';
import { recordPromise } from '../../../facts/holds/record-promise.ts';
import { setPause } from '../../../facts/holds/set-pause.ts';
import { pauseInput, promiseInput } from '../../../facts/inputs/holds.ts';
import { changeInvoice } from '../../../facts/invoices/change-invoice.ts';
import { sendByHand } from '../../../facts/messages/by-hand/hand-reminder.ts';
import { minutes, openSending } from './sending-world.ts';

// A worker that is busy or away draws a message some time after it was reserved.

const ASKED_AT = minutes(-10);
const THEN = minutes(-5);
const DUE = { issued_on: '2026-10-01', due_on: '2026-10-01' };

type Sending = Awaited<ReturnType<typeof openSending>>;
let sending: Sending;
beforeAll(async () => {
  // No mail is tried here.
  sending = await openSending('http://127.0.0.1:1');
});

interface Asked {
  id: string;
  invoiceId: string;
  number: string;
  customerId: string;
}

async function askedByHand(words: object = {}, invoice: object = {}): Promise<Asked> {
  const { world } = sending;
  const customer = await world.newCustomer();
  const { id: invoiceId, number } = await world.newInvoice(customer, { ...DUE, ...invoice });
  const input = { mode: 'email', level: 1, ...words } as const;
  const { messageId: id } = await sendByHand(world.db, world.on(ASKED_AT), invoiceId, input, randomUUID());
  return { id, invoiceId, number, customerId: customer.id };
}

/** By the automatic step of its hour; Temporal is away, so that nobody draws it yet. */
async function reservedAtItsHour(): Promise<Asked> {
  const { world } = sending;
  const customer = await world.newCustomer();
  const { id: invoiceId, number } = await world.newInvoice(customer, DUE);
  await world.plan(invoiceId, minutes(-180));
  await expect(sending.sendStep(invoiceId, ASKED_AT)).rejects.toThrow();
  return { id: (await world.read(invoiceId)).openStep!.messageId!, invoiceId, number, customerId: customer.id };
}

const draw = (id: string) => sending.render(id).catch(() => 'nobody could be told');
const openMessages = (invoiceId: string) =>
  sending.world.db.message.findMany({
    where: { status: { in: ['reserved', 'rendered', 'sending'] }, items: { some: { invoiceId } } },
  });

async function isTakenBack({ id, invoiceId }: Asked, remade: number) {
  await draw(id);
  expect(await sending.row(id)).toMatchObject({ status: 'cancelled', failureDetail: 'invoice_changed', tries: 0 });
  expect(await openMessages(invoiceId)).toHaveLength(remade);
}

describe('What is acknowledged before a reminder by hand is drawn', () => {
  const holds: [string, (asked: Asked) => Promise<{ handedOver: unknown[] }>][] = [
    [
      'a promise',
      ({ invoiceId }) => {
        const promised = promiseInput.parse({ amount_cents: 10_000, promised_on: '2026-12-02', comment: 'Appel' });
        return recordPromise(sending.world.db, sending.world.on(THEN), invoiceId, promised);
      },
    ],
    [
      'a pause',
      ({ invoiceId }) =>
        setPause(sending.world.db, sending.world.on(THEN), invoiceId, pauseInput.parse({ reason: 'Congés' })),
    ],
    [
      'a pause of the customer',
      ({ customerId }) =>
        pauseCustomer(sending.world.db, sending.world.on(THEN), customerId, pauseInput.parse({ reason: 'Congés' })),
    ],
  ];
  for (const [name, hold] of holds) {
    it(`${name} stops it, and none takes its place`, async () => {
      const asked = await askedByHand();
      expect((await hold(asked)).handedOver).toEqual([]);
      await isTakenBack(asked, 0);
      expect((await sending.world.read(asked.invoiceId)).attentionCode).toBeNull();
    });
  }

  it('a later due date takes it back, and asks the person', async () => {
    const { world } = sending;
    const asked = await askedByHand();
    await changeInvoice(world.db, world.on(THEN), asked.invoiceId, { due_on: '2026-12-24' }, () => undefined);
    await isTakenBack(asked, 0);
    expect((await world.read(asked.invoiceId)).attentionCode).toBe('not_sent');
  });

  it('a payment takes back what names the sum in words of one’s own, and asks the person', async () => {
    const asked = await askedByHand({ subject: 'Votre facture', body_html: '<p>Vous devez 300,00 euros</p>' });
    await sending.world.pay(asked.number, 10_000, THEN);
    await isTakenBack(asked, 0);
    expect((await sending.world.read(asked.invoiceId)).attentionCode).toBe('not_sent');
  });

  it('a payment has the rest asked for in a new message, when the words are those of the template', async () => {
    const asked = await askedByHand();
    await sending.world.pay(asked.number, 10_000, THEN);
    await isTakenBack(asked, 1);
    const [remade] = await openMessages(asked.invoiceId);
    expect(await sending.render(remade!.id)).toMatchObject({ kind: 'ready' });
    const [item] = await sending.world.db.messageItem.findMany({ where: { messageId: remade!.id } });
    expect(item!.amountCents).toBe(20_000);
  });
});

describe('What is acknowledged before an automatic reminder is drawn', () => {
  it('a later due date takes it back: the first reminder waits for the day after', async () => {
    const { world } = sending;
    const asked = await reservedAtItsHour();
    await changeInvoice(world.db, world.on(THEN), asked.invoiceId, { due_on: '2026-12-24' }, () => undefined);
    await isTakenBack(asked, 0);
    await world.plan(asked.invoiceId);
    const { openStep } = await world.read(asked.invoiceId);
    expect(openStep!.messageId).toBeNull();
    expect(openStep!.dueAt > new Date('2026-12-25')).toBe(true);
  });
});

it('A reminder about which nothing was said meanwhile is drawn, by hand and by itself', async () => {
  for (const { id } of [await askedByHand(), await reservedAtItsHour()])
    expect(await sending.render(id)).toMatchObject({ kind: 'ready' });
});

it('A reminder that an earlier release reserved, without the versions, is drawn', async () => {
  const { id } = await askedByHand();
  await sending.world.db.messageItem.updateMany({ where: { messageId: id }, data: { version: 0 } });
  expect(await sending.render(id)).toMatchObject({ kind: 'ready' });
});
