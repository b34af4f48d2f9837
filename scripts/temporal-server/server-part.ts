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
  /** Where its UI has encrypted payloads read; null: nowhere. */
  codecEndpoint: string | null;
  /** More of its dynamic configuration, in JSON values. */
  dynamicConfig?: Readonly<Record<string, string>>;
}

// JSON values. Skipping is how the demonstration clock moves; with a time shift of 50 ms and not 1 s a skipped sleep costs a
// twentieth; the two limits are those of a server for thousands of callers, and ours is for one.
const DYNAMIC_CONFIG = {
  'frontend.WorkflowTimeSkippingEnabled': 'true',
  'frontend.WorkflowTimeSkippingMaxSkipPerSession': '100000',
  'frontend.namespaceRPS': '100000',
  'history.timerProcessorMaxTimeShift': '"50ms"',
};

/** A real Temporal server with its web UI and a file database in `<dataDir>/temporal`; it forgets nothing when killed. */
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
    // Without the user's own Temporal profile or variables: this server is ours.
    env: { PATH: process.env['PATH'] ?? '', HOME: folder, TEMPORAL_DISABLE_CONFIG_FILE: 'true' },
    logFile: options.logFile,
    stopSignal: 'SIGTERM',
    isReady: () => namespaceAnswers({ address: `127.0.0.1:${options.port}` }, 'default'),
  };
}
