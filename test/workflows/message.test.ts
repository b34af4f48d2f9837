import { describe, expect, it } from 'vitest';
import type { HandedOver } from '../../activities/hand-over.ts';
import type { Rendered } from '../../activities/render-message.ts';
import { outage, TimedOut } from './failures.ts';
import { ACCEPTED, after, AT, BUSY, REFUSED, send, UNKNOWN, UNREADABLE } from './message-in-sandbox.ts';

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

describe('What cannot be read, however often, and so was never tried', () => {
  it('has failed after 23 hours, read less and less often; a person is asked, as nothing can have left', async () => {
    const message = await send({ tries: [UNREADABLE] });
    await message.run.advanceTo(after(60 * 22.9));
    expect(message.settled()).toEqual([]);
    await message.run.advanceTo(after(60 * 25));
    expect(message.tries().length).toBeLessThan(40);
    expect(message.settled()).toMatchObject([{ kind: 'failed', code: 'unreadable' }]);
    expect(message.run.result).toEqual({ outcome: 'failed' });
  });

  it('opens no line on which nothing leaves: the provider was not asked', async () => {
    const message = await send({
      tries: [UNREADABLE],
      handOvers: Array<HandedOver>(60).fill({ kind: 'go', probe: true }),
    });
    await message.run.advanceTo(after(60 * 25));
    expect(message.run.result).toEqual({ outcome: 'failed' });
    expect(message.run.calls.find(({ name }) => name === 'settleMessage')?.input).not.toHaveProperty('probe');
    expect(message.names()).not.toContain('tendSendingLines');
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
    // It counts as having left when it was handed over for its last try, and not a day later.
    expect(message.handOvers()).toHaveLength(message.tries().length);
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

describe('A hand-over that was kept for too long', () => {
  it('is asked for anew, at the instant at which it is, before anything is tried; but not for ever', async () => {
    const message = await send({ handOvers: ['late', 'go'] });
    expect(message.names()).toEqual(['renderMessage', 'handOver', 'handOver', 'deliverMessage', 'settleMessage']);
    const asked = message.run.calls.filter(({ name }) => name === 'handOver').map(({ input }) => input);
    expect(asked).toMatchObject([{ mayBeLate: true }, { mayBeLate: false }]);
  });
});

describe('A message that cannot leave for a long time', () => {
  it('goes on in a new run when the server suggests it, from its row, and hands nothing over in the old one', async () => {
    const message = await send({ tries: [BUSY] });
    await message.run.advanceTo(after(60 * 24));
    const tried = message.tries().length;
    message.run.continueAsNewSuggested = true;
    await message.run.advanceTo(after(60 * 26));
    expect(message.run.continuedWith).toEqual({ creditorId: 'c', messageId: 'm' });
    expect([message.tries().length, message.handOvers().length]).toEqual([tried, tried]);
  });

  it('does not while its outcome waits to be recorded', async () => {
    const message = await send({ tries: [BUSY] });
    message.run.continueAsNewSuggested = true;
    await message.run.signal('outcomeSettled', { outcome: 'sent', at: AT });
    expect(message.run.continuedWith).toBeUndefined();
    expect(message.run.result).toEqual({ outcome: 'sent' });
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

  it('though nobody told its workflow so is found out within a day of it, in its row', async () => {
    let rendered: Rendered = { kind: 'ambiguous', paced: false };
    const message = await send({ rendered: () => rendered });
    await message.run.advanceTo(after(60 * 24 * 30));
    expect(message.run.isOver).toBe(false);
    const asks = message.asks().length;
    rendered = { kind: 'over', status: 'sent' };
    await message.run.advanceTo(after(60 * 24 * 31.1));
    expect(message.run.result).toEqual({ outcome: 'sent' });
    expect(message.asks()).toHaveLength(asks);
  });

  it('twice counts once: the first word stands', async () => {
    const message = await send({ tries: [UNKNOWN] });
    await message.run.advanceTo(after(60 * 24));
    await message.run.signal('outcomeSettled', news('sent'));
    expect(message.run.result).toEqual({ outcome: 'sent' });
    expect(message.settled()).toHaveLength(2);
  });
});
