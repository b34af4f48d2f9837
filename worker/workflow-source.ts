import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { WorkflowBundleOption } from '@temporalio/worker';
import { bundledOnce } from './bundled-once.ts';

/** Path of the workflows that were bundled when an image was built, with or without encrypted failures. */
export const bundlePath = (isEncrypted: boolean): string =>
  fileURLToPath(new URL(`./bundled/${isEncrypted ? 'encrypted' : 'plain'}.js`, import.meta.url));

/**
 * The bundled workflows: those of the image if there are any, otherwise bundled from the sources by the first worker of
 * a checkout. An image with a read-only root could not bundle them.
 */
export async function workflowSource(isEncrypted: boolean): Promise<WorkflowBundleOption> {
  const codePath = bundlePath(isEncrypted);
  return existsSync(codePath) ? { codePath } : bundledOnce(isEncrypted);
}
