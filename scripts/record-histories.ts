/**
 * For developers: `npx tsx scripts/record-histories.ts [folder]` starts a stack of its own in a temporary folder, lives a
 * handful of typical cases on its demonstration clock and writes the histories that Temporal kept of them, one file each, to
 * the folder (by default test/histories/v<version of package.json>). test/workflows/replay.test.ts replays every recorded
 * history on every run: a change of the workflows that these cannot follow needs `patched()`. Record once for a release, and
 * never overwrite what an older release recorded.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { Business } from '../test/e2e/business.ts';
import { liveTypicalLives } from '../test/workflows/typical-lives.ts';
import { startLocalStack } from './stack.ts';

/** Fields that name the recording machine or its processes, and that no replay reads. */
const MACHINES_OWN = new Set(['identity', 'requestId', 'workerVersion', 'binaryChecksum']);

/** A recorded history as JSON, an event a line, without what tells where it was recorded. */
function withoutMachine(historyJson: string): string {
  const { events } = JSON.parse(historyJson, (key, value: unknown) => {
    if (MACHINES_OWN.has(key)) return undefined;
    const isSticky = key === 'taskQueue' && (value as { kind?: string }).kind === 'TASK_QUEUE_KIND_STICKY';
    return isSticky ? { ...(value as object), name: 'sticky' } : value;
  }) as { events: unknown[] };
  return `{"events":[\n${events.map((event) => JSON.stringify(event)).join(',\n')}\n]}`;
}

const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};
const folder = process.argv[2] ?? join('test', 'histories', `v${version}`);
const dataDir = await mkdtemp(join(tmpdir(), 'relance-histories-'));
const stack = await startLocalStack({ dataDir, ports: 'auto', demoData: 'none', log: (line) => console.log(line) });
try {
  const connection = await Connection.connect({ address: stack.temporalAddress });
  const { schedule, workflow } = new Client({ connection });
  const latestOf = async (type: string) => {
    for (let looks = 0; looks < 60; looks += 1) {
      for await (const run of workflow.list({ query: `WorkflowType="${type}" and ExecutionStatus="Completed"` }))
        return run;
      await pause(1_000);
    }
    throw new Error(`no ${type} has run`);
  };
  await mkdir(folder, { recursive: true });
  const lives = await liveTypicalLives(new Business(stack));
  await schedule.getHandle('reconciliation/demo').trigger();
  const others = { reconciliation: await latestOf('reconciliation'), import: await latestOf('importFile') };
  for (const [name, { workflowId, runId }] of Object.entries({ ...lives, ...others })) {
    const history = await workflow.getHandle(workflowId, runId).fetchHistory();
    await writeFile(join(folder, `${name}.json`), `${withoutMachine(historyToJSON(history))}\n`);
    console.log(`${name}: ${history.events?.length ?? 0} events of ${workflowId}`);
  }
  await connection.close();
} finally {
  await stack.stop();
  await rm(dataDir, { recursive: true, force: true });
}
