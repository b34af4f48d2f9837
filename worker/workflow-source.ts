import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { WorkerOptions } from '@temporalio/worker';

export const WORKFLOWS_PATH = fileURLToPath(new URL('../workflows/index.ts', import.meta.url));

/** Where an image keeps the workflows as they were bundled when it was built; failures are encrypted or not. */
export const bundlePath = (isEncrypted: boolean): string =>
  fileURLToPath(new URL(`./bundled/${isEncrypted ? 'encrypted' : 'plain'}.js`, import.meta.url));

/**
 * The workflows: an image's own bundle, else their sources, bundled at the start. Bundling takes seconds and writes the
 * compiler's files to the user's home, which an image with a read-only root has not.
 */
export function workflowSource(isEncrypted: boolean): Pick<WorkerOptions, 'workflowsPath' | 'workflowBundle'> {
  const codePath = bundlePath(isEncrypted);
  return existsSync(codePath) ? { workflowBundle: { codePath } } : { workflowsPath: WORKFLOWS_PATH };
}
