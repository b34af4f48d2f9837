import { createServer as createHttpServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import type { Settings } from '../config/settings.ts';
import { createDatabase, type Database } from '../prisma/client.ts';
import { UNBOUNDED } from '../prisma/session-bounds.ts';
import { connectTemporal } from '../temporal/connect.ts';
import { DemoTime } from './demo/demo-time.ts';
import { createApp } from './frame/app.ts';
import { createClock } from './frame/clock.ts';
import type { AppContext, Endpoint } from './frame/endpoint.ts';
import { createLog } from './frame/log.ts';
import { UnderWay } from './frame/under-way.ts';
import { answerUnreadable } from './frame/unreadable-request.ts';
import { routes } from './routes.ts';
import { createSignInLimit } from './session/sign-in-limit.ts';

export interface ApiServer {
  /** Listens and returns the address, e.g. `http://127.0.0.1:3000`. Port 0 takes a free one. Throws when the port is taken. */
  start: () => Promise<string>;
  /** Finishes the requests under way, then closes the pool and the connection. */
  destroy: () => Promise<void>;
  /** For tests and for programs that start several parts in one process. */
  context: AppContext;
}

/** How long requests under way may take to end when the process is told to stop. */
const GRACE_MS = 10_000;

/**
 * How long a connection is kept open between two requests. Longer than proxies keep theirs (60 s): a proxy that sends a
 * request at the moment at which we close answers 502, and a POST is not repeated.
 */
const KEPT_FOR_MS = 75_000;

/** The API's process, without its signal handling. Neither the database nor Temporal has to be up yet. */
export function createServer(settings: Settings, endpoints: readonly Endpoint[] = routes, log?: Logger): ApiServer {
  const context = createContext(settings, log ?? createLog(settings.logLevel));
  const underWay = new UnderWay();
  const http = createHttpServer(
    { requestTimeout: 60_000, headersTimeout: 15_000, keepAliveTimeout: KEPT_FOR_MS },
    underWay.around(createApp(endpoints, context)),
  );
  http.on('clientError', answerUnreadable);
  return {
    context,
    start: () => listen(http, settings.api),
    destroy: async () => {
      underWay.stop();
      await close(http);
      await Promise.allSettled([context.db.$disconnect(), context.dispatcher.client.connection.close()]);
    },
  };
}

function createContext(settings: Settings, log: Logger): AppContext {
  const db: Database = createDatabase(settings.database.url, settings.database.poolSize, {
    onUnbounded: (err) => log.warn({ err }, UNBOUNDED),
  });
  const { taskQueue } = settings.temporal;
  const dispatcher = { client: connectTemporal(settings.temporal), taskQueue, demoClock: settings.demoClock };
  const clock = createClock(db, settings.demoClock);
  const demoTime = settings.demoClock
    ? new DemoTime({ db, dispatcher, clock, databaseUrl: settings.database.url })
    : null;
  return { db, settings, dispatcher, clock, demoTime, signInLimit: createSignInLimit(log), log };
}

async function listen(http: Server, { host, port }: Settings['api']): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject);
    http.listen(port, host, () => {
      http.off('error', reject);
      resolve();
    });
  });
  const { address, family, port: taken } = http.address() as AddressInfo;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${taken}`;
}

async function close(http: Server): Promise<void> {
  if (!http.listening) return;
  const closed = new Promise<void>((resolve) => {
    http.close(() => {
      resolve();
    });
  });
  http.closeIdleConnections();
  const impatience = setTimeout(() => {
    http.closeAllConnections();
  }, GRACE_MS);
  await closed;
  clearTimeout(impatience);
}
