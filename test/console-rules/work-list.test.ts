import { expect, it } from 'vitest';
import { beside, counterOf } from '../../console/pages/reminders/counters.ts';
import { effectOf, litigationWords, outOf } from '../../console/work-list/litigation-words.ts';

// What the work list requests, and what its litigation dialog announces.

const filter = { hold: 'dispute', customer_kind: 'consumer' } as const;

it('the litigation counter decides about holds: whatever hold was filtered by before narrows neither counters nor list', () => {
  expect(beside(counterOf('litigation'), filter)).toEqual({ customer_kind: 'consumer' });
});

it('beside another counter the filter by hold stays', () => {
  expect(beside(counterOf('r1'), filter)).toEqual(filter);
});

it.each(['fr', 'en'] as const)(
  'after litigation (%s) a person confirms only where the creditor has set that',
  (language) => {
    const w = litigationWords[language];
    const isPromised = (text: string) => /à confirmer|to be confirmed/.test(text);
    expect([effectOf(w, true), outOf(w, 'F-1', true)].map(isPromised)).toEqual([true, true]);
    expect([effectOf(w, false), outOf(w, 'F-1', false)].map(isPromised)).toEqual([false, false]);
  },
);
