import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cleanEnvironment } from '../../scripts/check/clean-environment.ts';
import { commandLineOf } from '../../scripts/stack/processes.ts';
import type { Demo } from '../../scripts/stack.ts';
import { type Answered, Business } from '../e2e/business.ts';
import { CaseFile } from '../e2e/case-file.ts';

let dataDir: string;
let running: ReturnType<typeof npmStart> | undefined;

// One folder for all of them, as a user has: what is started again goes on with what is there, and starts sooner.
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'relance-npm-start-'));
});
afterAll(async () => {
  if (running?.child.exitCode === null) running.signal('SIGTERM');
  await running?.ended;
  await rm(dataDir, { recursive: true, force: true });
});

/** `npm start` in a process group of its own, as a terminal runs it. */
function npmStart(env: Record<string, string> = {}) {
  const settings = { RELANCE_DATA: dataDir, RELANCE_PORTS: 'auto', RELANCE_DEMO_DATA: 'none', ...env };
  const child = spawn('npm', ['start'], { detached: true, env: { ...cleanEnvironment(process.env), ...settings } });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const signal = (name: NodeJS.Signals) => process.kill(-(child.pid ?? 0), name);
  return { child, ended, signal, output: () => output };
}

async function startAndWait(): Promise<Demo> {
  running = npmStart();
  await expect
    .poll(() => existsSync(demoFile()) || running?.child.exitCode, { timeout: 120_000, interval: 100 })
    .toBe(true);
  return JSON.parse(readFileSync(demoFile(), 'utf8')) as Demo;
}

const demoFile = () => join(dataDir, 'demo.json');

const pidOf = (name: string) => {
  const noted = JSON.parse(readFileSync(join(dataDir, 'processes.json'), 'utf8')) as { name: string; pid: number }[];
  return noted.find((process) => process.name === name)?.pid ?? 0;
};

/** The processes whose command line names the data folder: every part's does. */
function partsLeft(): string[] {
  if (!existsSync('/proc/self')) {
    const all = execFileSync('ps', ['-axo', 'args='], { encoding: 'utf8' }).split('\n');
    return all.filter((line) => line.includes(dataDir));
  }
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.map((pid) => commandLineOf(Number(pid))).filter((line) => line.includes(dataDir));
}

async function killed(part: string): Promise<void> {
  const pid = pidOf(part);
  process.kill(pid, 'SIGKILL');
  await expect.poll(() => commandLineOf(pid)).toBe('');
}

/** Asks until it is answered so; no answer at all is one too. */
async function untilAnswer(ask: () => Promise<Answered>, status: number, code?: string): Promise<void> {
  const answer = async () => {
    const { status: answered, body } = await ask().catch(() => ({ status: 0, body: null }));
    return [answered, body?.code];
  };
  await expect.poll(answer, { timeout: 120_000, interval: 50 }).toEqual([status, code]);
}

const answers = async (url: string) => (await fetch(url)).status;

describe('npm start', () => {
  test('lists every wrong variable at once and starts nothing', async () => {
    running = npmStart({
      RELANCE_PORTS: '',
      API_PORT: '8025',
      POSTGRES_PORT: 'five',
      RELANCE_DEMO_DATA: 'lots',
      LOG_LEVEL: 'loud',
    });
    expect(await running.ended).toBe(1);
    const said = running.output();
    for (const variable of ['API_PORT and MAILBOX_PORT', 'POSTGRES_PORT', 'RELANCE_DEMO_DATA', 'LOG_LEVEL'])
      expect(said).toContain(`- ${variable} `);
    expect(readdirSync(dataDir)).toEqual([]);
  });

  test.each([
    ['Ctrl-C', () => running?.signal('SIGINT')],
    ['SIGTERM to npm alone, as a service manager sends it,', () => running?.child.kill('SIGTERM')],
  ])('%s while it starts leaves nothing behind', async (_, end) => {
    running = npmStart();
    await expect.poll(() => partsLeft().length, { timeout: 30_000, interval: 20 }).toBeGreaterThan(0);
    end();
    expect(await running.ended).toBe(0);
    expect(partsLeft()).toEqual([]);
  });

  test('tells in demo.json, for this user alone, where everything answers, and goes on with the same keys after it was itself killed with -9; Ctrl-C ends all of it with code 0', async () => {
    const before = await startAndWait();
    expect(statSync(demoFile()).mode & 0o777).toBe(0o600);
    expect(Object.keys(before.keys)).toEqual(['operator', 'admin', 'supervisor', 'collector', 'payments']);
    process.kill(pidOf('stack'), 'SIGKILL');
    await running?.ended;
    await rm(demoFile()); // Nobody was left to take it away.

    const demo = await startAndWait();
    expect(demo.keys).toEqual(before.keys);
    expect(await answers(`${demo.api_url}/readyz`)).toBe(200);
    expect(await answers(`${demo.mailbox_url}/messages`)).toBe(200);
    expect(await answers(demo.temporal_ui_url)).toBe(200);
    expect(partsLeft()).toHaveLength(5);

    running?.signal('SIGINT');
    expect(await running?.ended).toBe(0);
    expect(partsLeft()).toEqual([]);
    expect(existsSync(demoFile())).toBe(false);
  });

  test('any part may be killed with -9: it is started again, Postgres and Temporal away are 503 meanwhile, and the reminder leaves once', async () => {
    const demo = await startAndWait();
    const business = new Business({ apiUrl: demo.api_url, mailboxUrl: demo.mailbox_url, demo });
    const today = await business.today();
    const one = await CaseFile.open(business, { issuedOn: today });

    await killed('postgres');
    await untilAnswer(() => business.ask('GET', `/invoices/${one.id}`), 503, 'not_stored');
    await untilAnswer(() => business.ask('GET', `/invoices/${one.id}`), 200);

    await killed('temporal');
    const pause = () => business.ask('PUT', `/invoices/${one.id}/pause`, { reason: 'En vacances', until_on: today });
    await untilAnswer(pause, 503, 'stored_not_told');
    await untilAnswer(pause, 200);

    await killed('worker');
    await killed('mailbox');
    await untilAnswer(() => business.ask('POST', '/demo/clock', { advance_days: 18 }), 200);
    expect((await one.mails()).map(({ subject }) => subject)).toHaveLength(1);

    await killed('api');
    await untilAnswer(() => business.ask('GET', `/invoices/${one.id}`), 200);
    for (const part of ['postgres', 'temporal', 'worker', 'mailbox', 'api']) {
      expect(running?.output()).toContain(`${part} ended unexpectedly (signal SIGKILL)`);
      expect(running?.output()).toContain(`${part} answers again.`);
    }
    running?.signal('SIGINT');
    expect(await running?.ended).toBe(0);
    expect(partsLeft()).toEqual([]);
    // Seven starts and the days between: a slow machine needs its time.
  }, 420_000);
});
