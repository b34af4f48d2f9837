import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const CHILD = fileURLToPath(new URL('../../scripts/child.mjs', import.meta.url));

/** A running `storing-server.ts`. */
export interface StoringServer {
  url: string;
  stop(): Promise<void>;
}

/** Starts it; resolves once it listens. */
export async function startStoringServer(env: Record<string, string>): Promise<StoringServer> {
  const child = spawn(process.execPath, [CHILD, 'bench/bare/storing-server.ts'], {
    env,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit');
  const url = await Promise.race([once(child, 'message'), ended.then(() => null)]);
  if (url === null) throw new Error('the bare server that stores did not start');
  return {
    url: String(url[0]),
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
