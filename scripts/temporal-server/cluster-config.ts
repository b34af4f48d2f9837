import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the server's two databases are. */
export interface ClusterStore {
  host: string;
  port: number;
  user: string;
  password: string;
}

export const CLUSTER_DATABASES = { temporal: 'temporal', visibility: 'temporal_visibility' } as const;

/** The number of shards of a small cluster of several machines; it cannot be changed later. */
const SHARDS = 64;
const CONNECTIONS = 20;

/** The ports of a service on 127.0.0.1: one for calls, one by which its copies find each other. */
interface ServicePorts {
  grpc: number;
  membership: number;
}
export type ClusterPorts = Record<'frontend' | 'history' | 'matching' | 'worker', ServicePorts> & { http: number };

/**
 * Writes the configuration of a production server with its four services in one process; returns the file's path. The file
 * is JSON, which is valid YAML.
 */
export function writeClusterConfig(folder: string, store: ClusterStore, ports: ClusterPorts): string {
  mkdirSync(folder, { recursive: true });
  const dynamic = join(folder, 'dynamic.yaml');
  writeFileSync(dynamic, JSON.stringify(DYNAMIC, null, 2));
  const file = join(folder, 'server.yaml');
  writeFileSync(file, JSON.stringify(serverConfig(store, ports, dynamic), null, 2), { mode: 0o600 });
  return file;
}

const DYNAMIC = {
  'frontend.namespaceRPS': [{ value: 100_000 }],
  'frontend.rps': [{ value: 100_000 }],
  'frontend.namespaceRPS.visibility': [{ value: 10_000 }],
  // Only for the demonstration's clock; a real cluster does not set this.
  'frontend.WorkflowTimeSkippingEnabled': [{ value: true }],
  'frontend.WorkflowTimeSkippingMaxSkipPerSession': [{ value: 100_000 }],
  'history.timerProcessorMaxTimeShift': [{ value: '50ms' }],
};

function serverConfig(store: ClusterStore, ports: ClusterPorts, dynamic: string) {
  const service = ({ grpc, membership }: ServicePorts, more = {}) => ({
    rpc: { grpcPort: grpc, membershipPort: membership, bindOnLocalHost: true, ...more },
  });
  return {
    log: { stdout: true, level: 'warn' },
    persistence: {
      defaultStore: 'default',
      visibilityStore: 'visibility',
      numHistoryShards: SHARDS,
      datastores: {
        default: { sql: datastore(store, CLUSTER_DATABASES.temporal) },
        visibility: { sql: datastore(store, CLUSTER_DATABASES.visibility) },
      },
    },
    global: { membership: { maxJoinDuration: '30s', broadcastAddress: '127.0.0.1' } },
    services: {
      frontend: service(ports.frontend, { httpPort: ports.http }),
      history: service(ports.history),
      matching: service(ports.matching),
      worker: service(ports.worker),
    },
    clusterMetadata: {
      enableGlobalNamespace: false,
      failoverVersionIncrement: 10,
      masterClusterName: 'active',
      currentClusterName: 'active',
      clusterInformation: {
        active: {
          enabled: true,
          initialFailoverVersion: 1,
          rpcName: 'frontend',
          rpcAddress: `127.0.0.1:${ports.frontend.grpc}`,
        },
      },
    },
    dcRedirectionPolicy: { policy: 'noop' },
    dynamicConfigClient: { filepath: dynamic, pollInterval: '10s' },
  };
}

function datastore({ host, port, user, password }: ClusterStore, databaseName: string) {
  return {
    pluginName: 'postgres12',
    databaseName,
    connectAddr: `${host}:${port}`,
    connectProtocol: 'tcp',
    user,
    password,
    maxConns: CONNECTIONS,
    maxIdleConns: CONNECTIONS,
    maxConnLifetime: '1h',
  };
}
