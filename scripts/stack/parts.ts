import { join } from 'node:path';
import { clusterPart } from '../temporal-server/cluster-part.ts';
import { findTemporalCluster } from '../temporal-server/find-cluster.ts';
import { findTemporalServer } from '../temporal-server/find-server.ts';
import { temporalPart } from '../temporal-server/server-part.ts';
import type { PartSpec } from './child.ts';
import type { StackSettings } from './child-environment.ts';
import { apiPart, codecPart, mailboxPart, workerPart } from './node-parts.ts';
import { postgresPart, postgresUser } from './postgres.ts';

/** The parts of a stack, in the order in which they start. */
export const stackParts = ['postgres', 'temporal', 'codec', 'mailbox', 'worker', 'api'] as const;
export type StackPart = (typeof stackParts)[number];

interface PartContext extends StackSettings {
  env: Record<string, string>;
  log: (line: string) => void;
  /** A production server with its tables in the stack's Postgres, which already runs then. */
  isCluster: boolean;
  isThrownAway: boolean;
  temporalConfig: Readonly<Record<string, string>>;
  /** Interrupts what takes long: downloading or building a Temporal server. */
  signal?: AbortSignal | undefined;
}

/** How each part is started; computed when it is the part's turn, because getting a Temporal server may take minutes. */
export function partSpecs({
  dataDir,
  ports,
  secrets,
  env,
  log,
  isCluster,
  isThrownAway,
  temporalConfig,
  signal,
}: PartContext): Record<StackPart, () => Promise<PartSpec> | PartSpec> {
  const logFile = (part: StackPart) => join(dataDir, 'logs', `${part}.log`);
  return {
    postgres: () =>
      postgresPart({
        dataDir,
        logFile: logFile('postgres'),
        port: ports.postgres,
        password: secrets.postgresPassword,
        isKept: !isThrownAway,
      }),
    temporal: async () => {
      if (isCluster) {
        const programs = await findTemporalCluster(log, signal);
        const store = {
          host: '127.0.0.1',
          port: ports.postgres,
          user: postgresUser,
          password: secrets.postgresPassword,
        };
        return clusterPart({ dataDir, logFile: logFile('temporal'), port: ports.temporal, programs, store });
      }
      const program = await findTemporalServer(log, signal);
      return temporalPart({
        dataDir,
        logFile: logFile('temporal'),
        port: ports.temporal,
        uiPort: ports.temporalUi,
        program,
        codecEndpoint: env['TEMPORAL_CODEC_KEYS'] ? codecEndpoint(ports, secrets) : null,
        dynamicConfig: temporalConfig,
      });
    },
    codec: () => codecPart({ dataDir, env }),
    mailbox: () => mailboxPart({ dataDir, env }),
    worker: () => workerPart({ dataDir, env }),
    api: () => apiPart({ dataDir, env }),
  };
}

/** The UI sends no header, so the token is a part of the address. */
const codecEndpoint = (ports: StackSettings['ports'], secrets: StackSettings['secrets']) =>
  `http://127.0.0.1:${ports.codec}/${secrets.codecToken}`;
