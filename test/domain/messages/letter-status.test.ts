import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  countsAsNotified,
  isHandedOverInPerson,
  isLetterOver,
  LETTER_EVENTS,
  letterAfter,
  type LetterEventKind,
  type LetterStanding,
  nextFollowAt,
} from '../../../domain/messages/letter-status.ts';

const SENT: LetterStanding = { status: 'sent', isUnexplained: false };
const standing = (events: readonly LetterEventKind[], inPerson: boolean) =>
  events.reduce((letter: LetterStanding, event) => letterAfter(letter, event, { inPerson }) ?? letter, SENT).status;
const after = (events: readonly LetterEventKind[]) => standing(events, true);
const simpleAfter = (events: readonly LetterEventKind[]) => standing(events, false);
const statusAfter = (status: string, event: LetterEventKind) =>
  letterAfter({ status, isUnexplained: false }, event, { inPerson: true })?.status ?? null;
const shuffled = <T>(items: T[]) => fc.shuffledSubarray(items, { minLength: items.length });
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
      fc.property(fc.array(fc.constantFrom(...LETTER_EVENTS), { maxLength: 30 }), fc.boolean(), (events, inPerson) => {
        let letter = SENT;
        for (const event of events) {
          const next = letterAfter(letter, event, { inPerson });
          if (next !== null && !letter.isUnexplained)
            expect(rankOf(next.status)).toBeGreaterThan(rankOf(letter.status));
          if (isLetterOver(letter.status) && !letter.isUnexplained) expect(next).toBeNull();
          if (letter.isUnexplained && next !== null) expect(isLetterOver(next.status)).toBe(true);
          letter = next ?? letter;
        }
      }),
    );
  });

  test('a letter that comes back after a notice was left was not claimed; without, it could not be delivered', () => {
    expect(after(['printed', 'deposited', 'first_presented', 'returned'])).toBe('unclaimed');
    expect(after(['printed', 'deposited', 'returned'])).toBe('undeliverable');
  });

  test('one story ends the same in whatever order it is told: the notice left, that it was delivered, the return, and why it came back', () => {
    const onTheWay = fc.subarray<LetterEventKind>([
      ...(['accepted', 'printed', 'deposited', 'first_presented', 'awaiting_signature', 'delivered'] as const),
    ]);
    const reason = fc.constantFrom<LetterEventKind[]>([], ['signed'], ['refused'], ['unclaimed'], ['undeliverable']);
    const toldTwice = fc
      .tuple(onTheWay, reason)
      .map(([events, why]): LetterEventKind[] => [...events, 'returned', ...why])
      .chain((events) => fc.tuple(fc.constant(events), shuffled([...events, ...events])));
    fc.assert(
      fc.property(toldTwice, fc.boolean(), ([inOrder, asTold], inPerson) => {
        expect(standing(asTold, inPerson)).toBe(standing(inOrder, inPerson));
      }),
    );
  });

  test('a registered letter that is said to be delivered and came back was at the recipient’s: it counts as notified', () => {
    expect(after(['first_presented', 'delivered', 'returned'])).toBe('unclaimed');
    expect(after(['returned', 'delivered'])).toBe('unclaimed');
    expect(after(['delivered', 'returned', 'undeliverable'])).toBe('undeliverable');
    expect(after(['delivered', 'signed', 'returned'])).toBe('signed');
  });

  test('a simple letter that was found in a box and came back had the wrong address', () => {
    expect(simpleAfter(['delivered', 'returned'])).toBe('undeliverable');
    expect(simpleAfter(['returned', 'delivered', 'first_presented'])).toBe('undeliverable');
  });

  test('that a letter came back says less than why: the reason that comes later holds', () => {
    expect(after(['deposited', 'returned', 'first_presented'])).toBe('unclaimed');
    expect(after(['deposited', 'returned', 'refused'])).toBe('refused');
    expect(after(['first_presented', 'returned', 'undeliverable'])).toBe('undeliverable');
  });

  test('an address that the provider says is wrong stays wrong, whatever notice is told of late', () => {
    expect(after(['returned', 'undeliverable', 'first_presented'])).toBe('undeliverable');
    expect(after(['undeliverable', 'first_presented', 'returned', 'unclaimed'])).toBe('undeliverable');
  });

  test('what was posted cannot be rejected any more', () => {
    expect(after(['rejected'])).toBe('failed');
    expect(after(['printed', 'rejected'])).toBe('printed');
    expect(statusAfter('sending', 'rejected')).toBe('failed');
    expect(statusAfter('ambiguous', 'rejected')).toBe('failed');
  });

  test('of what was cancelled or never handed over nothing is heard', () => {
    for (const status of ['reserved', 'rendered', 'cancelled']) expect(statusAfter(status, 'printed')).toBeNull();
  });

  test('takes what comes later over, and nothing that excludes it: a notice left is no signature asked for', () => {
    expect(after(['accepted'])).toBe('sent');
    expect(after(['deposited', 'printed'])).toBe('deposited');
    expect(statusAfter('first_presented', 'awaiting_signature')).toBeNull();
    expect(after(['first_presented', 'signed', 'refused'])).toBe('signed');
    expect(after(['delivered', 'signed'])).toBe('signed');
  });

  test('is over once it is signed, refused, not claimed, could not be delivered or has failed, and not before', () => {
    expect(['signed', 'refused', 'unclaimed', 'undeliverable', 'failed'].every(isLetterOver)).toBe(true);
    expect(['sent', 'printed', 'deposited', 'first_presented', 'delivered', 'cancelled'].some(isLetterOver)).toBe(
      false,
    );
  });

  test.each(['registered', 'lre_qualified'])(
    '%s, refused and not claimed count as notified; undeliverable does not',
    (kind) => {
      const isNotified = (status: string) => countsAsNotified(status, kind);
      expect(['delivered', 'signed', 'refused', 'unclaimed'].every(isNotified)).toBe(true);
      expect(['sent', 'printed', 'first_presented', 'undeliverable', 'failed'].some(isNotified)).toBe(false);
    },
  );

  test('a simple electronic delivery counts when he had it, not when he refused it or let it expire', () => {
    const isNotified = (status: string) => countsAsNotified(status, 'ere_simple');
    expect(['delivered', 'signed'].every(isNotified)).toBe(true);
    expect(['refused', 'unclaimed', 'awaiting_signature', 'sent'].some(isNotified)).toBe(false);
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

test.each([
  ['registered', true],
  ['lre_qualified', true],
  ['ere_simple', true],
  ['simple', false],
  [null, false],
])('A letter of the kind %s is handed over against a signature or a code: %s', (kind, expected) => {
  expect(isHandedOverInPerson(kind)).toBe(expected);
});
