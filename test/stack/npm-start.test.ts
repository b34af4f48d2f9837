import { existsSync, readdirSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NpmStarts } from './npm-starts.ts';

let starts: NpmStarts;
beforeAll(async () => {
  starts = await NpmStarts.begin();
});
afterAll(() => starts.end());

const answers = async (url: string) => (await fetch(url)).status;

describe('npm start', () => {
  test('lists every wrong variable at once and starts nothing', async () => {
    const running = starts.start({
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
    expect(readdirSync(starts.dataDir)).toEqual([]);
  });

  test.each([
    ['Ctrl-C', () => starts.running?.signal('SIGINT')],
    ['SIGTERM to npm alone, as a service manager sends it,', () => starts.running?.child.kill('SIGTERM')],
  ])('%s while it starts leaves nothing behind', async (_, end) => {
    const running = starts.start();
    await expect.poll(() => starts.partsLeft().length, { timeout: 30_000, interval: 20 }).toBeGreaterThan(0);
    end();
    expect(await running.ended).toBe(0);
    expect(starts.partsLeft()).toEqual([]);
  });

  test('tells in demo.json, for this user alone, where everything answers, and goes on with the same keys after it was itself killed with -9; Ctrl-C ends all of it with code 0', async () => {
    const before = await starts.startAndWait();
    expect(statSync(starts.demoFile).mode & 0o777).toBe(0o600);
    expect(Object.keys(before.keys)).toEqual(['operator', 'admin', 'supervisor', 'collector', 'payments']);
    process.kill(starts.pidOf('stack'), 'SIGKILL');
    await starts.running?.ended;
    await rm(starts.demoFile); // No process was left that could remove it.

    const demo = await starts.startAndWait();
    expect(demo.keys).toEqual(before.keys);
    expect(await answers(`${demo.api_url}/readyz`)).toBe(200);
    expect(await answers(`${demo.mailbox_url}/messages`)).toBe(200);
    expect(await answers(demo.temporal_ui_url)).toBe(200);
    // A process that Postgres has just forked still has its parent's command line for a moment.
    await expect.poll(() => starts.partsLeft(), { timeout: 10_000 }).toHaveLength(5);

    starts.running?.signal('SIGINT');
    expect(await starts.running?.ended).toBe(0);
    expect(starts.partsLeft()).toEqual([]);
    expect(existsSync(starts.demoFile)).toBe(false);
  });
});
