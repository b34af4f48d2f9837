import pino from 'pino';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keepEveryMinute } from '../../worker/keep-schedules.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('a worker that starts while another changes the same schedule goes on, and sees to it in the next minute', async () => {
  const keep = vi
    .fn<() => Promise<void>>()
    .mockRejectedValueOnce(new Error('mismatched conflict token'))
    .mockResolvedValue();
  const stop = await keepEveryMinute(keep, pino({ level: 'silent' }));
  expect(keep).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(keep).toHaveBeenCalledTimes(2);
  stop();
});
