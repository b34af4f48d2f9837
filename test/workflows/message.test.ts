import { describe, expect, it } from 'vitest';
import type { Asked } from '../../activities/ask-provider.ts';
import type { Activities } from '../../activities/create-activities.ts';
import type { HandedOver } from '../../activities/hand-over.ts';
import type { TryOutcome } from '../../domain/messages/tries.ts';
import { outage, TimedOut } from './failures.ts';
import { SandboxRun } from './sandbox.ts';

const AT = '2026-04-16T07:00:00.000Z';
const after = (minutes: number) => new Date(Date.parse(AT) + minutes * 60_000).toISOString();

const ACCEPTED: TryOutcome = { kind: 'accepted', reference: 'mail-1' };
const UNKNOWN: TryOutcome = { kind: 'unknown', detail: 'socket hang up' };
const BUSY: TryOutcome = { kind: 'not_accepted', code: '429', detail: 'too many', retryAfterMs: null };
const REFUSED: TryOutcome = { kind: 'refused', code: '422', detail: 'bad address' };

interface World {
  rendered?: Awaited<ReturnType<Activities['renderMessage']>>;
  /** What each try ends with; the last goes on for ever. */
  tries?: (TryOutcome | Error)[];
  /** What each hand-over answers; `go` when not told. */
  handOvers?: (HandedOver | HandedOver['kind'])[];
  /** What the provider says when it is asked; the last goes on for ever. */
  asked?: (Asked | Error)[];
  /** What the recording of a try answers as the instant of the next one. */
  recorded?: { nextTryAt: string } | null;
}

/** A message in the sandbox: the provider and the ledger's hand-over as a test says them. */
async function send(world: World = {}) {
  const { rendered = { kind: 'ready' }, tries = [ACCEPTED], handOvers = [], asked = [], recorded = null } = world;
  let tried = 0;
  let handed = 0;
  let asks = 0;
  const next = <Answer>(answer: Answer | Error): Answer => {
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const answers = (name: keyof Activities): unknown => {
    if (name === 'renderMessage') return rendered;
    if (name === 'recordTry') return recorded;
    if (name === 'askProvider') return next(asked[Math.min(asks++, asked.length - 1)] ?? { kind: 'not_found' });
    if (name === 'deliverMessage') return next(tries[Math.min(tried++, tries.length - 1)]);
    if (name !== 'handOver') return null;
    const judged = handOvers[handed++] ?? 'go';
    return typeof judged === 'string' ? { kind: judged } : judged;
  };
  const run = await SandboxRun.start({ type: 'message', input: { creditorId: 'c', messageId: 'm' }, at: AT, answers });
  const of = (name: keyof Activities) => run.calls.filter((call) => call.name === name);
  return {
    run,
    tries: () => of('deliverMessage').map(({ at }) => (Date.parse(at) - Date.parse(AT)) / 60_000),
    handOvers: () => of('handOver').map(({ input }) => (input as { unknown: boolean }).unknown),
    settled: () => of('settleMessage').map(({ input }) => (input as { outcome: object }).outcome),
    asks: () => of('askProvider').map(({ at }) => (Date.parse(at) - Date.parse(AT)) / 60_000),
    names: () => run.calls.map(({ name }) => name),
  };
}

describe('A message', () => {
  it('is rendered, handed over, tried once and recorded as sent', async () => {
    const message = await send();
    expect(message.names()).toEqual(['renderMessage', 'handOver', 'deliverMessage', 'settleMessage']);
    expect(message.settled()).toEqual([{ kind: 'sent', reference: 'mail-1' }]);
    expect(message.run.result).toEqual({ outcome: 'sent' });
  });

  it('that the provider refuses has failed, and is not tried again', async () => {
    const message = await send({ tries: [REFUSED] });
    await message.run.advanceTo(after(60 * 48));
    expect(message.tries()).toEqual([0]);
    expect(message.run.result).toEqual({ outcome: 'failed' });
    expect(message.settled()).toEqual([{ ...REFUSED, kind: 'failed' }]);
  });

  it('that could not be rendered is over before any hand-over', async () => {
    const message = await send({ rendered: { kind: 'over', status: 'failed' } });
    expect(message.run.result).toEqual({ outcome: 'failed' });
    expect(message.names()).toEqual(['renderMessage']);
  });

  it('that is a letter to be posted waits for a person, and is not handed to any provider', async () => {
    const message = await send({ rendered: { kind: 'waits_for_person' } });
    expect(message.run.result).toEqual({ outcome: 'waits_for_person' });
    expect(message.names()).toEqual(['renderMessage']);
  });
});

describe('A try whose outcome is not known', () => {
  it('is tried again, at growing distances, with a hand-over before every try', async () => {
    const message = await send({ tries: [UNKNOWN, UNKNOWN, UNKNOWN, ACCEPTED] });
    await message.run.advanceTo(after(60));
    expect(message.tries()).toEqual([0, 10 / 60, 40 / 60, 100 / 60]);
    expect(message.handOvers()).toEqual([false, true, true, true]);
    expect(message.run.result).toEqual({ outcome: 'sent' });
  });

  it('is never called failed, even when the next try is refused', async () => {
    const message = await send({ tries: [UNKNOWN, REFUSED] });
    await message.run.advanceTo(after(1));
    expect(message.settled()).toMatchObject([{ kind: 'ambiguous' }]);
    expect(message.run.isOver).toBe(false);
  });

  it('is ambiguous 23 hours after the first, and then nobody tries any more', async () => {
    const message = await send({ tries: [UNKNOWN] });
    await message.run.advanceTo(after(60 * 22.9));
    expect(message.settled()).toEqual([]);
    await message.run.advanceTo(after(60 * 24 * 10));
    expect(Math.max(...message.tries())).toBeLessThan(60 * 23);
    expect(message.settled()).toMatchObject([{ kind: 'ambiguous' }]);
    expect(message.run.isOver).toBe(false);
    expect(await message.run.details()).toContain('Envoi incertain');
  });

  it('is what a lost worker leaves, or an activity that ran out of time', async () => {
    for (const lost of [new TimedOut('HEARTBEAT'), new TimedOut('START_TO_CLOSE'), outage()]) {
      const message = await send({ tries: [lost, ACCEPTED] });
      await message.run.advanceTo(after(1));
      expect(message.handOvers()).toEqual([false, true]);
      expect(message.run.result).toEqual({ outcome: 'sent' });
    }
  });

  it('is not what a try leaves that no worker took up: it was not tried', async () => {
    const message = await send({ tries: [new TimedOut('SCHEDULE_TO_START'), REFUSED] });
    await message.run.advanceTo(after(1));
    expect(message.handOvers()).toEqual([false, false]);
    expect(message.run.result).toEqual({ outcome: 'failed' });
  });

  it('nor one that the provider did not take in: it may wait for days, and is sent', async () => {
    const message = await send({ tries: [...Array.from({ length: 60 }, () => BUSY), ACCEPTED] });
    await message.run.advanceTo(after(60 * 24 * 5));
    expect(message.run.result).toEqual({ outcome: 'sent' });
    expect(message.tries()).toHaveLength(61);
  });
});

describe('A fact that changes what a message says', () => {
  it('before the first try cancels it: the provider is never called', async () => {
    const message = await send({ handOvers: ['cancelled'] });
    expect(message.run.result).toEqual({ outcome: 'cancelled' });
    expect(message.tries()).toEqual([]);
  });

  it('between two tries that were not taken in cancels it too', async () => {
    const message = await send({ tries: [BUSY], handOvers: ['go', 'cancelled'] });
    await message.run.advanceTo(after(60));
    expect(message.run.result).toEqual({ outcome: 'cancelled' });
    expect(message.tries()).toEqual([0]);
  });

  it('after an unknown try leaves it ambiguous, without another try', async () => {
    const message = await send({ tries: [UNKNOWN], handOvers: ['go', 'ambiguous'] });
    await message.run.advanceTo(after(60 * 24));
    expect(message.tries()).toEqual([0]);
    expect(message.settled()).toMatchObject([{ kind: 'ambiguous' }]);
    expect(message.run.isOver).toBe(false);
  });
});

describe('An outcome that somebody settles', () => {
  const news = (outcome: 'sent' | 'not_sent') => ({ outcome, at: AT });

  it('by webhook during a wait ends the tries at once', async () => {
    const message = await send({ tries: [UNKNOWN] });
    await message.run.signal('outcomeSettled', news('sent'));
    expect(message.tries()).toEqual([0]);
    expect(message.settled()).toEqual([{ kind: 'settled', outcome: 'sent' }]);
    expect(message.run.result).toEqual({ outcome: 'sent' });
  });

  it('by a person, weeks after it became ambiguous, ends the message either way', async () => {
    for (const outcome of ['sent', 'not_sent'] as const) {
      const message = await send({ tries: [UNKNOWN] });
      await message.run.advanceTo(after(60 * 24 * 20));
      await message.run.signal('outcomeSettled', news(outcome));
      expect(message.settled()).toMatchObject([{ kind: 'ambiguous' }, { kind: 'settled', outcome }]);
      expect(message.run.result).toEqual({ outcome });
    }
  });

  it('twice counts once: the first word stands', async () => {
    const message = await send({ tries: [UNKNOWN] });
    await message.run.advanceTo(after(60 * 24));
    await message.run.signal('outcomeSettled', news('sent'));
    expect(message.run.result).toEqual({ outcome: 'sent' });
    expect(message.settled()).toHaveLength(2);
  });
});

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
    expect(new Set(message.run.calls.map(({ queue }) => queue))).toEqual(new Set(['q']));
  });
});
