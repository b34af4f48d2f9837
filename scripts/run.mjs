// `npm run api`, `worker`, `mailbox`, `migrate`: starts one part alone, with the environment's settings.
import { runTypeScript } from './bootstrap.mjs';
import { parts } from './parts.mjs';

const entries = {
  ...parts,
  capabilities: 'scripts/capabilities.ts',
  contract: 'scripts/contract.ts',
  'console-types': 'scripts/console-types.ts',
};
const [part] = process.argv.splice(2, 1); // The remaining arguments belong to the part.
const entry = entries[part];
if (!entry) {
  console.error(`Say which part to run: ${Object.keys(entries).join(', ')}.`);
  process.exit(1);
}
process.env.NODE_ENV ??= 'production';
await runTypeScript(entry, { withConsole: part === 'api' });
