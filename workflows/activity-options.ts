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
 * For activities that read and write Postgres and start or signal workflows. An outage is waited out, however long: they
 * retry for ever. What cannot succeed is thrown as a non-retryable ApplicationFailure, and the caller asks a person.
 */
const PATIENT: ActivityOptions = {
  startToCloseTimeout: MINUTE_MS,
  retry: { initialInterval: 1_000, backoffCoefficient: 2, maximumInterval: MINUTE_MS },
};

export const patient = proxyActivities<Activities>(PATIENT);

/** Cases of 0.1.0 sent every activity by the task queue. */
const BRIEFLY = 'briefly';
/** Between 0.1.0 and 0.2.0 the end of a case alone was asked within the workflow task, without another way. */
const CONFIRM_BRIEFLY = 'confirm-briefly';

/** One attempt within the workflow task, without a way to the server and back. */
const atOnce = proxyLocalActivities<Activities>({ startToCloseTimeout: 5_000, retry: { maximumAttempts: 1 } });

/**
 * Runs what takes some milliseconds: tried once within the workflow task, which spares the server five events; where
 * that does not succeed, patiently, also what cannot: of a try within the task the bare reason comes, of one by the queue the
 * failure of an activity, which callers know. A task that is lost does it again at a later instant: only for what may be done twice.
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

/** Whether the case is closed, asked in the way that its history knows. */
export async function confirmClosed(
  ...asked: Parameters<Activities['confirmClosed']>
): Promise<Awaited<ReturnType<Activities['confirmClosed']>>> {
  if (!patched(BRIEFLY) && patched(CONFIRM_BRIEFLY))
    return proxyLocalActivities<Activities>(PATIENT).confirmClosed(...asked);
  return briefly((activities) => activities.confirmClosed(...asked));
}

/**
 * For what is done at its hour: an outage is waited out for half an hour, then the case is planned again, so that nothing
 * leaves on the Sunday night on which the database comes back.
 */
export const punctual = proxyActivities<Activities>({ ...PATIENT, scheduleToCloseTimeout: 30 * MINUTE_MS });

/** For what the next minute does as well: given up soon, so that nothing else waits for it. */
const SOON: ActivityOptions = { ...PATIENT, scheduleToCloseTimeout: 2 * MINUTE_MS };
export const soon = proxyActivities<Activities>(SOON);

/** For questions to providers that the next minute asks as well: they may take their time, and a lost worker is missed before it is over. */
export const questionsSoon = proxyActivities<Activities>({ ...SOON, heartbeatTimeout: 20_000 });

/**
 * For the call to a provider: one attempt, and a short wait for a worker, so that "never started" is known from "started,
 * outcome unknown". The loop over tries and its timers are the message workflow's.
 */
export const singleTry = proxyActivities<Activities>({
  scheduleToStartTimeout: MINUTE_MS,
  startToCloseTimeout: MINUTE_MS,
  heartbeatTimeout: 20_000,
  retry: { maximumAttempts: 1 },
});

/**
 * For a question to a provider, which changes nothing there: it may read long lists, page after page. That it is lost is heard of
 * as soon as of a hand-over.
 */
export const question = proxyActivities<Activities>({
  scheduleToStartTimeout: MINUTE_MS,
  startToCloseTimeout: 5 * MINUTE_MS,
  heartbeatTimeout: 20_000,
  retry: { maximumAttempts: 1 },
});
