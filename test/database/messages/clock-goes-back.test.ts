import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLitigation } from '../../../facts/holds/open-litigation.ts';
import { type TemporaryMailbox, temporaryMailbox } from '../../mailbox/temporary-mailbox.ts';
import { HOUR, openSendHours, R1_TODAY } from '../gathering/send-hours.ts';
import { NOW } from '../holds/case-world.ts';
import { minutes, openSending } from './sending-world.ts';

/** The time a server gives after its clock was put back an hour: within one execution time never goes back, in a new one it may. */
const AN_HOUR_BEFORE = minutes(-60);
/** The invoice's first step is due at NOW's send hour. */
const R1_ON_THE_24TH = { issued_on: '2026-11-09', due_on: '2026-11-09' };

let mailbox: TemporaryMailbox;
let sending: Awaited<ReturnType<typeof openSending>>;
beforeAll(async () => {
  mailbox = await temporaryMailbox();
  sending = await openSending(mailbox.url);
});
afterAll(() => mailbox.stop());

describe('A clock that is put back an hour', () => {
  it('after the hand-over, is no second one: it waits until that instant is past, and then knows of the doubt', async () => {
    const { rendered, handOver, handOverAgain, row } = sending;
    const id = await rendered();
    expect(await handOver(id, NOW)).toMatchObject({ kind: 'go' });
    await expect(handOver(id, AN_HOUR_BEFORE)).rejects.toThrow('later attempt');
    expect(await handOverAgain(id, AN_HOUR_BEFORE, { attempt: 9, askedMinutesAgo: 20 })).toEqual({ kind: 'late' });
    expect(await row(id)).toMatchObject({ status: 'sending', tries: 1, handedOverAt: NOW, unknownSinceAt: null });
    expect(await handOver(id, minutes(1))).toMatchObject({ kind: 'go' });
    expect(await row(id)).toMatchObject({ tries: 2, unknownSinceAt: NOW });
  });

  it('between a fact and the hand-over, lets nothing leave that the fact stops', async () => {
    const { rendered, handOver, row, world } = sending;
    const [paid, sued] = [await rendered(), await rendered()];
    const invoiceOf = async (messageId: string) =>
      (await world.db.messageItem.findFirstOrThrow({ where: { messageId }, include: { invoice: true } })).invoice;
    await world.pay((await invoiceOf(paid)).number, 10_000, NOW);
    await openLitigation(world.db, world.on(NOW), (await invoiceOf(sued)).id, { reason: 'Assignation' });
    // Temporal is away: the cases cannot be told, and what was stored stays.
    for (const id of [paid, sued]) await expect(handOver(id, AN_HOUR_BEFORE)).rejects.toThrow();
    expect(await row(paid)).toMatchObject({ status: 'cancelled', failureDetail: 'invoice_changed', tries: 0 });
    expect(await row(sued)).toMatchObject({ status: 'cancelled', failureDetail: 'held_litigation', tries: 0 });
  });

  it('between the reservation and the hand-over, gives the step back to its own hour, where it leaves once', async () => {
    const { sendStep, render, handOver, row, world } = sending;
    const { id: invoiceId } = await world.newInvoice(await world.newCustomer(), R1_ON_THE_24TH);
    await world.plan(invoiceId, '2026-11-24T06:00:00.000Z');
    const step = async () => (await world.read(invoiceId)).openStep!;
    const reserved = async () => {
      await expect(sendStep(invoiceId, (await step()).dueAt)).rejects.toThrow();
      const { messageId } = await step();
      expect(await render(messageId!)).toMatchObject({ kind: 'ready' });
      return messageId!;
    };
    const first = await reserved();
    const atSeven = new Date('2026-11-24T07:00:00.000Z');
    await expect(handOver(first, atSeven)).rejects.toThrow();
    expect(await row(first)).toMatchObject({ status: 'cancelled', failureDetail: 'outside_send_hours', tries: 0 });
    await world.plan(invoiceId, atSeven);
    expect(await step()).toMatchObject({ level: 1, dueAt: new Date('2026-11-24T08:00:00.000Z'), messageId: null });
    expect(await handOver(await reserved(), NOW)).toMatchObject({ kind: 'go' });
    const messages = await world.db.messageItem.findMany({ where: { invoiceId }, include: { message: true } });
    expect(messages.map(({ message: { status } }) => status).toSorted()).toEqual(['cancelled', 'sending']);
  });

  it('after R1 has left, plans R2 for the same day, and R1 for none', async () => {
    const hours = await openSendHours();
    const { ids } = await hours.owes(await hours.scenario('level'), R1_TODAY);
    const [id] = ids as [string];
    await hours.deliver(await hours.wake(id, HOUR), HOUR);
    await hours.plan(id, HOUR);
    const planned = await hours.next(id);
    expect(planned).toMatch(/^2026-12-24T08:00 R2$/);
    const anHourBefore = minutes(-60, new Date(HOUR)).toISOString();
    await hours.plan(id, anHourBefore);
    expect([await hours.next(id), await hours.wake(id, anHourBefore)]).toEqual([planned, []]);
    await hours.plan(id, HOUR);
    expect([await hours.wake(id, HOUR), await hours.done(id)]).toEqual([[], ['R1']]);
  });
});
