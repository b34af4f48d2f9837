import { inject } from 'vitest';
import type { Settings } from '../../../config/settings.ts';
import type { Endpoint } from '../../../api/frame/endpoint.ts';
import { createLog } from '../../../api/frame/log.ts';
import { createServer } from '../../../api/server.ts';
import { createCreditor } from '../../../facts/creditors/create-creditor.ts';
import { createKey } from '../../../facts/creditors/create-key.ts';
import type { Role } from '../../../prisma/generated/enums.ts';
import { nobodyAtTemporal } from '../nobody-at-temporal.ts';

export const OPERATOR_KEY = 'rel_operator-of-the-frame-tests';

/** The API in this process against the shared Postgres; nothing listens at Temporal's address. */
function settingsOfTest(changes: Partial<Settings> = {}): Settings {
  return {
    database: { url: inject('databaseUrl'), poolSize: 5 },
    importCasesPerSecond: 30,
    temporal: {
      address: '127.0.0.1:1',
      namespace: 'default',
      tls: null,
      apiKey: null,
      taskQueue: 'relance',
      codecKeys: [],
      version: null,
      uiUrl: 'http://127.0.0.1:1',
    },
    email: { resendApiKey: null, resendBaseUrl: null, resendWebhookSecrets: [], resendPerSecond: 5, from: null },
    print: null,
    printWebhooks: { merciFacteur: null, maileva: null },
    sms: null,
    mailboxUrl: 'http://127.0.0.1:1',
    mailboxWebhookSecrets: [],
    payments: { webhookSecrets: {} },
    api: { host: '127.0.0.1', port: 0, publicUrl: 'http://127.0.0.1', trustedProxies: [] },
    workerMetrics: null,
    demoClock: false,
    operatorKey: OPERATOR_KEY,
    oidc: null,
    logLevel: 'silent',
    ...changes,
  };
}

export interface Asked {
  key?: string | null;
  body?: unknown;
  /** The body is sent as it is, with its own content type in `headers`. */
  raw?: string | Uint8Array;
  headers?: Record<string, string>;
}

export interface Answered {
  status: number;
  headers: Headers;
  text: string;
  // oxlint-disable-next-line typescript/no-explicit-any -- whatever the API says
  body: any;
}

/** The one API of all files that need nothing special of it. */
export const sharedApi = () => (shared ??= startApi());
let shared: ReturnType<typeof startApi> | undefined;

/**
 * A separate API, for tests that stop it, change its settings or make it count wrong keys; `newCreditor` returns a creditor with a key
 * for each role. `isPatient`: it uses its own Temporal client, which tries for a second before it reports that Temporal is away.
 */
export async function startApi(
  endpoints?: readonly Endpoint[],
  changes: Partial<Settings> = {},
  { isPatient = false } = {},
) {
  const settings = settingsOfTest(changes);
  const server = createServer(settings, endpoints, createLog(process.env['LOG_LEVEL'] ?? 'silent'));
  const { dispatcher } = server.context;
  if (!isPatient) {
    await dispatcher.client.connection.close();
    dispatcher.client = nobodyAtTemporal();
  }
  const url = await server.start();
  const ask = (method: string, path: string, asked: Asked = {}): Promise<Answered> => send(url, method, path, asked);
  const newCreditor = async (name = 'Essai') => {
    const creditor = await createCreditor(server.context.db, { name });
    const keyOf = async (role: Role) =>
      (await createKey(server.context.db, { creditorId: creditor.id, name: role, role })).key;
    return {
      ...creditor,
      collector: await keyOf('collector'),
      supervisor: await keyOf('supervisor'),
      admin: await keyOf('admin'),
      payments: await keyOf('payments'),
    };
  };
  return { url, ask, newCreditor, db: server.context.db, context: server.context, stop: server.destroy };
}

async function send(url: string, method: string, path: string, asked: Asked): Promise<Answered> {
  const headers: Record<string, string> = { 'X-Request-Id': 'test', ...asked.headers };
  if (asked.key) headers['Authorization'] = `Bearer ${asked.key}`;
  if (asked.body !== undefined) headers['Content-Type'] ??= 'application/json';
  const body = asked.raw ?? (asked.body === undefined ? undefined : JSON.stringify(asked.body));
  const response = await fetch(url + path, {
    method,
    headers,
    ...(body === undefined ? {} : { body: body as string }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') && text !== '';
  return { status: response.status, headers: response.headers, text, body: isJson ? JSON.parse(text) : null };
}
