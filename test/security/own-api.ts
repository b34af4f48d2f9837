import { inject } from 'vitest';
import { createServer } from '../../api/server.ts';
import { createLog } from '../../api/frame/log.ts';
import { parseSettings } from '../../config/settings.ts';

export interface OwnApi {
  url: string;
  /** The lines that it has logged. */
  logged: string[];
  stop: () => Promise<void>;
}

/** Another API of the shared stack, in this process and with settings of its own: its counters count only its own requests. */
export async function startOwnApi(env: Record<string, string> = {}): Promise<OwnApi> {
  const settings = parseSettings({ ...inject('stack').env, ...env });
  const logged: string[] = [];
  const log = createLog('info', { write: (line: string) => void logged.push(line) });
  const server = createServer({ ...settings, api: { ...settings.api, port: 0 } }, undefined, log);
  return { url: await server.start(), logged, stop: server.destroy };
}
