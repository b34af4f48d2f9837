import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { PartSpec } from '../stack/child.ts';
import { dyingWithUs } from '../stack/parent-death.ts';
import { namespaceAnswers } from './namespace-answers.ts';
import { SEARCH_ATTRIBUTE_NAMES, searchAttributeType } from '../../temporal/search-attributes.ts';

export interface TemporalOptions {
  dataDir: string;
  logFile: string;
  port: number;
  uiPort: number;
  /** The `temporal` program. */
  program: string;
  /** The address at which the UI has encrypted payloads decoded; null when there is none. */
  codecEndpoint: string | null;
  /** Additional dynamic configuration, as JSON values. */
  dynamicConfig?: Readonly<Record<string, string>>;
}

// JSON values. Skipping time is how the demonstration clock moves. With a time shift of 50 ms instead of 1 s, skipping a
// sleep takes a twentieth of the time. The default limits protect a server with thousands of callers; ours has one.
const DYNAMIC_CONFIG = {
  'frontend.WorkflowTimeSkippingEnabled': 'true',
  'frontend.WorkflowTimeSkippingMaxSkipPerSession': '100000',
  'frontend.namespaceRPS': '100000',
  'history.timerProcessorMaxTimeShift': '"50ms"',
};

/** A real Temporal server with its web UI and a file database in `<dataDir>/temporal`; it loses nothing when killed. */
export function temporalPart(options: TemporalOptions): PartSpec {
  const folder = join(options.dataDir, 'temporal');
  mkdirSync(folder, { recursive: true });
  const args = [
    'server',
    'start-dev',
    '--ip',
    '127.0.0.1',
    '--port',
    String(options.port),
    '--ui-port',
    String(options.uiPort),
  ];
  args.push('--db-filename', join(folder, 'temporal.db'), '--log-level', 'warn', '--ui-disable-news-fetch');
  if (options.codecEndpoint) args.push('--ui-codec-endpoint', options.codecEndpoint);
  // These two double its speed, and a killed server still loses nothing.
  for (const pragma of ['journal_mode=wal', 'synchronous=normal']) args.push('--sqlite-pragma', pragma);
  const dynamicConfig = Object.entries({ ...DYNAMIC_CONFIG, ...options.dynamicConfig });
  for (const [key, value] of dynamicConfig) args.push('--dynamic-config-value', `${key}=${value}`);
  for (const name of SEARCH_ATTRIBUTE_NAMES) args.push('--search-attribute', `${name}=${searchAttributeType(name)}`);
  return {
    name: 'temporal',
    ...dyingWithUs([options.program, ...args], 'SIGTERM'),
    // Ignores the user's own Temporal profile and variables: this server belongs to the stack.
    env: { PATH: process.env['PATH'] ?? '', HOME: folder, TEMPORAL_DISABLE_CONFIG_FILE: 'true' },
    logFile: options.logFile,
    stopSignal: 'SIGTERM',
    isReady: () => namespaceAnswers({ address: `127.0.0.1:${options.port}` }, 'default'),
  };
}
