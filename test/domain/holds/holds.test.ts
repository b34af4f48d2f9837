import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BusinessCalendar } from '../../../domain/calendar/business-calendar.ts';
import { localDate } from '../../../domain/calendar/local-time.ts';
import { confirmReasonAfter } from '../../../domain/holds/confirm-after-hold.ts';
import { holdEndsAt } from '../../../domain/holds/hold-end.ts';
import { promiseState, settlePromises } from '../../../domain/holds/promise.ts';

const PARIS: BusinessCalendar = { timeZone: 'Europe/Paris', holidayZone: 'metropole', sendHour: 9 };

describe('The end of a hold', () => {
  it('of a promise is the morning after its day and three more working days', () => {
    const promise = (untilOn: string, grace = 3) => holdEndsAt({ kind: 'promise', untilOn }, PARIS, grace);
    expect(promise('2026-11-20')).toBe('2026-11-25T23:00:00.000Z');
    expect(promise('2026-12-23')).toBe('2026-12-29T23:00:00.000Z');
    expect(promise('2026-11-21', 0)).toBe('2026-11-21T23:00:00.000Z');
    expect(promise('2026-11-21', 1)).toBe('2026-11-23T23:00:00.000Z');
  });

  it('of a promise is a day later where 26 December is a holiday', () => {
    const alsace = { ...PARIS, holidayZone: 'alsace_moselle' as const };
    expect(holdEndsAt({ kind: 'promise', untilOn: '2025-12-24' }, PARIS, 1)).toBe('2025-12-26T23:00:00.000Z');
    expect(holdEndsAt({ kind: 'promise', untilOn: '2025-12-24' }, alsace, 1)).toBe('2025-12-29T23:00:00.000Z');
  });

  it.each(['pause', 'customer_pause'] as const)('of a %s is the midnight after its last day', (kind) => {
    expect(holdEndsAt({ kind, untilOn: '2026-11-30' }, PARIS, 3)).toBe('2026-11-30T23:00:00.000Z');
    expect(holdEndsAt({ kind, untilOn: '2026-03-29' }, PARIS, 3)).toBe('2026-03-29T22:00:00.000Z');
    expect(holdEndsAt({ kind, untilOn: null }, PARIS, 3)).toBeNull();
  });

  it.each(['litigation', 'dispute', 'specific_action'] as const)('of a %s is a person’s to say', (kind) => {
    expect(holdEndsAt({ kind, untilOn: '2026-11-30' }, PARIS, 3)).toBeNull();
  });

  it('comes when the day has fully passed, in the creditor’s time', () => {
    const noumea = { ...PARIS, timeZone: 'Pacific/Noumea' };
    const endsAt = holdEndsAt({ kind: 'pause', untilOn: '2026-11-30' }, noumea, 3)!;
    expect(localDate(endsAt, noumea.timeZone)).toBe('2026-12-01');
    expect(endsAt).toBe('2026-11-30T13:00:00.000Z');
  });
});

describe('After a hold a person confirms the first step', () => {
  const hold = { kind: 'pause', outcome: 'lifted', sinceOn: '2026-01-01', endedOn: '2026-01-10' } as const;

  it('after a litigation, however short', () => {
    expect(confirmReasonAfter({ ...hold, kind: 'litigation' })).toBe('litigation');
  });

  it('after a dispute that was rejected, not after one that was upheld', () => {
    expect(confirmReasonAfter({ ...hold, kind: 'dispute', outcome: 'rejected' })).toBe('dispute_rejected');
    expect(confirmReasonAfter({ ...hold, kind: 'dispute', outcome: 'upheld' })).toBeNull();
    expect(confirmReasonAfter({ ...hold, kind: 'promise', outcome: 'rejected' })).toBeNull();
  });

  it('after more than thirty days, not after thirty', () => {
    expect(confirmReasonAfter({ ...hold, endedOn: '2026-01-31' })).toBeNull();
    expect(confirmReasonAfter({ ...hold, endedOn: '2026-02-01' })).toBe('long_hold');
    expect(confirmReasonAfter({ ...hold, kind: 'promise', outcome: 'broken', endedOn: '2026-02-01' })).toBe(
      'long_hold',
    );
  });
});

describe('A promise', () => {
  const promise = { amountCents: 10_000, settledAtStartCents: 2_000 };

  it.each([
    [2_000, 'not_kept', 0],
    [2_001, 'kept_in_part', 1],
    [11_999, 'kept_in_part', 9_999],
    [12_000, 'kept', 10_000],
    [50_000, 'kept', 10_000],
    [1_000, 'not_kept', 0],
  ] as const)('with %i cents paid in all is %s', (settled, state, comeCents) => {
    expect(promiseState(promise, settled)).toEqual({ state, comeCents });
  });
});

const byDay = (a: { promisedOn: string }, b: { promisedOn: string }) => a.promisedOn.localeCompare(b.promisedOn);

describe('Several promises', () => {
  const first = { id: 'first', amountCents: 5_000, promisedOn: '2026-12-05', settledAtStartCents: 0 };
  const second = { id: 'second', amountCents: 5_000, promisedOn: '2027-01-05', settledAtStartCents: 0 };

  it('are kept one after the other: money counts for one instalment only', () => {
    expect(settlePromises([second, first], 5_000, 0)).toEqual({
      keptIds: ['first'],
      standing: [{ ...second, settledAtStartCents: 5_000 }],
    });
    expect(settlePromises([first, second], 10_000, 0).keptIds).toEqual(['first', 'second']);
  });

  it('wait for their own money', () => {
    expect(settlePromises([first, second], 4_999, 0)).toEqual({ keptIds: [], standing: [first, second] });
    expect(settlePromises([{ ...second, settledAtStartCents: 5_000 }], 9_999, 0).keptIds).toEqual([]);
  });

  it('are kept each when no more than the tolerance is missing of it', () => {
    expect(settlePromises([first, second], 4_950, 50)).toEqual({
      keptIds: ['first'],
      standing: [{ ...second, settledAtStartCents: 4_950 }],
    });
    expect(settlePromises([first, second], 4_949, 50).keptIds).toEqual([]);
    expect(settlePromises([first, second], 9_900, 50).keptIds).toEqual(['first']);
    expect(settlePromises([first, second], 9_950, 50).keptIds).toEqual(['first', 'second']);
    expect(settlePromises([{ ...second, settledAtStartCents: 4_950 }], 9_900, 50).keptIds).toEqual(['second']);
  });

  it('are not kept by the tolerance alone: some money has come', () => {
    const small = { ...second, amountCents: 50 };
    expect(settlePromises([first, small], 5_000, 50).keptIds).toEqual(['first']);
    expect(settlePromises([first, small], 5_001, 50).keptIds).toEqual(['first', 'second']);
  });

  it('an earlier one that is withdrawn frees its money for the next', () => {
    const { standing } = settlePromises([first, second], 4_000, 0);
    expect(
      settlePromises(
        standing.filter(({ id }) => id === 'second'),
        5_000,
        0,
      ).keptIds,
    ).toEqual(['second']);
  });

  it('are never kept with more money than there is', () => {
    const promises = fc.array(
      fc.record({
        id: fc.uuid(),
        amountCents: fc.integer({ min: 1, max: 50_000 }),
        promisedOn: fc.constantFrom('2026-12-05', '2027-01-05', '2027-02-05'),
        settledAtStartCents: fc.integer({ min: 0, max: 20_000 }),
      }),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(
        promises,
        fc.integer({ min: 0, max: 200_000 }),
        fc.integer({ min: 0, max: 500 }),
        (list, settled, tolerance) => {
          const { keptIds, standing } = settlePromises(list, settled, tolerance);
          const kept = list.filter(({ id }) => keptIds.includes(id));
          expect(kept.reduce((sum, { amountCents }) => sum + amountCents, 0)).toBeLessThanOrEqual(
            settled + tolerance * kept.length,
          );
          expect(kept.length + standing.length).toBe(list.length);
          expect(settlePromises(standing, settled, tolerance)).toEqual({
            keptIds: [],
            standing: [...standing].sort(byDay),
          });
        },
      ),
    );
  });
});
