// `npm start`: the whole of Relance on this machine.
import { runTypeScript } from './bootstrap.mjs';

// The demonstration's mails are rendered in this process, and React takes five times as long in development mode.
process.env.NODE_ENV ??= 'production';
await runTypeScript('scripts/start.ts', { withConsole: true });
