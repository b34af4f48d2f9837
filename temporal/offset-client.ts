import { WorkflowClient, type WorkflowClientOptions, type WorkflowStartInput } from '@temporalio/client';

/**
 * The part of the offset that is left to the start delay, so that the skip ends before the first task and cannot run on
 * to the next timer.
 */
const HELD_BACK_MS = 20;

const toDuration = (ms: number) => ({ seconds: Math.floor(ms / 1000) as never, nanos: (ms % 1000) * 1_000_000 });

/**
 * Starts workflows whose clock is `offsetMs` ahead of the machine's and goes on at the normal pace. It uses the
 * server's time skipping (1.32), which the SDK knows only in its raw protos. With a start delay, the first workflow
 * task already runs on the new day; without one, the workflow would live through all the days in between.
 */
export class OffsetWorkflowClient extends WorkflowClient {
  readonly offsetMs: number;
  /** How much longer (ms) the first task has to wait, in real time. */
  readonly startDelayMs: number;

  constructor(options: WorkflowClientOptions, offsetMs: number, startDelayMs = 0) {
    super(options);
    this.offsetMs = offsetMs;
    this.startDelayMs = startDelayMs;
  }

  protected override async createStartWorkflowRequest(input: WorkflowStartInput) {
    const request = await super.createStartWorkflowRequest(input);
    if (this.offsetMs <= HELD_BACK_MS) return request;
    return Object.assign(request, {
      workflowStartDelay: toDuration(this.offsetMs + this.startDelayMs),
      timeSkippingConfig: {
        enabled: true,
        fastForwardConfig: { id: 'start', duration: toDuration(this.offsetMs - HELD_BACK_MS) },
      },
    });
  }
}
