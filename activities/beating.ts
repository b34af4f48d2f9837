import { activityInfo, heartbeat } from '@temporalio/activity';

const HEARTBEAT_MS = 5_000;

/**
 * Sends Temporal a heartbeat every five seconds while `work` runs; the heartbeat's answer also tells us that the
 * activity was cancelled or timed out.
 */
export async function beating<Result>(work: () => Promise<Result>): Promise<Result> {
  const beat = setInterval(() => heartbeat(activityInfo().attempt), HEARTBEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(beat);
  }
}
