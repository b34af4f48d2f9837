// What any API pays that stores a fact, starts its workflow and then answers: a request, an INSERT with its COMMIT, a raw start.
// No key, no check, no history, nothing read. A process of its own, as ours is one.
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import pg from 'pg';
import { parseSettings } from '../../config/settings.ts';
import { connectTemporal } from '../../temporal/connect.ts';
import { BARE_QUEUE } from './messages.ts';

const { temporal, database } = parseSettings(process.env);
const client = connectTemporal(temporal);
const pool = new pg.Pool({ connectionString: database.url });
await pool.query('CREATE TABLE bare_facts (id uuid PRIMARY KEY, body jsonb NOT NULL)');
const insert = { name: 'insert', text: 'INSERT INTO bare_facts VALUES ($1, $2)' };

const server = createServer((request, response) => {
  void (async () => {
    const id = randomUUID();
    await pool.query({ ...insert, values: [id, await text(request)] });
    await client.workflow.start('bareWait', { workflowId: `bare/${id}`, taskQueue: BARE_QUEUE, args: [] });
    response.writeHead(201, { 'Content-Type': 'application/json' }).end(JSON.stringify({ id }));
  })();
});
server.listen(0, '127.0.0.1', () => process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
process.once('SIGTERM', () => process.exit(0));
