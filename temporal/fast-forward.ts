import type { Connection } from '@temporalio/client';

/** The parts of the server's time skipping (1.32) that the SDK knows only in its raw protos. */
interface TimeSkippingService {
  pollWorkflowExecutionTimeSkipping(request: object): Promise<{ fastForwardPollingResult?: number | string | null }>;
}

const TIMED_OUT = 1;
const NOT_FOUND = 5;

/**
 * Moves one execution to `targetMs` on its own clock, by the target minus the time it shows, never by adding days. An
 * execution that is already there or has ended is left alone. What falls due on arrival is processed a moment later:
 * wait for its traces.
 */
export async function fastForward(
  connection: Connection,
  namespace: string,
  workflowId: string,
  targetMs: number,
  id: string,
): Promise<void> {
  const workflowExecution = { workflowId, runId: '' };
  try {
    const leftMs = targetMs - (await executionNow(connection, namespace, workflowId));
    if (leftMs <= 0) return;
    const duration = { seconds: Math.floor(leftMs / 1000), nanos: (leftMs % 1000) * 1_000_000 };
    await connection.workflowService.updateWorkflowExecutionOptions({
      namespace,
      workflowExecution,
      workflowExecutionOptions: { timeSkippingConfig: { enabled: true, fastForwardConfig: { id, duration } } } as never,
      updateMask: { paths: ['time_skipping_config'] },
    });
    const service = connection.workflowService as unknown as TimeSkippingService;
    for (;;) {
      const request = { namespace, workflowExecution, fastForwardId: id };
      const { fastForwardPollingResult: result } = await service.pollWorkflowExecutionTimeSkipping(request);
      // A poll that timed out says nothing. Any other result (arrived, or ended and replaced) means that there is
      // nothing more to wait for.
      if (result !== TIMED_OUT && !String(result).endsWith('TIMEOUT')) return;
    }
  } catch (error) {
    if (!isGone(error)) throw error;
  }
}

/** The execution's own time in milliseconds; the machine's time when it never skipped. */
async function executionNow(connection: Connection, namespace: string, workflowId: string): Promise<number> {
  const described = await connection.workflowService.describeWorkflowExecution({
    namespace,
    execution: { workflowId, runId: '' },
  });
  const extended = described.workflowExtendedInfo as
    | { timeSkippingInfo?: { currentTime?: { seconds?: unknown; nanos?: number | null } | null } | null }
    | null
    | undefined;
  const current = extended?.timeSkippingInfo?.currentTime;
  if (!current) return Date.now();
  return Number(current.seconds) * 1000 + Math.floor((current.nanos ?? 0) / 1_000_000);
}

/**
 * Whether the execution has ended or never existed: the server answers "not found" or "workflow execution already
 * completed".
 */
function isGone(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && (error.code === NOT_FOUND || /already completed/.test(error.message))
  );
}
