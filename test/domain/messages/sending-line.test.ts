import { describe, expect, it } from 'vitest';
import { nextAskAt } from '../../../domain/messages/asking.ts';
import { type LineStop, nextProbeAt, stopOf } from '../../../domain/messages/sending-line.ts';
import { triesSoFar, type TryOutcome, withinWindow } from '../../../domain/messages/tries.ts';

const AT = new Date('2026-11-23T08:00:00.000Z');
const minutesLater = (at: Date) => (at.getTime() - AT.getTime()) / 60_000;
const late = (code: string, retryAfterMs: number | null = null): TryOutcome => ({
  kind: 'not_accepted',
  code,
  detail: code,
  retryAfterMs,
});

describe('what stops every mail of a creditor', () => {
  it('is a wrong setting, or a quota used up', () => {
    expect(stopOf({ kind: 'misconfigured', code: 'no_key', detail: 'none' })).toMatchObject({ kind: 'misconfigured' });
    expect(stopOf(late('daily_quota_exceeded'))).toMatchObject({ kind: 'quota', code: 'daily_quota_exceeded' });
    expect(stopOf(late('monthly_quota_exceeded', 5_000))).toMatchObject({ kind: 'quota', retryAfterMs: 5_000 });
  });

  it.each<TryOutcome>([
    late('rate_limit_exceeded', 1_000),
    late('unreachable'),
    { kind: 'unknown', code: 'connection_lost', detail: 'reset' },
    { kind: 'refused', code: 'validation_error', detail: 'address' },
    { kind: 'refused', code: 'daily_quota_exceeded', detail: 'of this address' },
    { kind: 'not_tried', detail: 'no worker' },
    { kind: 'accepted', reference: 'x' },
  ])('is not %j, which says nothing of other mails', (outcome) => {
    expect(stopOf(outcome)).toBeNull();
  });
});

describe('a probe', () => {
  const wrong: LineStop = { kind: 'misconfigured', code: '401', detail: '', retryAfterMs: null };
  const quota = (retryAfterMs: number | null): LineStop => ({ kind: 'quota', code: 'q', detail: '', retryAfterMs });

  it('looks after a wrong setting every five minutes for two hours, then every quarter of an hour', () => {
    expect(minutesLater(nextProbeAt(wrong, 0, AT))).toBe(5);
    expect(minutesLater(nextProbeAt(wrong, 23, AT))).toBe(5);
    expect(minutesLater(nextProbeAt(wrong, 24, AT))).toBe(15);
  });

  it('comes when the provider says that the quota opens, within a day; every hour where it says nothing', () => {
    expect(minutesLater(nextProbeAt(quota(3 * 3_600_000), 0, AT))).toBe(180);
    expect(minutesLater(nextProbeAt(quota(20 * 86_400_000), 0, AT))).toBe(24 * 60);
    expect(minutesLater(nextProbeAt(quota(0), 0, AT))).toBe(1);
    expect(minutesLater(nextProbeAt(quota(null), 7, AT))).toBe(60);
  });
});

describe('tries read from a row', () => {
  const row = { status: 'sending', tries: 2, handedOverAt: AT, unknownSinceAt: null };

  it('are unknown since the hand-over whose outcome nobody recorded', () => {
    expect(triesSoFar(row)).toEqual({ count: 2, unknownSinceAt: AT.toISOString() });
  });
  it('are unknown since the first of them that was recorded as such', () => {
    const first = new Date('2026-11-23T06:00:00.000Z');
    expect(triesSoFar({ ...row, unknownSinceAt: first }).unknownSinceAt).toBe(first.toISOString());
  });
  it('are none that may have been accepted once the provider had not taken it', () => {
    expect(triesSoFar({ ...row, status: 'rendered' })).toEqual({ count: 2, unknownSinceAt: null });
  });
});

it('what is unknown is not waited for beyond the window in which the provider knows the key', () => {
  const later = '2026-11-25T00:00:00.000Z';
  expect(withinWindow(null, later)).toBe(later);
  expect(withinWindow(AT.toISOString(), later)).toBe('2026-11-24T07:00:00.000Z');
  expect(withinWindow(AT.toISOString(), '2026-11-23T09:00:00.000Z')).toBe('2026-11-23T09:00:00.000Z');
});

it('the provider is asked nine times more, over a week', () => {
  const asks: string[] = [];
  for (let at: string | null = AT.toISOString(); at !== null; at = nextAskAt(asks.length - 1, at)) asks.push(at);
  expect(asks).toHaveLength(10);
  expect(asks.at(-1)).toBe('2026-11-30T08:00:00.000Z');
});
