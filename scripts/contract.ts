/**
 * `npm run test:contract`: starts a stack of its own with the demonstration's portfolio and lets Schemathesis (PyPI) send
 * unusual requests to every operation of /openapi.json. It fails on a 5xx, and on a status, a content type or a body that
 * the document does not announce. It uses the admin's key, or that of `RELANCE_CONTRACT_ROLE` (collector, supervisor,
 * payments …). Arguments after `--` are passed on: `-- -n 50 --max-time 3600 --seed 7`.
 */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalStack } from './stack.ts';

const VERSION = '4.32.5';
const CHECKS = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_schema_conformance',
  'response_headers_conformance',
];
// Moving the clock takes minutes, and after deleting its own key or the key's owner a run could send nothing more.
const LEFT_OUT = ['POST /v1/demo/clock', 'DELETE /v1/keys/{id}', 'DELETE /v1/users/{id}'];

/**
 * The `schemathesis` program: the one named by SCHEMATHESIS, the one on PATH, or one installed once with pip under the
 * cache folder.
 */
function findSchemathesis(): string {
  const given = process.env['SCHEMATHESIS']?.trim();
  if (given) return given;
  try {
    execFileSync('schemathesis', ['--version'], { stdio: 'ignore' });
    return 'schemathesis';
  } catch {
    const folder = join(
      process.env['RELANCE_CACHE'] ?? join(homedir(), '.cache', 'relance'),
      `schemathesis-${VERSION}`,
    );
    const program = join(folder, 'bin', 'schemathesis');
    if (!existsSync(program)) {
      console.log(`Installing schemathesis ${VERSION} in ${folder} …`);
      execFileSync('python3', ['-m', 'venv', folder], { stdio: 'inherit' });
      execFileSync(join(folder, 'bin', 'pip'), ['install', '-q', `schemathesis==${VERSION}`], { stdio: 'inherit' });
    }
    return program;
  }
}

/** Resources requested by id. They need existing ids: with invented ones every answer would be a 404. */
const LISTS = [
  'invoices',
  'customers',
  'actions',
  'messages',
  'templates',
  'scenarios',
  'third-parties',
  'users',
  'tasks',
  'groups',
  'runs',
  'imports',
  'specific-actions',
  'keys',
];

/** Resources requested by an id from a payment system. */
const BY_FOREIGN_ID = { list: 'payments', name: 'external_id' };

/** Schemathesis's settings, in which each path gets the id of the first row of its list. */
async function withRealIds(apiUrl: string, key: string): Promise<string> {
  const lists = [...LISTS.map((list) => ({ list, name: 'id' })), BY_FOREIGN_ID];
  const operations = lists.map(async ({ list, name }) => {
    const answer = await fetch(`${apiUrl}/v1/${list}?limit=1`, { headers: { Authorization: `Bearer ${key}` } });
    const [first] = ((await answer.json()) as { data: Record<string, string>[] }).data;
    const path = `include-path-regex = "^/v1/${list}/[{]${name}"`;
    return first ? `[[operations]]\n${path}\nparameters = { "path.${name}" = "${first[name]}" }\n` : '';
  });
  return (await Promise.all(operations)).join('\n');
}

const program = findSchemathesis();
const dataDir = await mkdtemp(join(tmpdir(), 'relance-contract-'));
const stack = await startLocalStack({
  dataDir,
  ports: 'auto',
  demoData: 'portfolio',
  log: (line) => console.log(line),
});
try {
  const { keys } = stack.demo;
  const role = process.env['RELANCE_CONTRACT_ROLE'] ?? 'admin';
  if (!Object.hasOwn(keys, role)) throw new Error(`RELANCE_CONTRACT_ROLE is one of ${Object.keys(keys).join(', ')}`);
  const config = join(dataDir, 'schemathesis.toml');
  await writeFile(config, await withRealIds(stack.apiUrl, keys.admin));
  const args = ['--config-file', config, 'run', `${stack.apiUrl}/openapi.json`, '--no-color', '--continue-on-failure'];
  args.push('-H', `Authorization: Bearer ${keys[role as keyof typeof keys]}`, '-c', CHECKS.join(','));
  args.push('--phases', 'coverage,fuzzing', '-n', '10', '--max-time', '600', ...process.argv.slice(2));
  for (const name of LEFT_OUT) args.push('--exclude-name', name);
  const run = spawn(program, args, { stdio: 'inherit', cwd: dataDir });
  [process.exitCode] = (await once(run, 'exit')) as [number];
} finally {
  await stack.stop();
  await rm(dataDir, { recursive: true, force: true });
}
