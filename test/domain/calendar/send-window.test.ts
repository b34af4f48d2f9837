import { expect, it } from 'vitest';
import { isInSendWindow } from '../../../domain/calendar/send-window.ts';

const PARIS = { timeZone: 'Europe/Paris', holidayZone: 'metropole' as const, sendHour: 9 };
const open = (at: string, sendHour = 9) => isInSendWindow(at, { ...PARIS, sendHour });

it.each([
  ['at the send hour of a Monday', '2026-11-23T08:00:00.000Z', true],
  ['a second before', '2026-11-23T07:59:59.000Z', false],
  ['late in the afternoon', '2026-11-23T18:59:59.000Z', true],
  ['at eight in the evening', '2026-11-23T19:00:00.000Z', false],
  ['in the night', '2026-11-24T02:00:00.000Z', false],
  ['on a Saturday', '2026-11-21T10:00:00.000Z', false],
  ['on a Sunday', '2026-11-22T10:00:00.000Z', false],
  ['on 11 November', '2026-11-11T10:00:00.000Z', false],
  ['in summer, an hour earlier by UTC', '2026-07-01T07:00:00.000Z', true],
  ['in summer, at eight in the evening', '2026-07-01T18:00:00.000Z', false],
])('what nobody sends by hand begins to leave %s: %s is %s', (_when, at, expected) => {
  expect(open(at)).toBe(expected);
});

it('leaves a creditor who sends at nine in the evening the time until midnight', () => {
  expect(open('2026-11-23T20:00:00.000Z', 21)).toBe(true);
  expect(open('2026-11-23T22:59:00.000Z', 21)).toBe(true);
  expect(open('2026-11-23T19:00:00.000Z', 21)).toBe(false);
  expect(open('2026-11-23T23:00:00.000Z', 21)).toBe(false);
});
