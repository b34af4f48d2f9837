import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { tmpdir } from 'node:os';
import { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { freePorts } from '../../../scripts/stack/ports.ts';
import { eventually } from '../../eventually.ts';

const NAMESPACE = 'just-made';
let connection: Connection;

// An empty namespace, as an operator makes it.
beforeAll(async () => {
  connection = await Connection.connect({ address: inject('stack').env['TEMPORAL_ADDRESS']! });
  await connection.workflowService.registerNamespace({
    namespace: NAMESPACE,
    workflowExecutionRetentionPeriod: msToTs('3 days'),
  });
});
afterAll(() => connection.close());

/** Starts one more process of the stack in the new namespace; returns its output and its exit code. */
function startThere(entry: string, env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['scripts/child.mjs', entry, tmpdir()], {
    env: { ...inject('stack').env, TEMPORAL_NAMESPACE: NAMESPACE, ...env },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const ended = once(child, 'exit').then(([code]) => code as number);
  return { child, ended, said: text(child.stderr!) };
}

it('a worker in a namespace without the search attributes says what to do and ends with 1, and runs once it is done', async () => {
  const refused = startThere('worker/main.ts', { WORKER_METRICS_PORT: '0' });
  expect([await refused.ended, await refused.said]).toEqual([
    1,
    expect.stringMatching(
      /TEMPORAL_NAMESPACE just-made lacks search attributes.*BalanceCents \(Int\).*npm run search-attributes/,
    ),
  ]);

  const added = startThere('scripts/search-attributes.ts');
  expect(await added.ended, await added.said).toBe(0);

  const { workerMetrics: port } = await freePorts();
  const { child, ended } = startThere('worker/main.ts', { WORKER_METRICS_PORT: String(port) });
  const readiness = () =>
    fetch(`http://127.0.0.1:${port}/readyz`).then(
      ({ status }) => status,
      () => 0,
    );
  expect(await eventually(readiness, (status) => status === 200, 50_000)).toBe(200);
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
});
