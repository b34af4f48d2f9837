// For an image: bundles the workflows into one file, with and without the encryption of failures
// (worker/workflow-source.ts).
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { bundleWorkflows } from '../worker/bundled-once.ts';
import { bundlePath } from '../worker/workflow-source.ts';

for (const isEncrypted of [false, true]) {
  const path = bundlePath(isEncrypted);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, await bundleWorkflows(isEncrypted));
}
