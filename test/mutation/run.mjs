// `npm run test:mutants [-- FOLDER …]`: Stryker over domain/, one folder after the other, each judged by its own tests alone. That is
// stricter than judging by all tests, and takes an hour and not a day. At the end there is one figure for all folders.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CACHE = join(ROOT, 'node_modules/.cache/stryker');
const REPORT = join(CACHE, 'mutation.json');
const GOAL_PERCENT = 85;

/** In shipped/ only the rule is mutated; the rest of it is texts. */
const MUTATED = { shipped: 'domain/shipped/pick-variant.ts' };

const known = readdirSync(join(ROOT, 'domain'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(
    `There is no domain/${unknown.join(', domain/')}. Say which to judge: ${known.join(', ')}; or none for all.`,
  );
  process.exit(1);
}

/** The mutants of a folder that its tests caught and missed, as {caught, missed}; throws when Stryker did not finish. */
function judge(folder) {
  rmSync(REPORT, { force: true });
  const mutate = MUTATED[folder] ?? `domain/${folder}/**/*.ts`;
  const incremental = join(CACHE, `incremental-${folder}.json`);
  const { status } = spawnSync('npx', ['stryker', 'run', '--mutate', mutate, '--incrementalFile', incremental], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, MUTATED_FOLDER: folder },
  });
  if (status !== 0) throw new Error(`Stryker ended with ${status} over domain/${folder}; its own lines above say why.`);
  const { files } = JSON.parse(readFileSync(REPORT, 'utf8'));
  const statuses = Object.values(files).flatMap(({ mutants }) => mutants.map((mutant) => mutant.status));
  const count = (...among) => statuses.filter((one) => among.includes(one)).length;
  return { folder, caught: count('Killed', 'Timeout'), missed: count('Survived', 'NoCoverage') };
}

const percent = ({ caught, missed }) => (100 * caught) / (caught + missed);
const line = (name, one) =>
  console.log(
    `${name.padEnd(12)} ${one.caught} of ${one.caught + one.missed} mutants caught, ${percent(one).toFixed(1)} %`,
  );

const judged = (asked.length > 0 ? asked : known).map(judge);
const all = {
  caught: judged.reduce((sum, { caught }) => sum + caught, 0),
  missed: judged.reduce((sum, { missed }) => sum + missed, 0),
};
console.log('');
for (const one of judged) line(one.folder, one);
line('all of it', all);
if (percent(all) < GOAL_PERCENT) {
  console.error(`Fewer than ${GOAL_PERCENT} % are caught: read the survivors above, and test what they change.`);
  process.exitCode = 1;
}
