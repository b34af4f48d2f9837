import { describe, expect, it, test } from 'vitest';
import { freeAgainAt, isFree, specificDueAt } from '../../../domain/actions/specific-action.ts';

const calendar = { timeZone: 'Europe/Paris', holidayZone: 'metropole', sendHour: 9 } as const;
/** Friday, noon in Paris. */
const NOW = '2026-11-20T11:00:00.000Z';

describe('A specific action is due', () => {
  test.each([
    [null, NOW, '2026-11-20', 'at once without a day'],
    ['2026-11-23', '2026-11-23T08:00:00.000Z', '2026-11-23', 'at the send hour of its day'],
    ['2026-11-21', '2026-11-23T08:00:00.000Z', '2026-11-23', 'on Monday when its day is a Saturday'],
    ['2026-12-25', '2026-12-28T08:00:00.000Z', '2026-12-28', 'after Christmas and the weekend'],
    ['2026-11-20', NOW, '2026-11-20', 'at once when the send hour of today has passed'],
  ] as const)('%s: %s, %s, %s', (executeOn, dueAt, dueOn, _why) => {
    expect(specificDueAt(executeOn, NOW, calendar)).toEqual({ dueAt, dueOn });
  });
});

describe('An invoice of a specific action', () => {
  const item = { closedAs: null, attentionCode: null, holds: [] };
  test.each(['specific_action', 'dispute', 'promise'] as const)('may be written about although it has a %s', (kind) => {
    expect(isFree({ ...item, holds: [{ kind }] })).toBe(true);
  });
  test.each(['litigation', 'pause', 'customer_pause'] as const)('may not be written about under a %s', (kind) => {
    expect(isFree({ ...item, holds: [{ kind: 'promise' }, { kind }] })).toBe(false);
  });
  it('may not be written about once it is closed, nor while a person has to look at it', () => {
    expect(isFree({ ...item, closedAs: 'paid' })).toBe(false);
    expect(isFree({ ...item, attentionCode: 'hard_bounce' })).toBe(false);
  });
});

describe('What stops all of its invoices', () => {
  it('is looked at again at the first send hour after the first end that is known', () => {
    const ends = [null, '2026-12-04T23:00:00.000Z', '2026-11-27T23:00:00.000Z'];
    expect(freeAgainAt(ends, calendar)).toBe('2026-11-30T08:00:00.000Z');
  });
  it('waits for a person when no end is known', () => expect(freeAgainAt([null, null], calendar)).toBeNull());
});
