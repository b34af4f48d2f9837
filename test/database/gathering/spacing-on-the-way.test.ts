import { beforeAll, describe, expect, it } from 'vitest';
import { loadMessageToSettle } from '../../../facts/messages/settling/message-to-settle.ts';
import { sendByHand } from '../../../facts/messages/by-hand/hand-reminder.ts';
import { settleMessage } from '../../../facts/messages/settling/settle-message.ts';
import type { ReminderInput } from '../../../facts/inputs/sending.ts';
import { HOUR, LADDER, NEXT_DAY, openSendHours, R1_TODAY, type SendHours } from './send-hours.ts';

/** Half past eight in the morning: half an hour before the send hour. */
const BEFORE = '2026-12-09T07:30:00.000Z';

let hours: SendHours;
let oneByOne: string;
beforeAll(async () => {
  hours = await openSendHours();
  oneByOne = await hours.scenario('invoice', LADDER);
});

/** A person sends a message outside the ladder; the sending line is stopped, so it has not left. */
async function extra(invoiceId: string, letter: Partial<ReminderInput> = {}): Promise<string> {
  const input = { mode: 'email' as const, ...letter };
  const { messageId } = await sendByHand(hours.db, hours.on(BEFORE), invoiceId, input, crypto.randomUUID());
  await hours.rendered(messageId, BEFORE);
  return messageId;
}

/** The line is stopped, and a try may have left; `since` is the instant of its hand-over. */
async function mayHaveLeft(messageId: string, since: string): Promise<void> {
  const data = { status: 'sending', handedOverAt: new Date(since), unknownSinceAt: new Date(since), tries: 1 } as const;
  await hours.db.message.update({ where: { id: messageId }, data });
}

describe('While what a person sent about an invoice is on its way,', () => {
  it('its reminder does not leave the same day, and says why', async () => {
    const { ids } = await hours.owes(oneByOne, R1_TODAY);
    const messageId = await extra(ids[0]!);
    expect(await hours.wake(ids[0]!, HOUR)).toEqual([]);
    expect(await hours.next(ids[0]!)).toBe('2026-12-10T08:00 R1');
    expect(await hours.reasons(ids[0]!)).toContain('spacing');
    expect(await hours.handOver(messageId, HOUR)).toBeNull();
    await hours.plan(ids[0]!, HOUR);
    expect(await hours.wake(ids[0]!, NEXT_DAY)).toHaveLength(1);
  });

  it('nor when nobody knows whether it has left', async () => {
    const { ids } = await hours.owes(oneByOne, R1_TODAY);
    await mayHaveLeft(await extra(ids[0]!), BEFORE);
    expect(await hours.wake(ids[0]!, HOUR)).toEqual([]);
    expect(await hours.next(ids[0]!)).toBe('2026-12-10T08:00 R1');
  });

  it('nor the next day, as long as it may leave at any moment', async () => {
    const { ids } = await hours.owes(oneByOne, R1_TODAY);
    await extra(ids[0]!);
    for (const at of [HOUR, NEXT_DAY]) expect(await hours.wake(ids[0]!, at)).toEqual([]);
    expect(await hours.next(ids[0]!)).toBe('2026-12-11T08:00 R1');
  });
});

describe('A reminder leaves on its day', () => {
  it('when what a person sent is about another invoice', async () => {
    const { ids } = await hours.owes(oneByOne, R1_TODAY, R1_TODAY);
    await extra(ids[1]!);
    expect(await hours.wake(ids[0]!, HOUR)).toHaveLength(1);
  });

  it('when a letter of his still waits for whoever posts it', async () => {
    const { ids } = await hours.owes(oneByOne, R1_TODAY);
    await extra(ids[0]!, { mode: 'letter', letter_kind: 'registered' });
    expect(await hours.wake(ids[0]!, HOUR)).toHaveLength(1);
  });

  it('when what he sent did not leave after all', async () => {
    const { ids, customer } = await hours.owes(oneByOne, R1_TODAY);
    const messageId = await extra(ids[0]!);
    await hours.underLock(customer.id, async (tx) => {
      const message = await loadMessageToSettle(tx, messageId);
      await settleMessage(tx, hours.machine(BEFORE), message, { kind: 'cancelled', reason: 'contact_changed' });
    });
    await hours.plan(ids[0]!, BEFORE);
    expect(await hours.wake(ids[0]!, HOUR)).toHaveLength(1);
  });

  it('and keeps no distance from itself: sent by hand, it stays planned for its own day until it has left', async () => {
    const { ids } = await hours.owes(oneByOne, R1_TODAY);
    await hours.db.openStep.deleteMany({ where: { invoiceId: ids[0]! } });
    await extra(ids[0]!, { level: 1 });
    await hours.plan(ids[0]!, BEFORE);
    expect(await hours.next(ids[0]!)).toBe('2026-12-09T08:00 R1');
  });
});
