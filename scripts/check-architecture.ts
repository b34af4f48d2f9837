// Checks which folder imports which (.dependency-cruiser.cjs), what the workflow bundle may carry, and that docstrings
// can be read by themselves. `npx tsx scripts/check-architecture.ts`
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { docstringFaults } from './architecture/docstrings.ts';
import { workflowBundleFaults, type CruisedModule } from './architecture/workflow-bundle.ts';

const FOLDERS = [
  'activities',
  'api',
  'bench',
  'config',
  'console',
  'domain',
  'emails',
  'facts',
  'letters',
  'metrics',
  'prisma',
  'providers',
  'scripts',
  'temporal',
  'test',
  'worker',
  'workflows',
].filter((folder) => existsSync(folder));

interface Cruise {
  modules: CruisedModule[];
  summary: { violations: { from: string; to: string; rule: { name: string }; cycle?: { name: string }[] }[] };
}

function cruise(): Cruise {
  const bin = 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs';
  const args = [bin, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...FOLDERS];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 2 ** 28 })) as Cruise;
}

const { modules, summary } = cruise();
const faults = summary.violations.map(({ rule, from, to, cycle }) => {
  const way = cycle ? cycle.map((step) => step.name) : [to];
  return `${rule.name}: ${[from, ...way].join(' → ')}`;
});
// A cruiser that cannot read TypeScript finds no fault, because it has read nothing: check that each folder has
// modules.
for (const folder of FOLDERS) {
  const count = modules.filter(({ source }) => source.startsWith(`${folder}/`)).length;
  if (count === 0) faults.push(`${folder}/: not one module was read`);
}
faults.push(...workflowBundleFaults(modules));
const ours = modules
  .map(({ source }) => source)
  .filter((source) => /\.[cm]?tsx?$/.test(source) && !source.includes('node_modules'));
faults.push(...ours.flatMap((source) => docstringFaults(source, readFileSync(source, 'utf8'))));

for (const fault of faults) console.error(fault);
console.log(`${modules.length} modules, ${faults.length} faults`);
process.exitCode = faults.length > 0 ? 1 : 0;
