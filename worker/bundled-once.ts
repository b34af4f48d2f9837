import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, Runtime, type WorkflowBundleOption } from '@temporalio/worker';
import { FAILURE_CONVERTER_PATH } from '../temporal/codec/data-converter.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const WORKFLOWS_PATH = join(ROOT, 'workflows', 'index.ts');
const KEPT_IN = join(ROOT, 'node_modules', '.cache', 'relance');

/** All sources of the workflows: the architecture check lets nothing else into their bundle. */
const SOURCES = [
  'workflows',
  'domain',
  'temporal/codec',
  'worker/bundled-once.ts',
  'tsconfig.json',
  'package-lock.json',
];

/**
 * Modules loaded once for all executions of a thread instead of once per execution, which saves 40 % of the memory of a
 * sleeping case. Not for a module that keeps mutable state: lint forbids `let` there (.oxlintrc.json).
 */
export const sharedByExecutions = (...modules: string[]) => ({ preloadModules: modules });

/** Bundles the workflows into one JavaScript file; takes seconds. `isEncrypted`: failures are encrypted too. */
export async function bundleWorkflows(isEncrypted: boolean): Promise<string> {
  const converters = isEncrypted ? [FAILURE_CONVERTER_PATH] : [];
  const { code } = await bundleWorkflowCode({
    workflowsPath: WORKFLOWS_PATH,
    ...sharedByExecutions(WORKFLOWS_PATH, ...converters),
    ...(isEncrypted && { failureConverterPath: FAILURE_CONVERTER_PATH }),
  });
  return code;
}

/**
 * The bundle of exactly these sources, cached beside the installed packages, so that later workers start seconds
 * earlier.
 */
export async function bundledOnce(isEncrypted: boolean): Promise<WorkflowBundleOption> {
  const codePath = join(KEPT_IN, `workflows-${isEncrypted ? 'encrypted' : 'plain'}-${hashOfSources()}.js`);
  if (existsSync(codePath)) return { codePath };
  const code = await bundleWorkflows(isEncrypted);
  try {
    await mkdir(KEPT_IN, { recursive: true });
    // Written to a temporary file and renamed, because another worker may read it at this moment.
    const unfinished = `${codePath}.${process.pid}`;
    await writeFile(unfinished, code);
    await rename(unfinished, codePath);
    return { codePath };
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    Runtime.instance().logger.warn('The bundled workflows cannot be kept: every worker bundles its own', {
      error: said,
    });
    return { code };
  }
}

function hashOfSources(): string {
  const hash = createHash('sha256').update(process.version);
  for (const path of SOURCES.flatMap((source) => filesOf(join(ROOT, source)))) {
    hash.update(`\n${relative(ROOT, path)}\n`).update(readFileSync(path));
  }
  return hash.digest('hex').slice(0, 16);
}

/**
 * The files under a folder in a fixed order; the path itself for a file; none when it does not exist, as in an image.
 */
function filesOf(path: string): string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  const entries = readdirSync(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}
