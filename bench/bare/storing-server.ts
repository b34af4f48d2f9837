// What any API pays that stores a fact, starts its workflow and then answers: a request, an INSERT with its COMMIT, a raw start.
// No key, no check, no history, nothing read. A process of its own, as ours is one. `/lives` and `/payments` are the two requests of a
// life whose worker does the least real work.
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import pg from 'pg';
import { parseSettings } from '../../config/settings.ts';
import { connectTemporal } from '../../temporal/connect.ts';
import { LEAST_TABLES } from './least-activities.ts';
import { BARE_QUEUE, LEAST_QUEUE, paidSignal } from './messages.ts';

const { temporal, database } = parseSettings(process.env);
const client = connectTemporal(temporal);
const pool = new pg.Pool({ connectionString: database.url });
await pool.query('CREATE TABLE bare_facts (id uuid PRIMARY KEY, body jsonb NOT NULL)');
await pool.query(LEAST_TABLES);
const insert = { name: 'insert', text: 'INSERT INTO bare_facts VALUES ($1, $2)' };
const open = { name: 'open', text: 'INSERT INTO least_cases (id, body) VALUES ($1, $2)' };
const pay = { name: 'pay', text: 'UPDATE least_cases SET paid_at = now() WHERE id = $1' };

const ROUTES: Record<string, (body: string) => Promise<string>> = {
  '/': async (body) => {
    const id = randomUUID();
    await pool.query({ ...insert, values: [id, body] });
    await client.workflow.start('bareWait', { workflowId: `bare/${id}`, taskQueue: BARE_QUEUE, args: [] });
    return id;
  },
  '/lives': async (body) => {
    const workflowId = `least/${randomUUID()}`;
    await pool.query({ ...open, values: [workflowId, body] });
    await client.workflow.start('bareCase', { workflowId, taskQueue: LEAST_QUEUE, args: [JSON.parse(body)] });
    return workflowId;
  },
  '/payments': async (workflowId) => {
    await pool.query({ ...pay, values: [workflowId] });
    await client.workflow.getHandle(workflowId).signal(paidSignal);
    return workflowId;
  },
};

const server = createServer((request, response) => {
  void (async () => {
    const id = await ROUTES[request.url!]!(await text(request));
    response.writeHead(201, { 'Content-Type': 'application/json' }).end(JSON.stringify({ id }));
  })();
});
server.listen(0, '127.0.0.1', () => process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
process.once('SIGTERM', () => process.exit(0));
