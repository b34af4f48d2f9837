// `npm start`: the whole of Relance on this machine.
import { runTypeScript } from './bootstrap.mjs';

await runTypeScript('scripts/start.ts', { withConsole: true });
