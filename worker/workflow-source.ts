import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { WorkflowBundleOption } from '@temporalio/worker';
import { bundledOnce } from './bundled-once.ts';

/** Where an image keeps the workflows as they were bundled when it was built; failures are encrypted or not. */
export const bundlePath = (isEncrypted: boolean): string =>
  fileURLToPath(new URL(`./bundled/${isEncrypted ? 'encrypted' : 'plain'}.js`, import.meta.url));

/**
 * The workflows as one file: an image's own, else made from their sources by the first worker of a checkout. An image with a
 * read-only root could not make it.
 */
export async function workflowSource(isEncrypted: boolean): Promise<WorkflowBundleOption> {
  const codePath = bundlePath(isEncrypted);
  return existsSync(codePath) ? { codePath } : bundledOnce(isEncrypted);
}
