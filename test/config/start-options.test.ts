import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { childEnvironment } from '../../scripts/stack/child-environment.ts';
import { freePorts } from '../../scripts/stack/ports.ts';
import { readStartOptions } from '../../scripts/start/options.ts';

// The ports of `npm start`: five that people type, and two that only programs use.

const others: Server[] = [];
afterEach(() => {
  for (const server of others.splice(0)) server.close();
});

/** As another copy of the product does, which may be running here already. */
async function take(port: number): Promise<void> {
  const server = createServer();
  server.on('error', () => undefined).listen(port, '127.0.0.1');
  await Promise.race([once(server, 'listening'), once(server, 'error')]);
  others.push(server);
}

const portsFor = async (env: Record<string, string>) => (await readStartOptions(env)).stack.ports;

test('a second copy whose five ports were moved is not in the way of the first one’s figures and codec server', async () => {
  await take(9464);
  await take(8234);
  const named = { API_PORT: '3001', MAILBOX_PORT: '8026', POSTGRES_PORT: '5434', TEMPORAL_PORT: '7234' };
  const ports = await portsFor({ ...named, TEMPORAL_UI_PORT: '8235' });
  expect(ports).toMatchObject({ api: 3001, mailbox: 8026, postgres: 5434, temporal: 7234, temporalUi: 8235 });
  expect(ports).not.toMatchObject({ workerMetrics: 9464 });
  expect(ports).not.toMatchObject({ codec: 8234 });
});

test('what is named stays, even where it is taken: the start says so then', async () => {
  await take(9464);
  expect(await portsFor({ WORKER_METRICS_PORT: '9464' })).toMatchObject({ workerMetrics: 9464, api: 3000 });
});

test('RELANCE_PORTS=auto leaves a port that is named as it is', async () => {
  const { api } = await freePorts();
  const ports = await portsFor({ RELANCE_PORTS: 'auto', API_PORT: String(api) });
  expect(ports).toMatchObject({ api });
  expect(ports).not.toMatchObject({ mailbox: 8025 });
});

test('two parts on one port and a port that is none are said at once', async () => {
  await expect(readStartOptions({ API_PORT: '8025', TEMPORAL_PORT: 'x' })).rejects.toThrow(
    /TEMPORAL_PORT must be a whole number[\s\S]*API_PORT and MAILBOX_PORT are both 8025/,
  );
});

test('the local mailbox as print and SMS provider is handed on to worker and API, and said', async () => {
  const both = { PRINT_PROVIDER: 'mailbox', SMS_PROVIDER: 'mailbox' };
  const { stack, notes } = await readStartOptions(both);
  expect(stack.env).toMatchObject(both);
  expect(notes.join(' ')).toMatch(/nothing is printed or sent/);
  const ports = await freePorts();
  const secrets = { postgresPassword: 'p', codecToken: 'c', resendWebhookSecret: 'r', mailboxWebhookSecret: 'm' };
  const settings = {
    dataDir: '/tmp',
    ports,
    secrets: { ...secrets, paymentsWebhookSecret: 'w' },
    foreign: stack.env ?? {},
  };
  expect(childEnvironment(settings as never)).toMatchObject(both);
  expect((await readStartOptions({})).notes).toEqual([]);
  await expect(readStartOptions({ PRINT_PROVIDER: 'post', SMS_PROVIDER: 'brevo' })).rejects.toThrow(
    /PRINT_PROVIDER must be [\s\S]*BREVO_API_KEY is missing/,
  );
});
