// One part of Relance in an image, where everything is installed and generated already: `node deploy/start.mjs api`.
import { buildProgram, loadTypeScript } from '../scripts/typescript.mjs';

const entries = {
  api: 'api/main.ts',
  worker: 'worker/main.ts',
  migrate: 'scripts/migrate.ts',
  mailbox: 'scripts/mailbox/main.ts',
  'codec-server': 'scripts/codec-server/main.ts',
  'make-current': 'scripts/make-current.ts',
  'bundle-workflows': 'scripts/bundle-workflows.ts',
  'search-attributes': 'scripts/search-attributes.ts',
};
const [part] = process.argv.splice(2, 1); // What is left is the part's own.
const entry = entries[part];
if (part === 'build-programs') await Promise.all(Object.values(entries).map(buildProgram));
else if (entry) await loadTypeScript(entry);
else {
  console.error(`Say which part to run: ${Object.keys(entries).join(', ')}.`);
  process.exit(1);
}
