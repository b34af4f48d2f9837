import { expect, it } from 'vitest';
import { holdLines } from '../../console/pages/customer/hold-lines.ts';

it('what holds an item can be read in its row of the account, two holds too', () => {
  const formats = { language: 'fr', shortDay: (on: string) => `${Number(on.slice(8))} déc.` } as const;
  const promise = { kind: 'promise', until_on: '2026-12-15' } as const;
  const pause = { kind: 'pause', until_on: '2026-12-28' } as const;
  const dispute = { kind: 'dispute', until_on: null } as const;
  expect(holdLines([], formats)).toEqual([]);
  expect(holdLines([promise], formats)).toEqual(['promesse', 'jusqu’au 15 déc.']);
  expect(holdLines([dispute], formats)).toEqual(['litige']);
  expect(holdLines([promise, pause], formats)).toEqual(['promesse · 15 déc.', 'pause · 28 déc.']);
  expect(holdLines([dispute, promise, pause], formats)).toEqual(['litige', 'promesse · 15 déc. (+1)']);
});
