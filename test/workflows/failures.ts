import { ApplicationFailure, type TimeoutType } from '@temporalio/common';
import proto from '@temporalio/proto';

export type Failed = proto.temporal.api.failure.v1.IFailure;

/** The failure of an activity that the server gave up: no worker took it, or the worker that did was not heard from again. */
export class TimedOut extends Error {
  readonly timeoutType: NonNullable<TimeoutType>;

  constructor(timeoutType: NonNullable<TimeoutType>) {
    super(`activity ${timeoutType} timeout`);
    this.timeoutType = timeoutType;
  }
}

/** Postgres or Temporal is away: an ordinary error, which is retried. */
export const outage = () => new Error('connect ECONNREFUSED');

/** An error that no retry can cure. */
export const impossible = (code: string, message = code) => ApplicationFailure.nonRetryable(message, code);

/** An activity's failure as the server reports it: the reason is the cause. `isLate`: its time for retries is over. */
export function failureOf(error: unknown, activityType: string, isLate: boolean): Failed {
  const { TIMEOUT_TYPE_SCHEDULE_TO_START, TIMEOUT_TYPE_START_TO_CLOSE, TIMEOUT_TYPE_HEARTBEAT } =
    proto.temporal.api.enums.v1.TimeoutType;
  const timeouts: Partial<Record<NonNullable<TimeoutType>, number>> = {
    SCHEDULE_TO_START: TIMEOUT_TYPE_SCHEDULE_TO_START,
    START_TO_CLOSE: TIMEOUT_TYPE_START_TO_CLOSE,
    HEARTBEAT: TIMEOUT_TYPE_HEARTBEAT,
  };
  const message = error instanceof Error ? error.message : String(error);
  const info =
    error instanceof TimedOut
      ? { timeoutFailureInfo: { timeoutType: timeouts[error.timeoutType]! } }
      : { applicationFailureInfo: applicationInfo(error) };
  const { RETRY_STATE_TIMEOUT, RETRY_STATE_NON_RETRYABLE_FAILURE } = proto.temporal.api.enums.v1.RetryState;
  const retryState = isLate ? RETRY_STATE_TIMEOUT : RETRY_STATE_NON_RETRYABLE_FAILURE;
  const activityFailureInfo = { activityType: { name: activityType }, activityId: '1', retryState };
  return { message: 'Activity task failed', activityFailureInfo, cause: { message, ...info } };
}

function applicationInfo(error: unknown) {
  if (!(error instanceof ApplicationFailure)) return { type: 'Error', nonRetryable: false };
  return { type: error.type ?? 'Error', nonRetryable: error.nonRetryable ?? false };
}

/** The innermost message: the original error. */
export function messageOf(failure: Failed | null | undefined): string {
  return failure?.cause ? messageOf(failure.cause) : (failure?.message ?? '');
}
