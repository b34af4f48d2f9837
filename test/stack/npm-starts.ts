import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { cleanEnvironment } from '../../scripts/check/clean-environment.ts';
import { commandLineOf } from '../../scripts/stack/processes.ts';
import type { Demo } from '../../scripts/stack.ts';

/** Runs `npm start` several times in one folder, as a user does: a later start continues with the data there, and is faster. */
export class NpmStarts {
  readonly dataDir: string;
  running: ReturnType<typeof npmStart> | undefined;

  private constructor(dataDir: string) {
    this.dataDir = dataDir;
  }

  static async begin(): Promise<NpmStarts> {
    return new NpmStarts(await mkdtemp(join(tmpdir(), 'relance-npm-start-')));
  }

  async end(): Promise<void> {
    if (this.running?.child.exitCode === null) this.running.signal('SIGTERM');
    await this.running?.ended;
    await rm(this.dataDir, { recursive: true, force: true });
  }

  start(env: Record<string, string> = {}): ReturnType<typeof npmStart> {
    return (this.running = npmStart(this.dataDir, env));
  }

  async startAndWait(): Promise<Demo> {
    const { child } = this.start();
    const isThere = () => existsSync(this.demoFile) || child.exitCode;
    await expect.poll(isThere, { timeout: 120_000, interval: 100 }).toBe(true);
    return JSON.parse(readFileSync(this.demoFile, 'utf8')) as Demo;
  }

  get demoFile(): string {
    return join(this.dataDir, 'demo.json');
  }

  pidOf(part: string): number {
    const noted = JSON.parse(readFileSync(join(this.dataDir, 'processes.json'), 'utf8')) as {
      name: string;
      pid: number;
    }[];
    return noted.find((process) => process.name === part)?.pid ?? 0;
  }

  /** Ends a part with -9, and waits until it is gone. */
  async kill(part: string): Promise<void> {
    const pid = this.pidOf(part);
    process.kill(pid, 'SIGKILL');
    await expect.poll(() => commandLineOf(pid)).toBe('');
  }

  /** The processes whose command line contains the data folder, as every part's does. */
  partsLeft(): string[] {
    if (!existsSync('/proc/self')) {
      const all = execFileSync('ps', ['-axo', 'args='], { encoding: 'utf8' }).split('\n');
      return all.filter((line) => line.includes(this.dataDir));
    }
    const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
    return pids.map((pid) => commandLineOf(Number(pid))).filter((line) => line.includes(this.dataDir));
  }
}

/** In a process group of its own, as in a terminal. */
function npmStart(dataDir: string, env: Record<string, string>) {
  const settings = { RELANCE_DATA: dataDir, RELANCE_PORTS: 'auto', RELANCE_DEMO_DATA: 'none', ...env };
  const child = spawn('npm', ['start'], { detached: true, env: { ...cleanEnvironment(process.env), ...settings } });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const signal = (name: NodeJS.Signals) => process.kill(-(child.pid ?? 0), name);
  return { child, ended, signal, output: () => output };
}
