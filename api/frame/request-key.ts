import { createHash } from 'node:crypto';
import type { EndpointRequest } from './endpoint.ts';

/**
 * What the Idempotency-Key of a request is stored as with the thing that it made: a repeat finds it even where the first answer
 * was lost. With `input`, another body under the same key is another request. Null without a key.
 */
export function requestKeyOf({ auth, idempotencyKey }: EndpointRequest, route: string, input?: unknown): string | null {
  if (idempotencyKey === null) return null;
  return createHash('sha256')
    .update(JSON.stringify([auth.keyId, route, idempotencyKey, ...(input === undefined ? [] : [input])]))
    .digest('hex');
}
