import { Client, Connection, defaultGrpcRetryOptions, makeGrpcRetryInterceptor } from '@temporalio/client';
import type { Settings } from '../config/settings.ts';
import { temporalConnectionOptions } from '../config/temporal-connection.ts';
import { dataConverterOf } from './codec/data-converter.ts';

/**
 * A client that connects when it is first used, and again whenever the server comes back: our processes start while
 * Temporal is away, and answer 503 meanwhile. Failed calls are retried a few times within seconds, then throw a
 * ServiceError.
 */
export function connectTemporal(temporal: Settings['temporal']): Client {
  const connection = Connection.lazy({
    ...temporalConnectionOptions(temporal),
    channelArgs: { 'grpc.initial_reconnect_backoff_ms': 200, 'grpc.max_reconnect_backoff_ms': 2_000 },
    interceptors: [makeGrpcRetryInterceptor(defaultGrpcRetryOptions({ maxAttempts: 4 }))],
  });
  return new Client({
    connection,
    namespace: temporal.namespace,
    dataConverter: dataConverterOf(temporal.codecKeys),
  });
}
