// `npm start`: the whole of Relance on this machine.
import { runTypeScript } from './bootstrap.mjs';

// The demonstration's mails are drawn here: React takes five times as long while it watches itself.
process.env.NODE_ENV ??= 'production';
await runTypeScript('scripts/start.ts', { withConsole: true });
