// `npm run bench:starts` and the others run one measurement; `npm run bench` runs all, one after the other.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { runTypeScript } from '../scripts/bootstrap.mjs';

const ALL = [
  'letters',
  'starts',
  'payment',
  'events',
  'lives',
  'import',
  'clock',
  'lists',
  'console',
  'groups',
  'memory',
  'sleeping',
  'storm',
  'large-import',
  'codec',
];
const [name, ...rest] = process.argv.splice(2, 1).concat(process.argv.slice(2));
if (name === 'all') {
  for (const one of ALL) {
    const { status } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), one, ...rest], {
      stdio: 'inherit',
    });
    if (status !== 0) process.exitCode = 1;
  }
} else if (ALL.includes(name)) {
  await runTypeScript(`bench/${name}.ts`, { withConsole: name === 'console' });
} else {
  console.error(`Say what to measure: ${ALL.join(', ')} or all.`);
  process.exitCode = 1;
}
