// The process of the bare worker: created by the same function as ours, with its own workflows and empty activities.
import { fileURLToPath } from 'node:url';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { parseSettings } from '../../config/settings.ts';
import { connectTemporal } from '../../temporal/connect.ts';
import { createWorker } from '../../worker/create-worker.ts';
import { createBareActivities } from './activities.ts';
import { BARE_QUEUE, type BareNews } from './messages.ts';

Runtime.install({ logger: new DefaultLogger('WARN'), shutdownSignals: ['SIGINT', 'SIGTERM'] });
const { temporal } = parseSettings(process.env);
const client = connectTemporal(temporal);
const activities = createBareActivities(client, (news: BareNews) => process.send?.(news));
const { worker, connection } = await createWorker({ ...temporal, taskQueue: BARE_QUEUE }, activities as never, {
  workflowsPath: fileURLToPath(new URL('./workflows.ts', import.meta.url)),
});
process.send?.('ready');
await worker.run();
await connection.close();
await client.connection.close();
