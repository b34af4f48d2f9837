import { expect, it } from 'vitest';
import { deadlineOf, isNoticeTooOld } from '../../../domain/ladder/notice-too-old.ts';

const notice = { madeOn: '2026-11-02', delayDays: 15, zone: 'metropole' } as const;

it('A formal notice gives its delay from the day on which it was made, to a working day', () => {
  expect(deadlineOf(notice)).toBe('2026-11-17');
  expect(deadlineOf({ ...notice, madeOn: '2026-11-06' })).toBe('2026-11-23');
});

it('and is too old to be posted once less than half of it is left', () => {
  const isOld = (todayOn: string) => isNoticeTooOld(notice, todayOn);
  expect(['2026-11-02', '2026-11-05', '2026-11-09'].map(isOld)).toEqual([false, false, false]);
  expect(['2026-11-10', '2026-11-17', '2026-11-20'].map(isOld)).toEqual([true, true, true]);
});
