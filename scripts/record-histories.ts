/**
 * For developers: `npx tsx scripts/record-histories.ts [folder]` starts a stack of its own in a temporary folder and runs a
 * handful of typical cases on its demonstration clock; then, each on another stack, the additional cases of a live creditor
 * and a case of several runs. It writes their Temporal histories, one file each, to the folder (by default
 * test/histories/v<version of package.json>). test/workflows/replay.test.ts replays every recorded history on every run: a
 * change of the workflows that breaks a replay needs `patched()`. Record once for a release: an existing folder is refused,
 * so that an older release's recording is never overwritten. The folder gets its name once it is complete, so a failed run
 * can be repeated.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { Business } from '../test/e2e/business.ts';
import { LiveCreditor } from '../test/stack/live-creditor.ts';
import { liveContinuedLife, SUGGESTED_EARLY } from '../test/workflows/continued-life.ts';
import { liveLiveLives } from '../test/workflows/live-lives.ts';
import { liveTypicalLives, type Recorded } from '../test/workflows/typical-lives.ts';
import { recordWhole } from './record-whole.ts';
import { type LocalStack, type StackOptions, startLocalStack } from './stack.ts';

/** Fields that identify the recording machine or its processes, and that no replay reads. */
const MACHINES_OWN = new Set([
  'identity',
  'requestId',
  'workerVersion',
  'binaryChecksum',
  'stackTrace',
  'prevAutoResetPoints',
]);

/** A recorded history as JSON, one event on each line, without fields that identify the machine. */
function withoutMachine(historyJson: string): string {
  const { events } = JSON.parse(historyJson, (key, value: unknown) => {
    if (MACHINES_OWN.has(key)) return undefined;
    const isSticky = key === 'taskQueue' && (value as { kind?: string }).kind === 'TASK_QUEUE_KIND_STICKY';
    return isSticky ? { ...(value as object), name: 'sticky' } : value;
  }) as { events: unknown[] };
  return `{"events":[\n${events.map((event) => JSON.stringify(event)).join(',\n')}\n]}`;
}

/** Writes to the folder the histories of these executions and of the latest execution of each of these types. */
async function record(client: Client, folder: string, lives: Record<string, Recorded>, types: Record<string, string>) {
  const recorded = { ...lives };
  for (const [name, type] of Object.entries(types)) recorded[name] = await latestOf(client, type);
  for (const [name, { workflowId, runId }] of Object.entries(recorded)) {
    const history = await client.workflow.getHandle(workflowId, runId).fetchHistory();
    await writeFile(join(folder, `${name}.json`), `${withoutMachine(historyToJSON(history))}\n`);
    console.log(`${name}: ${history.events?.length ?? 0} events of ${workflowId}`);
  }
}

async function latestOf({ workflow }: Client, type: string): Promise<Recorded> {
  for (let looks = 0; looks < 60; looks += 1) {
    for await (const run of workflow.list({ query: `WorkflowType="${type}" and ExecutionStatus="Completed"` }))
      return run;
    await pause(1_000);
  }
  throw new Error(`no ${type} has run`);
}

const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};
const folder = process.argv[2] ?? join('test', 'histories', `v${version}`);
const isRecorded = await recordWhole(folder, async (inProgress) => {
  await recordDemonstration(inProgress);
  await recordLive(inProgress);
  await recordContinued(inProgress);
});
if (!isRecorded) {
  console.error(
    `${folder} is there already and is never overwritten: raise "version" in package.json, or name a new folder.`,
  );
  process.exit(1);
}

async function recordDemonstration(inProgress: string): Promise<void> {
  await onStackOfItsOwn({}, async (stack, client) => {
    const lives = await liveTypicalLives(new Business(stack));
    await client.schedule.getHandle('reconciliation/demo').trigger();
    await record(client, inProgress, lives, { reconciliation: 'reconciliation', import: 'importFile' });
  });
}

async function recordContinued(inProgress: string): Promise<void> {
  await onStackOfItsOwn({ temporalConfig: SUGGESTED_EARLY }, async (stack, client) => {
    await record(client, inProgress, await liveContinuedLife(new Business(stack), client), {});
  });
}

async function onStackOfItsOwn(
  more: Partial<StackOptions>,
  live: (stack: LocalStack, client: Client) => Promise<void>,
): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'relance-histories-'));
  const log = (line: string) => console.log(line);
  const stack = await startLocalStack({ dataDir, ports: 'auto', demoData: 'none', log, ...more });
  try {
    const client = new Client({ connection: await Connection.connect({ address: stack.temporalAddress }) });
    await live(stack, client);
    await client.connection.close();
  } finally {
    await stack.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function recordLive(inProgress: string): Promise<void> {
  const live = await LiveCreditor.start();
  try {
    const lives = await liveLiveLives(live);
    await live.temporal.schedule.getHandle('reconciliation/demo').trigger();
    await record(live.temporal, inProgress, lives, { 'reconciliation-live': 'reconciliation', groups: 'groups' });
  } finally {
    await live.end();
  }
}
