import { describe, expect, it } from 'vitest';
import type { Asked } from '../../activities/ask-provider.ts';
import type { HandedOver } from '../../activities/hand-over.ts';
import { LETTER_TRY_MS, type TryOutcome } from '../../domain/messages/tries.ts';
import { TimedOut } from './failures.ts';
import { ACCEPTED, after, AT, REFUSED, send, UNKNOWN } from './message-in-sandbox.ts';

describe('A message whose outcome nobody knows', () => {
  const found: Asked = { kind: 'over', status: 'delivered' };

  it('asks the provider before it is given up, and ends as the provider says without asking a person', async () => {
    const cursor = { list: 'calls' as const, after: null, candidates: [], calls: [] };
    const message = await send({ tries: [UNKNOWN, REFUSED], asked: [{ kind: 'more', cursor }, found] });
    await message.run.advanceTo(after(1));
    expect(message.run.result).toEqual({ outcome: 'delivered' });
    expect(message.settled()).toEqual([]);
    const [first, second] = message.run.calls.filter(({ name }) => name === 'askProvider');
    expect([first?.input, second?.input]).toMatchObject([{ cursor: null }, { cursor }]);
    // It may read for a long time; a hand-over that has timed out would be tried again while the first one goes on.
    const tries = message.run.calls.filter(({ name }) => name === 'deliverMessage');
    expect([tries[0]?.limitMs, first?.limitMs]).toEqual([60_000, 300_000]);
    expect(LETTER_TRY_MS).toBeLessThanOrEqual(60_000 - 15_000);
  });

  it('asks again after an hour, then more and more seldom for a week, and then no more', async () => {
    const message = await send({ tries: [UNKNOWN], handOvers: ['go', 'ambiguous'] });
    await message.run.advanceTo(after(60 * 24 * 60));
    const hours = message.asks().map((minutes) => Math.round(minutes / 60));
    expect(hours).toEqual([0, 1, 6, 24, 48, 72, 96, 120, 144, 168]);
    expect(message.settled()).toHaveLength(1);
    expect(message.run.isOver).toBe(false);
  });

  it('ends on the day the provider knows of it, though it had no answer before', async () => {
    const message = await send({
      tries: [UNKNOWN],
      handOvers: ['go', 'ambiguous'],
      asked: [new TimedOut('SCHEDULE_TO_START'), { kind: 'no_answer', code: 'http_500' }, found],
    });
    await message.run.advanceTo(after(60 * 7));
    expect(message.settled()).toMatchObject([{ kind: 'ambiguous', nextAskAt: expect.any(String) }]);
    expect(message.run.result).toEqual({ outcome: 'delivered' });
  });

  it('does not ask for ever, however long the provider’s lists are', async () => {
    const cursor = { list: 'mails' as const, after: 'x', candidates: [], calls: [] };
    const message = await send({ tries: [UNKNOWN], handOvers: ['go', 'ambiguous'], asked: [{ kind: 'more', cursor }] });
    await message.run.advanceTo(after(30));
    expect(message.asks()).toHaveLength(60);
    expect(message.settled()).toHaveLength(1);
  });

  it('and whose workflow is new after a loss asks, and is never tried again', async () => {
    const message = await send({ rendered: { kind: 'ambiguous', paced: false } });
    await message.run.advanceTo(after(60 * 24 * 10));
    expect(message.tries()).toEqual([]);
    expect(message.asks().length).toBeGreaterThan(5);
    await message.run.signal('outcomeSettled', { outcome: 'sent', at: AT });
    expect(message.run.result).toEqual({ outcome: 'sent' });
  });
});

describe('A message whose workflow is new because the old one is lost', () => {
  const lost = (hoursAgo: number) => ({ count: 3, unknownSinceAt: after(-60 * hoursAgo) });

  it('remembers that an earlier try is unknown: a fact leaves it ambiguous, never cancelled', async () => {
    const message = await send({ rendered: { kind: 'ready', tries: lost(1) }, handOvers: ['ambiguous'] });
    expect(message.handOvers()).toEqual([true]);
    expect(message.settled()).toMatchObject([{ kind: 'ambiguous' }]);
    expect(message.tries()).toEqual([]);
  });

  it('goes on trying within what is left of the provider’s window, and not beyond', async () => {
    const message = await send({ rendered: { kind: 'ready', tries: lost(20) }, tries: [UNKNOWN] });
    await message.run.advanceTo(after(60 * 24));
    expect(Math.max(...message.tries())).toBeLessThan(60 * 3);
    expect(message.tries().length).toBeGreaterThan(1);
    const late = await send({ rendered: { kind: 'ready', tries: lost(23) } });
    expect(late.tries()).toEqual([]);
    expect(late.settled()).toMatchObject([{ kind: 'ambiguous' }]);
  });
});

describe('A stopped line', () => {
  const waits: HandedOver = { kind: 'waits', untilAt: after(6 * 60), code: 'invalid_api_key' };
  const WRONG_KEY: TryOutcome = { kind: 'misconfigured', code: 'invalid_api_key', detail: 'wrong key' };

  it('keeps a message from being tried until it is told that the line moves', async () => {
    const message = await send({ handOvers: [waits] });
    await message.run.advanceTo(after(5 * 60));
    expect(message.tries()).toEqual([]);
    await message.run.signal('sendingLineMoved');
    expect(message.tries()).toEqual([5 * 60]);
    expect(message.run.result).toEqual({ outcome: 'sent' });
  });

  it('is looked at again after some hours, even if nobody says a word', async () => {
    const message = await send({ handOvers: [waits] });
    await message.run.advanceTo(after(6 * 60));
    expect(message.tries()).toEqual([6 * 60]);
  });

  it('makes whoever finds it out wait as long as the line says, and never fail', async () => {
    const message = await send({ tries: [WRONG_KEY], recorded: { nextTryAt: after(15) } });
    await message.run.advanceTo(after(14));
    expect(message.tries()).toEqual([0]);
    const [noted] = message.run.calls.filter(({ name }) => name === 'recordTry');
    expect(noted?.input).toMatchObject({ outcome: WRONG_KEY, tries: { unknownSinceAt: null } });
    expect(message.run.isOver).toBe(false);
  });

  it('is opened by the probe that is taken, which wakes the others; any other message says nothing of it', async () => {
    const probe = await send({ handOvers: [{ kind: 'go', probe: true }] });
    expect(probe.names().slice(-2)).toEqual(['settleMessage', 'tendSendingLines']);
    const [settled] = probe.run.calls.filter(({ name }) => name === 'settleMessage');
    expect(settled?.input).toMatchObject({ probe: true });
    const other = await send();
    expect(other.names()).not.toContain('tendSendingLines');
  });
});

describe('A message that leaves at the pace of its provider', () => {
  it('takes its turn before every hand-over, and is called from the provider’s own queue', async () => {
    const message = await send({ rendered: { kind: 'ready', paced: true }, tries: [UNKNOWN, ACCEPTED] });
    await message.run.advanceTo(after(1));
    expect(message.names().filter((name) => /turn|hand|deliver/i.test(name))).toEqual([
      'takeTurn',
      'handOver',
      'deliverMessage',
      'takeTurn',
      'handOver',
      'deliverMessage',
    ]);
    const queueOf = (name: string) => message.run.calls.find((call) => call.name === name)?.queue;
    expect([queueOf('takeTurn'), queueOf('handOver'), queueOf('deliverMessage')]).toEqual([
      'q-resend-turns',
      'q',
      'q-resend',
    ]);
  });

  it('is none that goes to the local mailbox', async () => {
    const message = await send({ rendered: { kind: 'ready', paced: false } });
    expect(message.names()).not.toContain('takeTurn');
    expect(new Set(message.run.calls.map(({ queue }) => queue))).toEqual(new Set(['local', 'q']));
  });
});
