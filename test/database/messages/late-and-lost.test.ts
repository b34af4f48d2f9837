import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMailboxProvider } from '../../../providers/email/resend.ts';
import { type TemporaryMailbox, temporaryMailbox } from '../../mailbox/temporary-mailbox.ts';
import { NOW } from '../holds/case-world.ts';
import { minutes, openSending } from './sending-world.ts';

const SUNDAY = new Date('2026-11-22T09:00:00.000Z');

let mailbox: TemporaryMailbox;
let sending: Awaited<ReturnType<typeof openSending>>;
/** Each test has a creditor of its own; the activities run against Postgres and the mailbox while Temporal is away. */
const opened = async () => (sending = await openSending(mailbox.url));
const rendered = (actor: 'system' | 'user' = 'user', data: object = {}) => sending.rendered(actor, data);
const row = (id: string) => sending.row(id);

beforeAll(async () => {
  mailbox = await temporaryMailbox();
});
afterAll(() => mailbox.stop());

describe('the hour at which a message begins to leave', () => {
  const cancelled = async (id: string, at: Date, handOver: Awaited<ReturnType<typeof opened>>['handOver']) => {
    await expect(handOver(id, at)).rejects.toThrow();
    expect(await row(id)).toMatchObject({ status: 'cancelled', failureDetail: 'outside_send_hours', tries: 0 });
    expect(await sending.world.db.messageItem.count({ where: { messageId: id, active: true } })).toBe(0);
  };

  it('is an hour of a working day for what nobody sends by hand: else its steps are given back', async () => {
    const { handOver } = await opened();
    await cancelled(await rendered('system'), SUNDAY, handOver);
    await cancelled(await rendered('system'), new Date('2026-11-24T19:30:00.000Z'), handOver);
    expect(await handOver(await rendered('system'), new Date('2026-11-24T18:30:00.000Z'))).toMatchObject({
      kind: 'go',
    });
  }, 60_000);

  it('comes again on the next working day for a step that an outage kept beyond its own', async () => {
    const { sendStep, render, handOver } = await opened();
    const customer = await sending.world.newCustomer();
    const { id: invoiceId } = await sending.world.newInvoice(customer, {
      issued_on: '2026-10-01',
      due_on: '2026-10-01',
    });
    await sending.world.plan(invoiceId, '2026-11-27T06:00:00.000Z');
    const { openStep } = await sending.world.read(invoiceId);
    expect(openStep).toMatchObject({ mode: 'automatic', dueAt: new Date('2026-11-27T08:00:00.000Z') });
    // Temporal is away: the message is reserved, and its workflow cannot be started.
    await expect(sendStep(invoiceId, openStep!.dueAt)).rejects.toThrow();
    const { messageId } = (await sending.world.read(invoiceId)).openStep!;
    expect(messageId).not.toBeNull();

    expect(await render(messageId!)).toMatchObject({ kind: 'ready' });
    const sunday = new Date('2026-11-29T03:00:00.000Z');
    await cancelled(messageId!, sunday, handOver);
    await sending.world.plan(invoiceId, sunday);
    expect((await sending.world.read(invoiceId)).openStep).toMatchObject({
      level: openStep!.level,
      mode: 'automatic',
      dueAt: new Date('2026-11-30T08:00:00.000Z'),
      messageId: null,
    });
  }, 60_000);

  it('is any hour for what a person sends', async () => {
    const { handOver } = await opened();
    expect(await handOver(await rendered('user'), SUNDAY)).toMatchObject({ kind: 'go' });
  });

  it('is any hour once an earlier try is unknown: only the same key tells whether it left', async () => {
    const { handOver } = await opened();
    const id = await rendered('system', { status: 'sending', unknownSinceAt: minutes(-30, SUNDAY), tries: 1 });
    expect(await handOver(id, SUNDAY, true)).toMatchObject({ kind: 'go' });
  });
});

describe('a message that waited past the day on which it was made', () => {
  it('does not leave as it is, who ever sends it: its date, its days late and its deadline are that day’s', async () => {
    const { handOver } = await opened();
    const id = await rendered('user', { renderedAt: NOW });
    await expect(handOver(id, minutes(24 * 60))).rejects.toThrow();
    expect(await row(id)).toMatchObject({ status: 'cancelled', failureDetail: 'made_on_another_day', tries: 0 });
    const sameDay = await rendered('user', { renderedAt: NOW });
    expect(await handOver(sameDay, minutes(12 * 60))).toMatchObject({ kind: 'go' });
  });

  it('unless it may have left: then only the same bytes tell', async () => {
    const { handOver } = await opened();
    const id = await rendered('user', { renderedAt: NOW, status: 'sending', unknownSinceAt: NOW, tries: 1 });
    expect(await handOver(id, minutes(16 * 60), true)).toMatchObject({ kind: 'go' });
  });
});

describe('a hand-over that an outage has kept', () => {
  const FRIDAY = new Date('2026-11-20T18:50:00.000Z');

  it('is asked for at a fresh instant, and leaves neither on the Sunday night nor as if on the Friday', async () => {
    const { handOver, handOverAgain } = await opened();
    const id = await rendered('system');
    expect(await handOverAgain(id, FRIDAY, { attempt: 9, askedMinutesAgo: 30 * 60 })).toEqual({ kind: 'late' });
    expect(await row(id)).toMatchObject({ status: 'rendered', handedOverAt: null, tries: 0 });
    await expect(handOver(id, minutes(30 * 60, FRIDAY))).rejects.toThrow();
    expect(await row(id)).toMatchObject({ status: 'cancelled', failureDetail: 'outside_send_hours' });
    const soonBack = await rendered('system');
    expect(await handOverAgain(soonBack, FRIDAY, { attempt: 3, askedMinutesAgo: 4 })).toMatchObject({ kind: 'go' });
  });

  it('and of which only the answer was lost, is in no doubt: nothing was tried', async () => {
    const { handOver, handOverAgain } = await opened();
    const id = await rendered();
    expect(await handOverAgain(id, NOW, {})).toMatchObject({ kind: 'go' });
    expect(await handOverAgain(id, NOW, { attempt: 2, askedMinutesAgo: 60 })).toEqual({ kind: 'late' });
    expect(await handOver(id, minutes(60))).toMatchObject({ kind: 'go' });
    expect(await row(id)).toMatchObject({ unknownSinceAt: null, handedOverAt: minutes(60), tries: 1 });
  });
});

describe('an attempt that was given up and goes on after all', () => {
  it('changes nothing of what a later one has handed over: a fact that came after that came too late', async () => {
    const { handOverAgain } = await opened();
    const id = await rendered();
    expect(await handOverAgain(id, NOW, { attempt: 2 })).toMatchObject({ kind: 'go' });
    const { invoiceId } = await sending.world.db.messageItem.findFirstOrThrow({ where: { messageId: id } });
    await sending.world.db.invoice.update({ where: { id: invoiceId }, data: { version: { increment: 1 } } });
    await expect(handOverAgain(id, NOW, { attempt: 1 })).rejects.toThrow('later attempt');
    expect(await row(id)).toMatchObject({ status: 'sending', tries: 1 });
  });

  it('takes no later try back that is under way', async () => {
    const { handOver, record } = await opened();
    const id = await rendered();
    await handOver(id, NOW);
    await handOver(id, minutes(10), true);
    await record(id, { kind: 'not_accepted', code: '429', detail: '', retryAfterMs: null }, minutes(1));
    expect(await row(id)).toMatchObject({ status: 'sending', handedOverAt: minutes(10) });
  });
});

describe('a message whose case has ended meanwhile', () => {
  it('gives no step back when it did not leave: nothing of a paid invoice stays in the agenda', async () => {
    const { sendStep, handOver } = await opened();
    const { world } = sending;
    const { id: invoiceId, number } = await world.newInvoice(await world.newCustomer(), {
      issued_on: '2026-10-01',
      due_on: '2026-10-01',
    });
    await world.plan(invoiceId, '2026-11-27T06:00:00.000Z');
    const { openStep } = await world.read(invoiceId);
    // Temporal is away: the message is reserved, and its workflow cannot be started.
    await expect(sendStep(invoiceId, openStep!.dueAt)).rejects.toThrow();
    const { messageId } = (await world.read(invoiceId)).openStep!;
    await world.pay(number, 30_000, openStep!.dueAt);
    expect((await world.read(invoiceId)).openStep).not.toBeNull();

    await expect(handOver(messageId!, openStep!.dueAt)).rejects.toThrow();
    expect(await row(messageId!)).toMatchObject({ status: 'cancelled' });
    expect((await world.read(invoiceId)).openStep).toBeNull();
    const { actionId } = openStep!;
    expect(await world.db.action.findUnique({ where: { id: actionId } })).toMatchObject({
      state: 'cancelled',
      reason: 'case_closed',
    });
  }, 60_000);
});

describe('a message whose workflow was lost', () => {
  it('is unknown since the hand-over that nobody recorded: a fact leaves it ambiguous, even to a workflow that knows nothing', async () => {
    const { handOver, render } = await opened();
    const id = await rendered();
    await handOver(id);
    expect(await render(id)).toMatchObject({ kind: 'ready', tries: { count: 1, unknownSinceAt: NOW.toISOString() } });
    const { items } = await sending.world.db.message.findUniqueOrThrow({ where: { id }, include: { items: true } });
    await sending.world.db.invoice.update({ where: { id: items[0]!.invoiceId }, data: { version: { increment: 1 } } });
    expect(await handOver(id, minutes(10), false)).toEqual({ kind: 'ambiguous' });
    expect(await row(id)).toMatchObject({ status: 'sending' });
  });

  it('keeps the first unknown try through the tries that follow', async () => {
    const { handOver } = await opened();
    const id = await rendered();
    await handOver(id);
    await handOver(id, minutes(10), true);
    await handOver(id, minutes(20), true);
    expect(await row(id)).toMatchObject({ unknownSinceAt: NOW, handedOverAt: minutes(20) });
  });

  it('but a hand-over that is repeated at its own instant is one and the same', async () => {
    const { handOver } = await opened();
    const id = await rendered();
    await handOver(id);
    await handOver(id);
    expect(await row(id)).toMatchObject({ unknownSinceAt: null });
  });

  it('that was given up before is asked about, not tried', async () => {
    const { render } = await opened();
    expect(await render(await rendered('user', { status: 'ambiguous' }))).toEqual({ kind: 'ambiguous', paced: false });
  });
});

describe('the provider, asked about a message', () => {
  const unknown = () => rendered('user', { status: 'ambiguous', firstTriedAt: new Date(), subject: 'Rappel' });
  const accept = (tag: string) =>
    createMailboxProvider({ baseUrl: mailbox.url }).send(
      {
        from: 'r@durand.example',
        to: ['paul@roy.example'],
        subject: 'Rappel',
        html: 'x',
        text: 'x',
        attachments: [],
        tags: [{ name: 'message_id', value: tag }],
        idempotencyKey: tag,
      },
      new AbortController().signal,
    );
  it('that does not know it settles nothing; the message says when it is asked again', async () => {
    const { ask } = await opened();
    const id = await unknown();
    expect(await ask(id, null, minutes(60).toISOString())).toEqual({ kind: 'not_found' });
    expect(await row(id)).toMatchObject({ status: 'ambiguous', nextTryAt: minutes(60) });
  });

  it('that has it settles it as sent, with its reference, and is not asked again', async () => {
    const { ask } = await opened();
    const id = await unknown();
    const accepted = await accept(id);
    const toTheEnd = async () => {
      let answer = await ask(id, null);
      while (answer.kind === 'more') answer = await ask(id, answer.cursor);
      return answer;
    };
    // Temporal is away and no workflow can be told: what was found out is kept all the same.
    await expect(toTheEnd()).rejects.toThrow();
    expect(await row(id)).toMatchObject({
      status: 'sent',
      providerReference: accepted.kind === 'accepted' ? accepted.reference : null,
    });
    expect(await ask(id, null)).toEqual({ kind: 'over', status: 'sent' });
  });
});
