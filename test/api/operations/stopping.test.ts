import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { describe, expect, inject, it } from 'vitest';
import { freePorts } from '../../../scripts/stack/ports.ts';
import { eventually } from '../../eventually.ts';

/** Starts one more process beside those of the stack, as an operator does. */
async function startBeside(entry: string, env: Record<string, string>, url: string): Promise<ChildProcess> {
  const args = ['scripts/child.mjs', entry, tmpdir()];
  const child = spawn(process.execPath, args, {
    env: { ...inject('stack').env, ...env },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const status = await eventually(
    () =>
      fetch(`${url}/readyz`).then(
        (answer) => answer.status,
        () => 0,
      ),
    (answered) => answered === 200,
    50_000,
  );
  expect(status).toBe(200);
  return child;
}

async function endsWith(child: ChildProcess): Promise<unknown[]> {
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  return ended;
}

describe('A process that is told to stop ends with 0', () => {
  it('an API, once it was ready', async () => {
    const { api } = await freePorts();
    const child = await startBeside('api/main.ts', { API_PORT: String(api) }, `http://127.0.0.1:${api}`);
    expect(await endsWith(child)).toEqual([0, null]);
    await expect(fetch(`http://127.0.0.1:${api}/healthz`)).rejects.toThrow();
  });

  it('a worker, once it was ready, with nothing left on its port', async () => {
    const { workerMetrics: port } = await freePorts();
    const child = await startBeside(
      'worker/main.ts',
      { WORKER_METRICS_PORT: String(port) },
      `http://127.0.0.1:${port}`,
    );
    expect(await endsWith(child)).toEqual([0, null]);
    await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow();
  });
});
