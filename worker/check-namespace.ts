import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';
import { SettingsError } from '../config/settings.ts';
import { inWords, missingSearchAttributes } from '../temporal/search-attributes.ts';

const PATIENCE_MS = 10_000;

/**
 * Throws a SettingsError when the namespace lacks search attributes, because Temporal would then refuse to start any
 * case. When the worker may not ask (a restricted key of Temporal Cloud), it goes on.
 */
export async function checkNamespace(client: Client, log: Logger): Promise<void> {
  const { namespace } = client.options;
  const ask = () => missingSearchAttributes(client.connection, namespace);
  const missing = await client.withDeadline(Date.now() + PATIENCE_MS, ask).catch((error: unknown) => {
    log.warn({ err: error, namespace }, 'could not check whether the namespace has the search attributes');
    return [];
  });
  if (missing.length === 0) return;
  throw new SettingsError([
    `TEMPORAL_NAMESPACE ${namespace} lacks search attributes, without which no case can start: ${inWords(missing)}. Add them with npm run search-attributes.`,
  ]);
}
