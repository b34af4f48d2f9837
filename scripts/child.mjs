// One part of the local stack, started by it as `node child.mjs ENTRY DATA_FOLDER`. It ends when its parent ends, also by
// kill -9, so that nothing is left running.
import { loadTypeScript } from './typescript.mjs';

process.on('disconnect', () => {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.exit(1), 10_000).unref();
});
process.channel?.unref();
await loadTypeScript(process.argv[2]);
