import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import type { Demo } from '../../scripts/stack.ts';
import { startBuiltStack } from './built-stack.ts';

/** What the end-to-end tests get from inject('stack'). */
export interface SharedStack {
  databaseUrl: string;
  temporalAddress: string;
  /** The API's address without `/v1`. */
  apiUrl: string;
  mailboxUrl: string;
  demo: Demo;
  /** The settings of the API and the worker, for starting another one beside them. */
  env: Record<string, string>;
}

declare module 'vitest' {
  interface ProvidedContext {
    stack: SharedStack;
  }
}

/** One whole stack without customers, for all end-to-end files of a run. Vitest calls this only when one of them runs. */
export async function setup(project: TestProject) {
  // Kept (RELANCE_TEST_DATA) when the logs are to be read afterwards.
  const kept = process.env['RELANCE_TEST_DATA'];
  const dataDir = kept ?? (await mkdtemp(join(tmpdir(), 'relance-test-')));
  const log = (line: string) => console.error(`[stack] ${line}`);
  const stack = await startBuiltStack({ dataDir, ports: 'auto', demoData: 'none', log });
  const { databaseUrl, temporalAddress, apiUrl, mailboxUrl, demo, env } = stack;
  project.provide('stack', { databaseUrl, temporalAddress, apiUrl, mailboxUrl, demo, env });
  return async () => {
    await stack.stop();
    if (!kept) await rm(dataDir, { recursive: true, force: true });
  };
}
