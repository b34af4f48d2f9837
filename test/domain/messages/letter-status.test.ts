import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  countsAsNotified,
  isLetterOver,
  LETTER_EVENTS,
  letterStatusAfter,
  nextFollowAt,
} from '../../../domain/messages/letter-status.ts';

const after = (events: readonly (typeof LETTER_EVENTS)[number][]) =>
  events.reduce((status: string, event) => letterStatusAfter(status, event) ?? status, 'sent');
const RANKS = [
  'sent',
  'printed',
  'deposited',
  'first_presented|awaiting_signature',
  'delivered',
  'signed|refused|unclaimed|undeliverable|failed',
];
const rankOf = (status: string) => RANKS.findIndex((names) => names.split('|').includes(status));

describe('The status of a letter', () => {
  test('never goes back, in whatever order and however often events come', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...LETTER_EVENTS), { maxLength: 30 }), (events) => {
        let status = 'sent';
        for (const event of events) {
          const next = letterStatusAfter(status, event);
          if (next !== null) expect(rankOf(next)).toBeGreaterThan(rankOf(status));
          if (isLetterOver(status)) expect(next).toBeNull();
          status = next ?? status;
        }
      }),
    );
  });

  test('a letter that comes back after a notice was left was not claimed; without, it could not be delivered', () => {
    expect(after(['printed', 'deposited', 'first_presented', 'returned'])).toBe('unclaimed');
    expect(after(['printed', 'deposited', 'returned'])).toBe('undeliverable');
  });

  test('what was posted cannot be rejected any more', () => {
    expect(after(['rejected'])).toBe('failed');
    expect(after(['printed', 'rejected'])).toBe('printed');
    expect(letterStatusAfter('sending', 'rejected')).toBe('failed');
    expect(letterStatusAfter('ambiguous', 'rejected')).toBe('failed');
  });

  test('of what was cancelled or never handed over nothing is heard', () => {
    for (const status of ['reserved', 'rendered', 'cancelled']) expect(letterStatusAfter(status, 'printed')).toBeNull();
  });

  test('takes what comes later over, and nothing that excludes it: a notice left is no signature asked for', () => {
    expect(after(['accepted'])).toBe('sent');
    expect(after(['deposited', 'printed'])).toBe('deposited');
    expect(letterStatusAfter('first_presented', 'awaiting_signature')).toBeNull();
    expect(after(['first_presented', 'signed', 'refused'])).toBe('signed');
    expect(after(['delivered', 'signed'])).toBe('signed');
  });

  test('is over once it is signed, refused, not claimed, could not be delivered or has failed, and not before', () => {
    expect(['signed', 'refused', 'unclaimed', 'undeliverable', 'failed'].every(isLetterOver)).toBe(true);
    expect(['sent', 'printed', 'deposited', 'first_presented', 'delivered', 'cancelled'].some(isLetterOver)).toBe(
      false,
    );
  });

  test('refused and not claimed count as notified; undeliverable does not', () => {
    expect(['delivered', 'signed', 'refused', 'unclaimed'].every(countsAsNotified)).toBe(true);
    expect(['sent', 'printed', 'first_presented', 'undeliverable', 'failed'].some(countsAsNotified)).toBe(false);
  });
});

test('a letter is asked about twice a day for two months, an hour later after no answer, and no more once all is there', () => {
  const sentAt = new Date('2026-03-02T09:00:00Z');
  const at = new Date('2026-03-10T09:00:00Z');
  const next = (more: object, now = at) =>
    nextFollowAt({ sentAt, isComplete: false, answered: true, ...more }, now)?.toISOString() ?? null;
  expect(next({})).toBe('2026-03-10T21:00:00.000Z');
  expect(next({ answered: false })).toBe('2026-03-10T10:00:00.000Z');
  expect(next({ isComplete: true })).toBeNull();
  expect(next({}, new Date('2026-05-01T09:00:00Z'))).toBe('2026-05-01T21:00:00.000Z');
  expect(next({}, new Date('2026-05-01T09:00:01Z'))).toBeNull();
});
