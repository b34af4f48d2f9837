import { expect, it } from 'vitest';
import { runTogether } from '../../worker/run-together.ts';

/** A worker that runs until it is told to stop, or until `fail` is called. */
function worker() {
  let end: () => void = () => undefined;
  let fail: (error: Error) => void = () => undefined;
  const over = new Promise<void>((resolve, reject) => {
    end = resolve;
    fail = reject;
  });
  let state: 'RUNNING' | 'STOPPED' | 'FAILED' = 'RUNNING';
  return {
    run: () => over,
    shutdown: () => {
      state = 'STOPPED';
      end();
    },
    getState: () => state,
    fail: () => {
      state = 'FAILED';
      fail(new Error('its certificate is over'));
    },
  };
}

it('a worker that cannot go on takes the others of its process along, and says why', async () => {
  const workers = [worker(), worker(), worker()];
  const running = runTogether(workers);
  workers[1]!.fail();
  await expect(running).rejects.toThrow('its certificate is over');
  expect(workers.map((one) => one.getState())).toEqual(['STOPPED', 'FAILED', 'STOPPED']);
});

it('told to stop, all end without an error', async () => {
  const workers = [worker(), worker()];
  const running = runTogether(workers);
  for (const one of workers) one.shutdown();
  await running;
});
