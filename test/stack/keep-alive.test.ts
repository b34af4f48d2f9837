import { expect, test } from 'vitest';
import type { StackProcess } from '../../scripts/stack/child.ts';
import { KeepAlive } from '../../scripts/stack/keep-alive.ts';

/** A worker whose next starts end as told: `true` for a start that answers. */
function workerWith(starts: boolean[]) {
  const started: number[] = [];
  const part: StackProcess = {
    name: 'worker',
    pid: 1,
    logFile: 'worker.log',
    kill: () => Promise.resolve(),
    stop: () => Promise.resolve(),
    restart: () => {
      started.push(Date.now());
      return starts.shift() ? Promise.resolve() : Promise.reject(new Error('worker ended unexpectedly (code 1).'));
    },
  };
  return { part, started };
}

function keeping(options: { pausesMs?: number[]; wellAfterMs?: number } = {}) {
  const said: string[] = [];
  const givenUp: string[] = [];
  const keepAlive = new KeepAlive({
    log: (line) => said.push(line),
    onGivenUp: (sentence) => givenUp.push(sentence),
    pausesMs: [1, 20, 60],
    ...options,
  });
  return { keepAlive, said, givenUp };
}

const DIED = 'worker ended unexpectedly (signal SIGKILL).';

test('a part that dies is started again, and how long that takes is said in a sentence', async () => {
  const { keepAlive, said, givenUp } = keeping();
  const { part, started } = workerWith([true]);
  await keepAlive.bringBack(part, DIED);
  expect(started).toHaveLength(1);
  expect(said[0]).toBe(`${DIED}\nWhat it did goes on once it is back: worker is started again in 0.001 s.`);
  expect(said[1]).toBe('worker answers again.');
  expect(givenUp).toEqual([]);
});

test('the pauses grow from death to death, and a part that keeps dying is given up', async () => {
  const { keepAlive, said, givenUp } = keeping();
  const { part, started } = workerWith([false, true, false]);
  await keepAlive.bringBack(part, DIED);
  await keepAlive.bringBack(part, DIED);
  expect(started).toHaveLength(3);
  expect((started[1] ?? 0) - (started[0] ?? 0)).toBeGreaterThanOrEqual(18);
  expect(said.filter((line) => line.includes('is started again in'))).toHaveLength(3);
  expect(givenUp).toEqual([
    'worker ended unexpectedly (code 1).\nworker died 4 times in a short while and is not started again.',
  ]);
});

test('who has answered for long enough begins anew', async () => {
  const { keepAlive, givenUp } = keeping({ pausesMs: [1], wellAfterMs: 0 });
  const { part, started } = workerWith([true, true, true]);
  for (let death = 1; death <= 3; death += 1) await keepAlive.bringBack(part, DIED);
  expect(started).toHaveLength(3);
  expect(givenUp).toEqual([]);
});

test('nothing is started any more once everything is being stopped', async () => {
  const { keepAlive, givenUp } = keeping({ pausesMs: [10_000] });
  const { part, started } = workerWith([true]);
  const back = keepAlive.bringBack(part, DIED);
  keepAlive.stop();
  await back;
  expect([started, givenUp]).toEqual([[], []]);
});
