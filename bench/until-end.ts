import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '@temporalio/client';

/** Long enough for the case to plan, and for the work left by the last round to end. */
const SETTLE_MS = 250;

/** Milliseconds from the moment at which `act` is acknowledged to the end of the workflow. */
export async function untilEnd(client: Client, workflowId: string, act: () => Promise<unknown>): Promise<number> {
  const ended = client.workflow
    .getHandle(workflowId)
    .result()
    .then(() => performance.now());
  await pause(SETTLE_MS);
  await act();
  const acknowledgedMs = performance.now();
  return Math.max(0, (await ended) - acknowledgedMs);
}
