// For an image: the workflows as one file, with and without the encryption of failures (worker/workflow-source.ts).
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { CodecKey } from '../config/codec-keys.ts';
import { bundleWorkflowCode } from '@temporalio/worker';
import { dataConverterOf } from '../temporal/codec/data-converter.ts';
import { bundlePath, WORKFLOWS_PATH } from '../worker/workflow-source.ts';

const ANY_KEY: CodecKey[] = [{ id: 'image', secret: Buffer.alloc(32) }];

for (const keys of [[], ANY_KEY]) {
  const { failureConverterPath } = dataConverterOf(keys);
  const { code } = await bundleWorkflowCode({
    workflowsPath: WORKFLOWS_PATH,
    ...(failureConverterPath && { failureConverterPath }),
  });
  const path = bundlePath(keys.length > 0);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, code);
}
