import { beforeAll, describe, expect, it } from 'vitest';
import { confirmStep } from '../../../facts/decisions/confirm-step.ts';
import { reminderInput } from '../../../facts/inputs/sending.ts';
import { invoiceChange } from '../../../facts/inputs/invoice.ts';
import { changeInvoice } from '../../../facts/invoices/change-invoice.ts';
import { sendByHand } from '../../../facts/messages/by-hand/hand-reminder.ts';
import { HOUR, LADDER, openSendHours, R2_TODAY, type SendHours } from './send-hours.ts';

const EARLIER = '2026-12-09T06:00:00.000Z';

let hours: SendHours;
beforeAll(async () => {
  hours = await openSendHours();
});

const keyed = (prefix: string, mode: 'automatic' | 'to_confirm') =>
  LADDER.map((step) => ({ ...step, key: `${prefix}${step.level}`, mode }));

/**
 * Two second reminders are due. The first case moves to a ladder with other keys, and a person sends its next step before that step is
 * planned.
 */
async function sentFirst(mode: 'automatic' | 'to_confirm') {
  const [before, after] = [
    await hours.scenario('level', keyed('r', mode)),
    await hours.scenario('level', keyed('s', mode)),
  ];
  const { ids, customer } = await hours.owes(before, R2_TODAY, R2_TODAY);
  const [first, second] = ids as [string, string];
  const change = invoiceChange.parse({ scenario_id: after });
  await changeInvoice(hours.db, hours.on(EARLIER), first, change, () => undefined);
  const input = reminderInput.parse({ level: 2, mode: 'email' });
  const { messageId } = await sendByHand(hours.db, hours.on(EARLIER), first, input, crypto.randomUUID());
  await hours.plan(first, EARLIER);
  return { first, second, customer, messageId };
}

describe('A reminder that a person sent of a step that was not planned yet', () => {
  it('carries that step once it is planned, and holds up no other invoice at its hour', async () => {
    const { first, second, messageId } = await sentFirst('automatic');
    expect((await hours.read(first)).openStep).toMatchObject({ stepKey: expect.stringMatching(/^s2/), messageId });
    const [reserved, ...more] = await hours.sendHour(HOUR);
    expect([(await hours.message(reserved!)).items.map(({ invoiceId }) => invoiceId), more]).toEqual([[second], []]);
  });

  it('nor when the others are confirmed', async () => {
    const { second, customer } = await sentFirst('to_confirm');
    const { actionId } = await hours.db.openStep.findUniqueOrThrow({ where: { invoiceId: second } });
    const decision = { id: 'd', actionId, invoiceId: second, args: {}, actor: hours.on(HOUR).actor };
    const { verdict } = await hours.underLock(customer.id, (tx) => confirmStep(tx, hours.on(HOUR), decision));
    expect(verdict).toMatchObject({ accepted: true });
    expect((await hours.message(verdict.messageId!)).items.map(({ invoiceId }) => invoiceId)).toEqual([second]);
  });
});
