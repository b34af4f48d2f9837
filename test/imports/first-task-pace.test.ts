import { expect, it } from 'vitest';
import { FirstTaskPace } from '../../activities/first-task-pace.ts';

const delaysOf = (pace: FirstTaskPace, count: number, holdBackMs: number) =>
  Array.from({ length: count }, () => pace.nextDelayMs(holdBackMs));

it('the first forty cases are planned at once, the others at the pace of the workers', () => {
  const delays = delaysOf(new FirstTaskPace(10), 60, 0);
  expect(delays.slice(0, 40).every((ms) => ms === 0)).toBe(true);
  expect(delays[59]).toBeGreaterThanOrEqual(1_900);
  expect(delays[59]).toBeLessThanOrEqual(2_000);
});

it('while a file is being read its cases wait for the end of it, and then go on at that pace, none twice as late', () => {
  const delays = delaysOf(new FirstTaskPace(10), 60, 8_000);
  expect(delays[0]).toBeGreaterThanOrEqual(4_000);
  expect(delays[59]).toBeGreaterThanOrEqual(9_900);
  expect(delays[59]).toBeLessThanOrEqual(10_000);
});
