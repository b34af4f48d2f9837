import { Client, Connection } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';

export interface StoredPayload {
  metadata?: Record<string, string>;
  data?: string;
}

/** One execution as Temporal keeps it: what a person sees who has the store and no key. */
export interface StoredExecution {
  workflowId: string;
  /** Its description and its events as JSON, payloads in base64. */
  text: string;
  events: unknown[];
}

/** Runs `work` with a client that has no key. */
export async function withoutKeys<Result>(address: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const connection = await Connection.connect({ address });
  try {
    return await work(new Client({ connection }));
  } finally {
    await connection.close();
  }
}

/** Every execution in Temporal for which `isWanted` is true, with its whole history. */
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

/** Everything in a text that is in base64, decoded: base64 would hide it from a search. */
export function withBase64Read(text: string): string {
  const read = [...text.matchAll(/"((?:[A-Za-z0-9+/]{4}){2,}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?)"/g)];
  return [text, ...read.map(([, base64]) => Buffer.from(base64!, 'base64').toString('utf8'))].join('\n');
}

/**
 * The payloads of a history that hold our data. Left out: search attributes, which Temporal must be able to read, and what the SDK's own
 * markers say about themselves (`patched()`: a name in our code; an activity within the workflow task: its type, number and instant). The
 * result of such an activity is ours.
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

/** The names of the keys with which payloads are encrypted; `plain` for those that are not encrypted. */
export function keysOf(payloads: readonly StoredPayload[]): string[] {
  const text = (base64: string | undefined) => Buffer.from(base64 ?? '', 'base64').toString('utf8');
  const names = payloads.map(({ metadata }) =>
    text(metadata?.['encoding']) === 'binary/encrypted' ? text(metadata?.['encryption-key-id']) : 'plain',
  );
  return [...new Set(names)].sort();
}
