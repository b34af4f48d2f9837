import { readFile } from 'node:fs/promises';
import { ApplicationFailure, defaultPayloadConverter, TypedSearchAttributes } from '@temporalio/common';
import { msToTs, tsToMs } from '@temporalio/common/lib/time.js';
import proto from '@temporalio/proto';
import { parseWorkflowCode } from '@temporalio/worker/lib/worker.js';
import type { Workflow } from '@temporalio/worker/lib/workflow/interface.js';
import { ReusableVMWorkflowCreator } from '@temporalio/worker/lib/workflow/reusable-vm.js';
import type { Activities } from '../../activities/create-activities.ts';
import { bundledOnce } from '../../worker/bundled-once.ts';
import { type Failed, failureOf, messageOf, TimedOut } from './failures.ts';
import { quietRuntime } from './quiet-runtime.ts';

export type Job = proto.coresdk.workflow_activation.IWorkflowActivationJob;
type Command = proto.coresdk.workflow_commands.IWorkflowCommand;
type Schedule = proto.coresdk.workflow_commands.IScheduleActivity;
const { WorkflowActivation } = proto.coresdk.workflow_activation;

/** Returns the result of every activity; throws what a real one would throw, or `TimedOut`. */
export type Answers = (name: keyof Activities, input: never, run: SandboxRun) => unknown;

export interface UpdateAnswer {
  accepted: boolean;
  /** The verdict; undefined until the handler has returned. */
  verdict?: unknown;
  refusal?: string;
}

const toPayload = (value: unknown) => defaultPayloadConverter.toPayload(value);
const fromPayload = (payload: unknown) => defaultPayloadConverter.fromPayload(payload as never);

/** The workflow code as the worker bundles it. */
export async function workflowBundle(): Promise<{ code: string }> {
  const bundle = await bundledOnce(false);
  return 'code' in bundle ? bundle : { code: await readFile(bundle.codePath, 'utf8') };
}

let creator: Promise<ReusableVMWorkflowCreator> | null = null;

/** The activities that are tried within the workflow task. */
const BRIEF = ['planCase', 'confirmClosed', 'renderMessage', 'settleMessage'] as const;

async function sandbox(): Promise<ReusableVMWorkflowCreator> {
  quietRuntime();
  const { code } = await workflowBundle();
  return ReusableVMWorkflowCreator.create(parseWorkflowCode(code), 5_000, new Set<keyof Activities>(BRIEF));
}

interface Start {
  type: 'invoice' | 'message' | 'reconciliation' | 'importFile' | 'groups' | 'specificAction' | 'run';
  input: unknown;
  at: string;
  answers: Answers;
  /** Signals and updates that are there before the first workflow task. */
  before?: Job[];
}

let serial = 0;

/**
 * One run of a workflow in the worker's own sandbox, without a server: this class takes the server's place. Timers fire in order when the
 * test moves the clock; activities are answered at once, and retried according to their own policy.
 */
export class SandboxRun {
  nowMs: number;
  result: unknown = undefined;
  continuedWith: unknown = undefined;
  /** Why the execution failed, which none of ours ever may. A failed task throws instead. */
  failure: string | null = null;
  /** From the next task on, the server suggests to continue as new. */
  continueAsNewSuggested = false;
  attributes: Record<string, unknown> = {};
  readonly calls: {
    name: string;
    summary: string | null;
    input: unknown;
    at: string;
    queue: string;
    limitMs: number;
    /** The time within which a heartbeat must come; Infinity when none is needed. */
    beatMs: number;
  }[] = [];
  readonly timerLabels: string[] = [];
  private readonly runId: string;
  private readonly timers = new Map<number, number>();
  private readonly retries: { schedule: Schedule; sinceMs: number; atMs: number }[] = [];
  private readonly updates = new Map<string, UpdateAnswer>();
  private queried: proto.coresdk.workflow_commands.IQueryResult | null = null;
  private readonly workflow: Workflow;
  private readonly answers: Answers;

  private constructor(workflow: Workflow, start: Start, runId: string) {
    this.workflow = workflow;
    this.answers = start.answers;
    this.nowMs = Date.parse(start.at);
    this.runId = runId;
  }

  static async start(start: Start): Promise<SandboxRun> {
    const runId = `run-${(serial += 1)}`;
    const workflow = await (
      await (creator ??= sandbox())
    ).createWorkflow({
      info: infoOf(start, runId),
      randomnessSeed: [1, 3, 3, 7, 0, 0, 0, 0],
      now: Date.parse(start.at),
      showStackTraceSources: false,
    });
    const run = new SandboxRun(workflow, start, runId);
    const { type: workflowType, input } = start;
    const initialize = { workflowId: 'case', workflowType, arguments: [toPayload(input)] };
    await run.activate([{ initializeWorkflow: initialize }, ...(start.before ?? [])]);
    return run;
  }

  get now(): string {
    return new Date(this.nowMs).toISOString();
  }

  get isOver(): boolean {
    return this.result !== undefined || this.continuedWith !== undefined || this.failure !== null;
  }

  async signal(name: string, message?: unknown): Promise<void> {
    await this.activate([signalJob(name, message)]);
  }

  async update(name: string, message: unknown): Promise<UpdateAnswer> {
    const job = updateJob(name, message);
    await this.activate([job]);
    return this.updateAnswer(job);
  }

  updateAnswer(job: Job): UpdateAnswer {
    return this.updates.get(job.doUpdate!.protocolInstanceId!) ?? { accepted: false };
  }

  async query(queryType: string): Promise<unknown> {
    await this.activate([{ queryWorkflow: { queryId: 'q', queryType, arguments: [] } }]);
    if (!this.queried?.succeeded) throw new Error(JSON.stringify(this.queried?.failed));
    return fromPayload(this.queried.succeeded.response);
  }

  /** What the Temporal UI shows of the run, in Markdown. */
  async details(): Promise<string> {
    return ((await this.query('__temporal_workflow_metadata')) as { currentDetails?: string }).currentDetails ?? '';
  }

  /** Lets time pass until `at`: what is due on the way fires in order, each at its own instant. */
  async advanceTo(at: string): Promise<void> {
    const untilMs = Date.parse(at);
    for (let turns = 0; !this.isOver; turns += 1) {
      if (turns > 10_000) throw new Error('the workflow spins');
      const [timer] = [...this.timers].sort(([, a], [, b]) => a - b);
      const [retry] = this.retries.toSorted((a, b) => a.atMs - b.atMs);
      const nextMs = Math.min(timer?.[1] ?? Infinity, retry?.atMs ?? Infinity);
      if (nextMs > untilMs) break;
      this.nowMs = Math.max(this.nowMs, nextMs);
      if (timer && timer[1] === nextMs) {
        this.timers.delete(timer[0]);
        await this.activate([{ fireTimer: { seq: timer[0] } }]);
      } else if (retry) {
        this.retries.splice(this.retries.indexOf(retry), 1);
        await this.answer(retry.schedule, retry.sinceMs);
      }
    }
    this.nowMs = Math.max(this.nowMs, untilMs);
  }

  /** The clock jumps: every timer that should have fired on the way fires only now. */
  async jumpTo(at: string): Promise<void> {
    this.nowMs = Date.parse(at);
    await this.advanceTo(at);
  }

  private async activate(jobs: Job[]): Promise<void> {
    const { runId, continueAsNewSuggested } = this;
    const activation = { runId, timestamp: msToTs(this.nowMs), jobs, continueAsNewSuggested };
    const { successful, failed } = await this.workflow.activate(WorkflowActivation.fromObject(activation));
    if (failed) throw new Error(`workflow task failed: ${messageOf(failed.failure)}`);
    const before = this.calls.length;
    const scheduled = (successful?.commands ?? []).flatMap((command) => this.obey(command) ?? []);
    // As with a server: what is asked for in the task that ends the workflow is never begun.
    if (this.isOver) this.calls.length = before;
    for (const schedule of scheduled) await this.answer(schedule);
  }

  private obey(command: Command): Schedule | null {
    const { startTimer, cancelTimer, respondToQuery, updateResponse, upsertWorkflowSearchAttributes } = command;
    if (startTimer) {
      this.timers.set(startTimer.seq!, this.nowMs + tsToMs(startTimer.startToFireTimeout));
      const summary = command.userMetadata?.summary;
      if (summary) this.timerLabels.push(fromPayload(summary) as string);
    }
    if (cancelTimer) this.timers.delete(cancelTimer.seq!);
    if (respondToQuery) this.queried = respondToQuery;
    if (updateResponse) this.noteUpdate(updateResponse);
    const attributes = upsertWorkflowSearchAttributes?.searchAttributes?.indexedFields ?? {};
    // As a server lists them; null removes one.
    for (const [name, payload] of Object.entries(attributes))
      this.attributes[name] = [fromPayload(payload) ?? []].flat();
    this.noteEnd(command);
    const { scheduleLocalActivity: local } = command;
    const schedule: Schedule | null = command.scheduleActivity ?? (local ? { ...local, taskQueue: 'local' } : null);
    if (!schedule) return null;
    const summary = command.userMetadata?.summary;
    const { activityType, arguments: args, taskQueue } = schedule;
    const input = args?.[0] ? fromPayload(args[0]) : undefined;
    const limitMs = schedule.startToCloseTimeout ? tsToMs(schedule.startToCloseTimeout) : Infinity;
    const beatMs = schedule.heartbeatTimeout ? tsToMs(schedule.heartbeatTimeout) : Infinity;
    const label = summary ? (fromPayload(summary) as string) : null;
    const limits = { limitMs, beatMs };
    this.calls.push({ name: activityType!, summary: label, input, at: this.now, queue: taskQueue ?? '', ...limits });
    return schedule;
  }

  private noteEnd({ completeWorkflowExecution, failWorkflowExecution, continueAsNewWorkflowExecution }: Command): void {
    if (completeWorkflowExecution) this.result = fromPayload(completeWorkflowExecution.result) ?? null;
    if (failWorkflowExecution) this.failure = messageOf(failWorkflowExecution.failure);
    if (continueAsNewWorkflowExecution) this.continuedWith = fromPayload(continueAsNewWorkflowExecution.arguments?.[0]);
  }

  private noteUpdate(response: proto.coresdk.workflow_commands.IUpdateResponse): void {
    const { protocolInstanceId, accepted, rejected, completed } = response;
    const answer = this.updates.get(protocolInstanceId!) ?? { accepted: false };
    if (accepted) answer.accepted = true;
    if (rejected) answer.refusal = messageOf(rejected);
    if (completed) answer.verdict = fromPayload(completed);
    this.updates.set(protocolInstanceId!, answer);
  }

  /** One attempt. When a retry is allowed, it comes a minute later, unless the activity's policy has no attempt left. */
  private async answer(schedule: Schedule, sinceMs = this.nowMs): Promise<void> {
    if (this.isOver) return;
    const input = schedule.arguments?.[0] ? fromPayload(schedule.arguments[0]) : undefined;
    const isLocal = schedule.taskQueue === 'local';
    let isLate = false;
    let result: { completed: { result: unknown } } | { failed: { failure: Failed } };
    try {
      const answered = await this.answers(schedule.activityType as keyof Activities, input as never, this);
      result = { completed: { result: toPayload(answered) } };
    } catch (error) {
      const isFinal = error instanceof TimedOut || (error instanceof ApplicationFailure && error.nonRetryable === true);
      if (!isFinal && schedule.retryPolicy?.maximumAttempts !== 1) {
        const { scheduleToCloseTimeout: limit } = schedule;
        const atMs = this.nowMs + 60_000;
        if (!limit || atMs < sinceMs + tsToMs(limit)) {
          this.retries.push({ schedule, sinceMs, atMs });
          return;
        }
        isLate = true;
      }
      const failure = failureOf(error, schedule.activityType!, isLate);
      // When an activity fails within the workflow task, its reason comes bare, unless its time was over.
      result = { failed: { failure: isLocal && !(error instanceof TimedOut) ? failure.cause! : failure } };
    }
    await this.activate([{ resolveActivity: { seq: schedule.seq!, isLocal, result: result as never } }]);
  }
}

const signalJob = (signalName: string, message: unknown): Job => ({
  signalWorkflow: { signalName, input: message === undefined ? [] : [toPayload(message)] },
});

export function updateJob(name: string, message: unknown): Job {
  const id = `update-${(serial += 1)}`;
  const input = message === undefined ? [] : [toPayload(message)];
  return { doUpdate: { id, protocolInstanceId: id, name, input, runValidator: true } };
}

function infoOf({ type: workflowType, at }: Start, runId: string) {
  const startTime = new Date(at);
  return {
    workflowType,
    workflowId: 'case',
    runId,
    firstExecutionRunId: runId,
    // As after a reset.
    originalExecutionRunId: `${runId}-before`,
    namespace: 'default',
    taskQueue: 'q',
    attempt: 1,
    taskTimeoutMs: 10_000,
    searchAttributes: {},
    typedSearchAttributes: new TypedSearchAttributes(),
    historyLength: 3,
    historySize: 300,
    continueAsNewSuggested: false,
    targetWorkerDeploymentVersionChanged: false,
    unsafe: { isReplaying: false, isReplayingHistoryEvents: false, now: Date.now, random: {} as never },
    startTime,
    runStartTime: startTime,
  } as const;
}
