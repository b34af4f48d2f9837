// One part of Relance in an image, where everything is installed and generated already: `node deploy/start.mjs api`.
import { parts } from '../scripts/parts.mjs';
import { buildProgram, loadTypeScript } from '../scripts/typescript.mjs';

const entries = { ...parts, 'bundle-workflows': 'scripts/bundle-workflows.ts' };
const [part] = process.argv.splice(2, 1); // What is left is the part's own.
const entry = entries[part];
if (part === 'build-programs') await Promise.all(Object.values(entries).map(buildProgram));
else if (entry) await loadTypeScript(entry);
else {
  console.error(`Say which part to run: ${Object.keys(entries).join(', ')}.`);
  process.exit(1);
}
