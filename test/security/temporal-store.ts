import { Client, Connection } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';

export interface StoredPayload {
  metadata?: Record<string, string>;
  data?: string;
}

/** One execution as Temporal keeps it: what anyone sees who has the store and no key. */
export interface StoredExecution {
  workflowId: string;
  /** Its description and its events as JSON, payloads in base64. */
  text: string;
  events: unknown[];
}

/** Works with a client that knows no key. */
export async function withoutKeys<Result>(address: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const connection = await Connection.connect({ address });
  try {
    return await work(new Client({ connection }));
  } finally {
    await connection.close();
  }
}

/** Every execution that Temporal knows and that `isWanted`, with its whole history. */
export const storedExecutions = (address: string, isWanted: (workflowId: string) => boolean = () => true) =>
  withoutKeys(address, async (client) => {
    const stored: StoredExecution[] = [];
    for await (const { workflowId, runId } of client.workflow.list()) {
      if (!isWanted(workflowId)) continue;
      const execution = { workflowId, runId };
      const { namespace } = client.options;
      const described = await client.workflowService.describeWorkflowExecution({ namespace, execution });
      const history = historyToJSON(await client.workflow.getHandle(workflowId, runId).fetchHistory());
      const { events } = JSON.parse(history) as { events: unknown[] };
      stored.push({ workflowId, text: `${JSON.stringify(described)}\n${history}`, events });
    }
    return stored;
  });

/** Everything in base64 that a text holds, read: what base64 hides from a search. */
export function withBase64Read(text: string): string {
  const read = [...text.matchAll(/"((?:[A-Za-z0-9+/]{4}){2,}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?)"/g)];
  return [text, ...read.map(([, base64]) => Buffer.from(base64!, 'base64').toString('utf8'))].join('\n');
}

/**
 * The payloads of a history that hold what is ours: neither search attributes, which Temporal must read, nor what the SDK's own
 * markers say of themselves: of `patched()` a name that stands in our code, of an activity within the workflow task its type,
 * number and instant. That activity's result is ours.
 */
export function payloadsOf(value: unknown): StoredPayload[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('markerName' in value && value.markerName === 'core_patch') return [];
  if ('markerName' in value && value.markerName === 'core_local_activity') return payloadsOf(resultOf({ ...value }));
  if ('metadata' in value && 'data' in value) return [value as StoredPayload];
  return Object.entries(value).flatMap(([name, inner]) => (name === 'searchAttributes' ? [] : payloadsOf(inner)));
}

function resultOf(marker: Record<string, unknown>): object {
  const { data: _own, ...ours } = (marker['details'] ?? {}) as Record<string, unknown>;
  return { ours, failure: marker['failure'] };
}

/** The names of the keys that payloads are encrypted with; `plain` for those that are not. */
export function keysOf(payloads: readonly StoredPayload[]): string[] {
  const text = (base64: string | undefined) => Buffer.from(base64 ?? '', 'base64').toString('utf8');
  const names = payloads.map(({ metadata }) =>
    text(metadata?.['encoding']) === 'binary/encrypted' ? text(metadata?.['encryption-key-id']) : 'plain',
  );
  return [...new Set(names)].sort();
}
