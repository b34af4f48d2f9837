import { execFileSync, spawn } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BuildProgress } from './build-progress.ts';

const recipe = fileURLToPath(new URL('.', import.meta.url));
const recipeFiles = ['go.mod', 'go.sum', 'tools.go'];
const OLDEST_GO = { major: 1, minor: 26 };
/** The same as in README.md and docs/scale.md. */
const HOW_LONG = '2 to 10 minutes, once';

/** A program in the Go modules pinned beside this file. */
export interface GoProgram {
  package: string;
  /** The name of the built file. */
  name: string;
}

const CLI: GoProgram = { package: 'github.com/temporalio/cli/cmd/temporal', name: 'temporal' };

/** Builds the development server from the Go modules pinned beside this file to `target`. Returns null, or why it could not. */
export async function buildServer(
  target: string,
  log: (line: string) => void,
  signal?: AbortSignal,
): Promise<string | null> {
  return await inBuildFolder(dirname(target), async (go, folder) => {
    log(`Building the Temporal server from Go modules (${HOW_LONG}) …`);
    const failure = await build(go, folder, CLI, log, signal);
    if (failure === null) renameSync(join(folder, CLI.name), target);
    return failure;
  });
}

/**
 * Builds several programs to `target`, a folder that appears complete or not at all. `extra` adds files of a module (from a
 * path in the module to a name). Returns null, or why it could not.
 */
export async function buildPrograms(
  target: string,
  programs: readonly GoProgram[],
  extra: { module: string; files: Record<string, string> },
  log: (line: string) => void,
  signal?: AbortSignal,
): Promise<string | null> {
  return await inBuildFolder(dirname(target), async (go, folder) => {
    const whole = join(folder, 'whole');
    mkdirSync(whole);
    for (const program of programs) {
      log(`Building ${program.name} from Go modules (${HOW_LONG}) …`);
      const failure = await build(go, folder, program, log, signal);
      if (failure) return failure;
      renameSync(join(folder, program.name), join(whole, program.name));
    }
    const args = ['list', '-mod=mod', '-m', '-f', '{{.Dir}}', extra.module];
    const module = execFileSync(go, args, { cwd: folder, encoding: 'utf8' }).trim();
    for (const [from, to] of Object.entries(extra.files))
      cpSync(join(module, from), join(whole, to), { recursive: true });
    rmSync(target, { recursive: true, force: true });
    renameSync(whole, target);
    return null;
  });
}

async function inBuildFolder(
  parent: string,
  work: (go: string, folder: string) => Promise<string | null>,
): Promise<string | null> {
  const go = findGo();
  if (!go) return 'there is no such Go on PATH';
  mkdirSync(parent, { recursive: true });
  removeLeftOvers(parent);
  const folder = mkdtempSync(join(parent, 'build-'));
  try {
    for (const file of recipeFiles) copyFileSync(join(recipe, file), join(folder, file));
    return await work(go, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Removes what killed builds left behind; no other build runs now (cache-lock.ts). */
function removeLeftOvers(folder: string): void {
  for (const name of readdirSync(folder))
    if (name.startsWith('build-')) rmSync(join(folder, name), { recursive: true, force: true });
}

function findGo(): string | null {
  for (const go of ['go', '/usr/local/go/bin/go']) {
    if (go.startsWith('/') && !existsSync(go)) continue;
    try {
      const [, major, minor] =
        /go(\d+)\.(\d+)/.exec(execFileSync(go, ['env', 'GOVERSION'], { encoding: 'utf8' })) ?? [];
      if (Number(major) > OLDEST_GO.major || (Number(major) === OLDEST_GO.major && Number(minor) >= OLDEST_GO.minor))
        return go;
    } catch {
      // Not found, or not a Go program.
    }
  }
  return null;
}

async function build(
  go: string,
  folder: string,
  program: GoProgram,
  log: (line: string) => void,
  signal?: AbortSignal,
): Promise<string | null> {
  const since = Date.now();
  const progress = new BuildProgress();
  const ticker = setInterval(() => log(progress.line(Math.round((Date.now() - since) / 1000))), 5000);
  const run = (args: string[]) => runGo(go, folder, args, (line) => progress.hear(line), signal);
  try {
    // Downloads what is missing, so that the number of packages to compile is known.
    const listed = await run(['list', '-deps', program.package]);
    if (listed.failure !== null) return listed.failure;
    progress.known(listed.lines);
    // -v prints each package as it is compiled, which shows the progress.
    const args = ['build', '-v', '-buildvcs=false', '-ldflags', '-s -w', '-o', program.name, program.package];
    return (await run(args)).failure;
  } finally {
    clearInterval(ticker);
  }
}

/**
 * Runs Go. `failure` is null, or why it failed; `lines` is the number of lines that it printed. `hear` gets each progress
 * line.
 */
function runGo(
  go: string,
  folder: string,
  args: readonly string[],
  hear: (line: string) => void,
  signal?: AbortSignal,
): Promise<{ failure: string | null; lines: number }> {
  const child = spawn(go, args, {
    cwd: folder,
    env: { ...process.env, GOFLAGS: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(signal && { signal }),
  });
  let lines = 0;
  let lastLines: string[] = [];
  child.stdout.on('data', (chunk: Buffer) => (lines += chunk.toString().split('\n').length - 1));
  child.stderr.on('data', (chunk: Buffer) => {
    const said = chunk.toString().split('\n').filter(Boolean);
    said.forEach(hear);
    lastLines = [...lastLines, ...said].slice(-4);
  });
  const endWithUs = () => child.kill();
  process.once('exit', endWithUs);
  return new Promise((resolve) => {
    const settle = (failure: string | null) => {
      process.off('exit', endWithUs);
      resolve({ failure, lines });
    };
    child.on('error', (error) => settle(`go could not be run: ${error.message}`));
    child.on('close', (code) => settle(code === 0 ? null : `go ${args[0]} failed: ${lastLines.join(' ')}`));
  });
}
