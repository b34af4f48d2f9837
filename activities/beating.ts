import { activityInfo, heartbeat } from '@temporalio/activity';

const HEARTBEAT_MS = 5_000;

/** Gives the server a sign of life as long as the work goes on; its answer also tells us that the activity was given up. */
export async function beating<Result>(work: () => Promise<Result>): Promise<Result> {
  const beat = setInterval(() => heartbeat(activityInfo().attempt), HEARTBEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(beat);
  }
}
