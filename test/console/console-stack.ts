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
  /** Where the console is; the API is under `/v1` of it. */
  url: string;
  demo: Demo;
  /** The Chromium to test with. */
  chromium: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    console: ConsoleUnderTest;
  }
}

/** The local mailbox is the print provider, so that letters may leave by themselves. */
const WITH_PRINT_PROVIDER = { PRINT_PROVIDER: 'mailbox' };

/**
 * The console as it is built, on a whole stack with the demonstration's portfolio. While tests
 * are written, CONSOLE_TEST_STACK names the data folder of an `npm start` of this checkout that runs, with the same settings.
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
