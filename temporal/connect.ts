import { Client, Connection, defaultGrpcRetryOptions, makeGrpcRetryInterceptor } from '@temporalio/client';

/** How to reach a Temporal server, as config/settings.ts has it. */
export interface TemporalAddress {
  address: string;
  namespace: string;
  tls: { cert?: Buffer; key?: Buffer; ca?: Buffer } | null;
  apiKey: string | null;
}

/**
 * A client that connects when it is first used and again whenever the server comes back: a process of ours starts, and
 * says 503, while Temporal is away. Calls that fail are tried a few times within seconds, then throw a ServiceError.
 */
export function connectTemporal(temporal: TemporalAddress): Client {
  const connection = Connection.lazy({
    address: temporal.address,
    ...(temporal.tls ? { tls: secured(temporal.tls) } : {}),
    ...(temporal.apiKey ? { apiKey: temporal.apiKey } : {}),
    channelArgs: { 'grpc.initial_reconnect_backoff_ms': 200, 'grpc.max_reconnect_backoff_ms': 2_000 },
    interceptors: [makeGrpcRetryInterceptor(defaultGrpcRetryOptions({ maxAttempts: 4 }))],
  });
  return new Client({ connection, namespace: temporal.namespace });
}

function secured(tls: NonNullable<TemporalAddress['tls']>) {
  return {
    ...(tls.ca ? { serverRootCACertificate: tls.ca } : {}),
    ...(tls.cert && tls.key ? { clientCertPair: { crt: tls.cert, key: tls.key } } : {}),
  };
}
