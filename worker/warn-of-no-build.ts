import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';
import type { Settings } from '../config/settings.ts';
import { currentBuild } from '../temporal/make-current.ts';

const PATIENCE_MS = 10_000;

/**
 * Warns when this worker has no build id while a build gets all the work: the worker runs, gets no tasks, and looks
 * healthy. When the server does not tell (an old one, or a restricted key), there is no warning.
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
