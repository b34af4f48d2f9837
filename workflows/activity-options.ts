import {
  type ActivityOptions,
  isCancellation,
  patched,
  proxyActivities,
  proxyLocalActivities,
  TemporalFailure,
} from '@temporalio/workflow';
import type { Activities } from '../activities/create-activities.ts';

const MINUTE_MS = 60_000;

/**
 * For activities that read and write Postgres and start or signal workflows. They retry for ever, so an outage is
 * waited out, however long. What cannot succeed is thrown as a non-retryable ApplicationFailure, and the caller asks a
 * person.
 */
const PATIENT: ActivityOptions = {
  startToCloseTimeout: MINUTE_MS,
  retry: { initialInterval: 1_000, backoffCoefficient: 2, maximumInterval: MINUTE_MS },
};

export const patient = proxyActivities<Activities>(PATIENT);

/** Patch id: cases of 0.1.0 sent every activity through the task queue. */
const BRIEFLY = 'briefly';
/** Patch id: between 0.1.0 and 0.2.0 only `confirmClosed` ran within the workflow task, without a second way. */
const CONFIRM_BRIEFLY = 'confirm-briefly';

/** One attempt within the workflow task, without a round trip to the server. */
const atOnce = proxyLocalActivities<Activities>({ startToCloseTimeout: 5_000, retry: { maximumAttempts: 1 } });

/**
 * Runs an activity that takes some milliseconds: tried once within the workflow task, which saves the server five
 * events. On any failure it is run again as a normal activity with the retries of `patient`: a local activity fails
 * with the bare cause, a normal one with an ActivityFailure, which the callers handle. When a workflow task is lost,
 * the activity runs again at a later instant: only use it for what may be done twice.
 */
export async function briefly<Result>(run: (activities: Activities) => Promise<Result>): Promise<Result> {
  if (!patched(BRIEFLY)) return run(patient);
  try {
    return await run(atOnce);
  } catch (error) {
    if (!(error instanceof TemporalFailure) || isCancellation(error)) throw error;
    return run(patient);
  }
}

/** Asks whether the case is closed, in the way that the case's history recorded. */
export async function confirmClosed(
  ...asked: Parameters<Activities['confirmClosed']>
): Promise<Awaited<ReturnType<Activities['confirmClosed']>>> {
  if (!patched(BRIEFLY) && patched(CONFIRM_BRIEFLY))
    return proxyLocalActivities<Activities>(PATIENT).confirmClosed(...asked);
  return briefly((activities) => activities.confirmClosed(...asked));
}

/**
 * For runs and imports, whose calls work for some 20 s each and heartbeat with every chunk. An outage of the database is waited
 * out, as with `patient`.
 */
export const sliced = proxyActivities<Activities>({
  ...PATIENT,
  startToCloseTimeout: 5 * MINUTE_MS,
  heartbeatTimeout: MINUTE_MS,
});

/**
 * For what is due at a certain hour: an outage is waited out for half an hour, then the case is planned again, so that
 * nothing leaves on a Sunday night when the database comes back.
 */
export const punctual = proxyActivities<Activities>({ ...PATIENT, scheduleToCloseTimeout: 30 * MINUTE_MS });

/** For work that the next minute can do as well: given up after two minutes, so that nothing else waits for it. */
const SOON: ActivityOptions = { ...PATIENT, scheduleToCloseTimeout: 2 * MINUTE_MS };
export const soon = proxyActivities<Activities>(SOON);

/**
 * For questions to providers that the next minute can ask as well. An answer may take its time; heartbeats show a lost
 * worker before that time is over.
 */
export const questionsSoon = proxyActivities<Activities>({ ...SOON, heartbeatTimeout: 20_000 });

/**
 * For the call to a provider: one attempt, and a short wait for a worker, so that "never started" can be told from
 * "started, outcome unknown". The message workflow itself repeats tries, with its own timers.
 */
export const singleTry = proxyActivities<Activities>({
  scheduleToStartTimeout: MINUTE_MS,
  startToCloseTimeout: MINUTE_MS,
  heartbeatTimeout: 20_000,
  retry: { maximumAttempts: 1 },
});

/** For a message's place in the queue `taskQueue`, which a worker gives out at the provider's rate: retried for ever, by the default policy. */
export const turns = (taskQueue: string) => proxyActivities<Activities>({ taskQueue, startToCloseTimeout: 10_000 });

/**
 * For a question to a provider, which changes nothing there: it may read long lists, page after page. A lost worker is
 * noticed as soon as with a try.
 */
export const question = proxyActivities<Activities>({
  scheduleToStartTimeout: MINUTE_MS,
  startToCloseTimeout: 5 * MINUTE_MS,
  heartbeatTimeout: 20_000,
  retry: { maximumAttempts: 1 },
});
