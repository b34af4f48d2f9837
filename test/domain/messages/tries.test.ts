import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextAskAt } from '../../../domain/messages/asking.ts';
import {
  afterTry,
  isPastTrying,
  type Tries,
  triesSoFar,
  type TryOutcome,
  withinWindow,
} from '../../../domain/messages/tries.ts';

const NOW = '2026-11-23T08:00:00.000Z';
const inSeconds = (seconds: number) => new Date(Date.parse(NOW) + seconds * 1_000).toISOString();
const HOUR = 3_600;
const fresh: Tries = { count: 0, unknownSinceAt: null };

const unknown: TryOutcome = { kind: 'unknown', code: 'timeout', detail: 'timeout' };
const refused: TryOutcome = { kind: 'refused', code: 'invalid_to', detail: 'no such address' };
const busy = (retryAfterMs: number | null): TryOutcome => ({
  kind: 'not_accepted',
  code: 'rate_limit_exceeded',
  detail: 'too fast',
  retryAfterMs,
});
const anyOutcome = fc.constantFrom<TryOutcome>(
  unknown,
  refused,
  busy(null),
  busy(90_000),
  { kind: 'misconfigured', code: 'invalid_api_key', detail: '' },
  { kind: 'not_tried', detail: '' },
  { kind: 'unreadable', detail: '' },
);

describe('After a try', () => {
  it('that was accepted, it is sent with the provider’s reference, whatever was unknown before', () => {
    const accepted: TryOutcome = { kind: 'accepted', reference: 'e-1' };
    expect(afterTry(fresh, accepted, NOW)).toEqual({ kind: 'sent', reference: 'e-1' });
    expect(afterTry({ count: 3, unknownSinceAt: NOW }, accepted, NOW)).toEqual({ kind: 'sent', reference: 'e-1' });
  });

  it('that was refused, it has failed, with the provider’s words', () => {
    expect(afterTry(fresh, refused, NOW)).toEqual({ kind: 'failed', code: 'invalid_to', detail: 'no such address' });
  });

  it('that was refused after an unknown one, nobody knows', () => {
    expect(afterTry({ count: 1, unknownSinceAt: NOW }, refused, NOW)).toEqual({ kind: 'ambiguous' });
  });

  it('that was refused because other bytes have its key, nobody knows either', () => {
    const used: TryOutcome = { kind: 'refused', code: 'invalid_idempotent_request', detail: '' };
    expect(afterTry(fresh, used, NOW)).toEqual({ kind: 'ambiguous' });
  });

  it('that was not taken, it is tried again, more and more seldom, once an hour in the end', () => {
    const pauses = Array.from({ length: 10 }, (_, count) => {
      const next = afterTry({ count, unknownSinceAt: null }, busy(null), NOW);
      return next.kind === 'again' ? (Date.parse(next.nextTryAt) - Date.parse(NOW)) / 1_000 : null;
    });
    expect(pauses).toEqual([10, 30, 60, 120, 300, 900, 1_800, HOUR, HOUR, HOUR]);
  });

  it('it waits as long as the provider asks, never less than its own pause', () => {
    expect(afterTry(fresh, busy(90_000), NOW)).toMatchObject({ nextTryAt: inSeconds(90) });
    expect(afterTry({ count: 4, unknownSinceAt: null }, busy(90_000), NOW)).toMatchObject({
      nextTryAt: inSeconds(300),
    });
  });

  it('that no worker took up, it is tried again soon, however many there were', () => {
    const idle: TryOutcome = { kind: 'not_tried', detail: '' };
    expect(afterTry({ count: 9, unknownSinceAt: null }, idle, NOW)).toMatchObject({ nextTryAt: inSeconds(10) });
  });

  it('of what could not be read, it is read again more and more seldom, and after 23 hours of that it has failed', () => {
    const unreadable: TryOutcome = { kind: 'unreadable', detail: '' };
    const first = afterTry(fresh, unreadable, NOW);
    const tries: Tries = { count: 1, unknownSinceAt: null, unreadableSinceAt: NOW };
    expect(first).toEqual({ kind: 'again', nextTryAt: inSeconds(10), tries });
    const seventh = afterTry({ ...tries, count: 7 }, unreadable, inSeconds(HOUR));
    expect(seventh).toMatchObject({ nextTryAt: inSeconds(2 * HOUR), tries: { unreadableSinceAt: NOW } });
    expect(afterTry(tries, unreadable, inSeconds(23 * HOUR - 1)).kind).toBe('again');
    expect(afterTry(tries, unreadable, inSeconds(23 * HOUR))).toMatchObject({ kind: 'failed', code: 'unreadable' });
  });

  it('of what could be read in between, the 23 hours count anew; of what may have left before, nobody knows', () => {
    const unreadable: TryOutcome = { kind: 'unreadable', detail: '' };
    const long: Tries = { count: 30, unknownSinceAt: null, unreadableSinceAt: NOW };
    const between = afterTry(long, busy(null), inSeconds(23 * HOUR));
    expect(between).toMatchObject({ kind: 'again' });
    const again = afterTry((between as { tries: Tries }).tries, unreadable, inSeconds(24 * HOUR));
    expect(again).toMatchObject({ kind: 'again', tries: { unreadableSinceAt: inSeconds(24 * HOUR) } });
    expect(afterTry({ ...long, unknownSinceAt: NOW }, unreadable, inSeconds(23 * HOUR))).toEqual({ kind: 'ambiguous' });
  });

  it('with a wrong key it is looked at again in five minutes', () => {
    const wrong: TryOutcome = { kind: 'misconfigured', code: 'invalid_api_key', detail: '' };
    expect(afterTry(fresh, wrong, NOW)).toMatchObject({ nextTryAt: inSeconds(300) });
  });

  it('of unknown outcome, the first one is remembered and the tries are counted', () => {
    const first = afterTry(fresh, unknown, NOW);
    expect(first).toEqual({ kind: 'again', nextTryAt: inSeconds(10), tries: { count: 1, unknownSinceAt: NOW } });
    const later = afterTry({ count: 1, unknownSinceAt: NOW }, unknown, inSeconds(60));
    expect(later).toMatchObject({ tries: { count: 2, unknownSinceAt: NOW } });
  });

  it('unknown for 23 hours, nobody tries any more; a second before, somebody does, and at the last moment', () => {
    const since: Tries = { count: 20, unknownSinceAt: NOW };
    expect(afterTry(since, unknown, inSeconds(23 * HOUR))).toEqual({ kind: 'ambiguous' });
    expect(afterTry(since, unknown, inSeconds(23 * HOUR - 1))).toMatchObject({ nextTryAt: inSeconds(23 * HOUR) });
    expect(isPastTrying(since, inSeconds(23 * HOUR - 1))).toBe(false);
    expect(isPastTrying(since, inSeconds(23 * HOUR))).toBe(true);
    expect(isPastTrying(fresh, inSeconds(1_000 * HOUR))).toBe(false);
  });

  it('the next one is later, within the window, and an unknown outcome is never forgotten', () => {
    const hoursAgo = fc.option(fc.integer({ min: 0, max: 30 }));
    fc.assert(
      fc.property(anyOutcome, fc.nat(30), hoursAgo, (outcome, count, ago) => {
        const unknownSinceAt = ago === null ? null : inSeconds(-ago * HOUR);
        const next = afterTry({ count, unknownSinceAt }, outcome, NOW);
        if (unknownSinceAt !== null || outcome.kind === 'unknown') expect(next.kind).not.toBe('failed');
        if (next.kind !== 'again') return;
        expect(Date.parse(next.nextTryAt)).toBeGreaterThan(Date.parse(NOW));
        expect(next.tries.count).toBe(count + 1);
        expect(next.tries.unknownSinceAt).toBe(unknownSinceAt ?? (outcome.kind === 'unknown' ? NOW : null));
        if (next.tries.unknownSinceAt !== null)
          expect(next.nextTryAt <= inSeconds((23 - (ago ?? 0)) * HOUR)).toBe(true);
      }),
    );
  });
});

describe('The window in which the same key may be tried', () => {
  it('cuts short what would be later; without an unknown try nothing is cut', () => {
    expect(withinWindow(NOW, inSeconds(30 * HOUR))).toBe(inSeconds(23 * HOUR));
    expect(withinWindow(NOW, inSeconds(HOUR))).toBe(inSeconds(HOUR));
    expect(withinWindow(null, inSeconds(30 * HOUR))).toBe(inSeconds(30 * HOUR));
  });
});

describe('A message whose workflow starts anew', () => {
  const row = { tries: 2, handedOverAt: new Date(inSeconds(60)), unknownSinceAt: new Date(NOW) };

  it('was handed over and not recorded: unknown since its first unknown try, else since the hand-over', () => {
    expect(triesSoFar({ ...row, status: 'sending' })).toEqual({ count: 2, unknownSinceAt: NOW });
    expect(triesSoFar({ ...row, status: 'sending', unknownSinceAt: null })).toEqual({
      count: 2,
      unknownSinceAt: inSeconds(60),
    });
  });

  it('was not handed over: nothing is unknown', () => {
    expect(triesSoFar({ ...row, status: 'rendered' })).toEqual({ count: 2, unknownSinceAt: null });
    expect(triesSoFar({ status: 'sending', tries: 0, handedOverAt: null, unknownSinceAt: null })).toEqual(fresh);
  });
});

describe('The provider is asked again', () => {
  it('after an hour, then at 6 and 24, then daily for a week, then no more', () => {
    const days = [1, 5, 18, 24, 24, 24, 24, 24, 24];
    expect(days.map((_, round) => nextAskAt(round, NOW))).toEqual(days.map((hours) => inSeconds(hours * HOUR)));
    expect(nextAskAt(days.length, NOW)).toBeNull();
  });
});
