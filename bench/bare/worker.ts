// The process of a bare worker: created by the same function as ours, with its own workflows and empty activities; with the
// argument `least`, with those that do the least real work.
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { parseSettings } from '../../config/settings.ts';
import { connectTemporal } from '../../temporal/connect.ts';
import { createWorker } from '../../worker/create-worker.ts';
import { createBareActivities } from './activities.ts';
import { createLeastActivities } from './least-activities.ts';
import { BARE_QUEUE, type BareNews, LEAST_QUEUE } from './messages.ts';

Runtime.install({ logger: new DefaultLogger('WARN'), shutdownSignals: ['SIGINT', 'SIGTERM'] });
const { temporal, database, mailboxUrl } = parseSettings(process.env);
const client = connectTemporal(temporal);
const pool = new pg.Pool({ connectionString: database.url });
const tell = (news: BareNews) => process.send?.(news);
const isLeast = process.argv.includes('least');
const activities = isLeast
  ? await createLeastActivities(client, pool, mailboxUrl, tell)
  : createBareActivities(client, tell);
const taskQueue = isLeast ? LEAST_QUEUE : BARE_QUEUE;
const { worker, connection } = await createWorker({ ...temporal, taskQueue }, activities as never, {
  workflowsPath: fileURLToPath(new URL('./workflows.ts', import.meta.url)),
});
process.send?.('ready');
await worker.run();
await connection.close();
await client.connection.close();
await pool.end();
