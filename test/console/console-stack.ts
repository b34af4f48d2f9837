import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { prepareConsole } from '../../scripts/bootstrap.mjs';
import { findChromium } from '../../scripts/browser/find-chromium.ts';
import type { Demo } from '../../scripts/stack.ts';
import { startBuiltStack } from '../stack/built-stack.ts';

/** What the console's tests get from inject('console'). */
export interface ConsoleUnderTest {
  /** The console's address; the API is at `/v1` below it. */
  url: string;
  demo: Demo;
  /** The path of the Chromium to test with. */
  chromium: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    console: ConsoleUnderTest;
  }
}

/** The local mailbox is the print provider, so that letters may leave automatically. */
const WITH_PRINT_PROVIDER = { PRINT_PROVIDER: 'mailbox' };

/**
 * The built console on a whole stack with the demonstration's portfolio. While writing tests, set CONSOLE_TEST_STACK to the data folder
 * of a running `npm start` of this checkout, with the same settings, to use that one.
 */
export async function setup(project: TestProject) {
  const log = (line: string) => console.error(`[console] ${line}`);
  await prepareConsole();
  const chromium = await findChromium(log);
  const stack = await stackOf(process.env['CONSOLE_TEST_STACK'], log);
  project.provide('console', { url: stack.demo.api_url, demo: stack.demo, chromium });
  return () => stack.stop();
}

async function stackOf(running: string | undefined, log: (line: string) => void) {
  if (running) {
    const demo = JSON.parse(await readFile(join(running, 'demo.json'), 'utf8')) as Demo;
    return { demo, stop: () => Promise.resolve() };
  }
  const dataDir = await mkdtemp(join(tmpdir(), 'relance-console-'));
  const env = WITH_PRINT_PROVIDER;
  const stack = await startBuiltStack({ dataDir, ports: 'auto', demoData: 'portfolio', env, log });
  const stop = async () => {
    await stack.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { demo: stack.demo, stop };
}
