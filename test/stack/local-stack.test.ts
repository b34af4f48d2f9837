import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { Client, Connection } from '@temporalio/client';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type LocalStack, startLocalStack } from '../../scripts/stack.ts';
import { freePorts } from '../../scripts/stack/ports.ts';

const infrastructure = ['postgres', 'temporal'] as const;
let dataDir: string;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'relance-stack-'));
});
afterEach(async () => {
  await rm(dataDir, { recursive: true, force: true });
});

const start = (options: Partial<Parameters<typeof startLocalStack>[0]> = {}) =>
  startLocalStack({ dataDir, ports: 'auto', demoData: 'none', parts: [...infrastructure], ...options });

async function query(stack: LocalStack, sql: string) {
  const client = new pg.Client({ connectionString: stack.databaseUrl });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function withTemporal<Result>(stack: LocalStack, work: (client: Client) => Promise<Result>): Promise<Result> {
  const connection = await Connection.connect({ address: stack.temporalAddress });
  try {
    return await work(new Client({ connection }));
  } finally {
    await connection.close();
  }
}

const startWaiting = (stack: LocalStack, workflowId: string) =>
  withTemporal(stack, async (client) => {
    const searchAttributes = { DunningStatus: ['waiting'], DunningLevel: [0], BalanceCents: [1200] };
    await client.workflow.start('nobody-runs-it', { workflowId, taskQueue: 'nobody', searchAttributes });
  });

const isOpen = (stack: LocalStack, workflowId: string) =>
  withTemporal(
    stack,
    async (client) => (await client.workflow.getHandle(workflowId).describe()).status.name === 'RUNNING',
  );

describe('The local Postgres and Temporal', () => {
  test('go on where they were after a stop and a second start', async () => {
    const first = await start();
    await query(first, 'create table kept (word text)');
    await query(first, `insert into kept values ('échéance')`);
    await startWaiting(first, 'invoice/kept');
    await first.stop();

    const second = await start();
    try {
      expect(await query(second, 'select word from kept')).toEqual([{ word: 'échéance' }]);
      expect(await isOpen(second, 'invoice/kept')).toBe(true);
      expect(second.demo.keys).toEqual(first.demo.keys);
    } finally {
      await second.stop();
    }
  });

  test('lose nothing acknowledged when each is killed with -9, and start again', async () => {
    const stack = await start();
    try {
      await query(stack, `create table kept as select 'échéance' as word`);
      await startWaiting(stack, 'invoice/kept');
      for (const name of infrastructure) {
        await stack.processes[name]?.kill('SIGKILL');
        expect(stack.processes[name]?.pid).toBeUndefined();
        await stack.processes[name]?.restart();
      }
      expect(await query(stack, 'select word from kept')).toEqual([{ word: 'échéance' }]);
      expect(await isOpen(stack, 'invoice/kept')).toBe(true);
    } finally {
      await stack.stop();
    }
  });

  test('a part that dies by itself is reported with the end of its log', async () => {
    const accidents: string[] = [];
    const stack = await start({ parts: ['postgres'], onAccident: (sentence) => accidents.push(sentence) });
    try {
      const pid = stack.processes.postgres?.pid ?? 0;
      process.kill(pid, 'SIGKILL');
      await expect.poll(() => accidents, { timeout: 30_000 }).toHaveLength(1);
      expect(accidents[0]).toContain('postgres ended unexpectedly (signal SIGKILL)');
      expect(accidents[0]).toContain(join(dataDir, 'logs', 'postgres.log'));
    } finally {
      await stack.stop();
    }
  });

  test('two stacks in two folders run side by side, and one folder takes one stack only', async () => {
    const stack = await start({ parts: ['postgres'] });
    const otherDir = await mkdtemp(join(tmpdir(), 'relance-stack-'));
    try {
      const other = await start({ dataDir: otherDir, parts: ['postgres'] });
      expect(other.databaseUrl).not.toEqual(stack.databaseUrl);
      await other.stop();
      await expect(start({ parts: ['postgres'] })).rejects.toThrow(/already runs on this data folder.*RELANCE_DATA/);
      expect(await query(stack, 'select 1 as alive')).toEqual([{ alive: 1 }]);
    } finally {
      await stack.stop();
      await rm(otherDir, { recursive: true, force: true });
    }
  });
});

describe('A start that cannot succeed says why in a sentence', () => {
  test('every busy port with the variable that moves it, and nothing is left running', async () => {
    const ports = await freePorts();
    const servers = [ports.postgres, ports.temporalUi].map((port) => createServer().listen(port, '127.0.0.1'));
    await Promise.all(servers.map((server) => once(server, 'listening')));
    try {
      const failure = await start({ ports }).then(
        () => '',
        (error: Error) => error.message,
      );
      expect(failure).toContain(`Port ${ports.postgres} is taken`);
      expect(failure).toContain('POSTGRES_PORT=');
      expect(failure).toContain(`Port ${ports.temporalUi} is taken`);
      expect(failure).toContain('TEMPORAL_UI_PORT=');
      expect(failure).not.toContain('API_PORT');
      expect(existsSync(join(dataDir, 'processes.json'))).toBe(false);
    } finally {
      for (const server of servers) server.close();
    }
  });

  test('a data folder that cannot be made', async () => {
    await expect(start({ dataDir: '/dev/null/relance' })).rejects.toThrow(/cannot be written.*RELANCE_DATA/);
  });

  test('somebody else’s Temporal that does not answer', async () => {
    const env = { TEMPORAL_ADDRESS: '127.0.0.1:1' };
    await expect(start({ env })).rejects.toThrow(/No Temporal server answers at TEMPORAL_ADDRESS=127\.0\.0\.1:1/);
  });
});
