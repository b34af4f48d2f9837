import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';
import type { Settings } from '../config/settings.ts';
import { currentBuild } from '../temporal/make-current.ts';

const PATIENCE_MS = 10_000;

/**
 * Warns where this worker has no build and a build has the work: it runs, is asked nothing, and looks as if all were well. Where the
 * server does not say (an old one, a key that may not look) nothing is said either.
 */
export async function warnOfNoBuild(
  client: Client,
  { version, taskQueue }: Pick<Settings['temporal'], 'version' | 'taskQueue'>,
  log: Pick<Logger, 'warn'>,
): Promise<void> {
  if (version) return;
  const ask = () => currentBuild(client, taskQueue);
  const current = await client.withDeadline(Date.now() + PATIENCE_MS, ask).catch(() => null);
  if (!current) return;
  const { deploymentName, buildId } = current;
  log.warn(
    { deploymentName, buildId },
    `RELANCE_BUILD_ID is not set, and build ${buildId} of ${deploymentName} has all work: this worker gets none until it is started ` +
      `again with RELANCE_BUILD_ID=${buildId}, or with a build of its own that npm run make-current then gives the work`,
  );
}
