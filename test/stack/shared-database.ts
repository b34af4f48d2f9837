import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startBuiltStack } from './built-stack.ts';

declare module 'vitest' {
  interface ProvidedContext {
    databaseUrl: string;
  }
}

/** A migrated, empty Postgres for the tests that need nothing else. Vitest calls this only when one of them runs. */
export async function setup(project: TestProject) {
  const dataDir = await mkdtemp(join(tmpdir(), 'relance-test-'));
  const stack = await startBuiltStack({ dataDir, ports: 'auto', demoData: 'none', parts: ['postgres'] });
  project.provide('databaseUrl', stack.databaseUrl);
  return async () => {
    await stack.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}
