import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import type { PartSpec } from '../stack/child.ts';
import { dyingWithUs } from '../stack/parent-death.ts';
import { takeFreePorts } from '../stack/ports.ts';
import { type ClusterStore, writeClusterConfig } from './cluster-config.ts';
import { prepareClusterStore } from './cluster-store.ts';
import type { ClusterPrograms } from './find-cluster.ts';
import { namespaceAnswers } from './namespace-answers.ts';

export interface ClusterOptions {
  dataDir: string;
  logFile: string;
  /** The port of its frontend. */
  port: number;
  programs: ClusterPrograms;
  store: ClusterStore;
}

const NAMESPACE = 'default';
const RETENTION_S = 72 * 3600;

/** A production Temporal server, its four services in one process, with its tables in Postgres. It has no web UI of its own. */
export async function clusterPart({ dataDir, logFile, port, programs, store }: ClusterOptions): Promise<PartSpec> {
  await prepareClusterStore(programs, store);
  const free = await takeFreePorts(8, [port]);
  const service = (index: number) => ({ grpc: free[index]!, membership: free[index + 1]! });
  const config = writeClusterConfig(join(dataDir, 'temporal-cluster'), store, {
    frontend: { grpc: port, membership: free[0]! },
    http: free[1]!,
    history: service(2),
    matching: service(4),
    worker: service(6),
  });
  const address = `127.0.0.1:${port}`;
  return {
    name: 'temporal',
    ...dyingWithUs([programs.server, '--config-file', config, '--allow-no-auth', 'start'], 'SIGTERM'),
    env: { PATH: process.env['PATH'] ?? '', HOME: dataDir },
    logFile,
    stopSignal: 'SIGTERM',
    isReady: async () => (await namespaceAnswers({ address }, NAMESPACE)) || (await registerNamespace(address)),
  };
}

/** Always returns false: readiness is checked again once the server's services know the namespace. */
async function registerNamespace(address: string): Promise<false> {
  const connection = await Connection.connect({ address, connectTimeout: 2_000 });
  try {
    await connection.workflowService.registerNamespace({
      namespace: NAMESPACE,
      workflowExecutionRetentionPeriod: { seconds: RETENTION_S as never },
    });
    return false;
  } finally {
    await connection.close();
  }
}
