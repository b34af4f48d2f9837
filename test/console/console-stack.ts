import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { prepareConsole } from '../../scripts/bootstrap.mjs';
import { type Demo, startLocalStack } from '../../scripts/stack.ts';
import { findChromium } from './find-chromium.ts';

/** What the console's tests get from inject('console'). */
export interface ConsoleUnderTest {
  /** Where the console is; the API is under `/v1` of it. */
  url: string;
  demo: Demo;
  /** The one Chromium of the run. */
  browserEndpoint: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    console: ConsoleUnderTest;
  }
}

/** The console as it is built, on a whole stack with the demonstration's portfolio, and one browser for all files. */
export async function setup(project: TestProject) {
  const log = (line: string) => console.error(`[console] ${line}`);
  await prepareConsole();
  const executablePath = await findChromium(log);
  const dataDir = await mkdtemp(join(tmpdir(), 'relance-console-'));
  const stack = await startLocalStack({ dataDir, ports: 'auto', demoData: 'portfolio', log });
  const browser = await chromium.launchServer({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  project.provide('console', { url: stack.apiUrl, demo: stack.demo, browserEndpoint: browser.wsEndpoint() });
  return async () => {
    await browser.close();
    await stack.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}
