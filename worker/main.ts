import pino from 'pino';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { createActivities } from '../activities/create-activities.ts';
import { errorInLogs } from '../config/error-in-logs.ts';
import { parseSettings, type Settings, SettingsError } from '../config/settings.ts';
import { TemporalAway } from '../config/temporal-connection.ts';
import { sayWhereMailsGo } from '../metrics/where-mails-go.ts';
import { createDatabase } from '../prisma/client.ts';
import { UNBOUNDED } from '../prisma/session-bounds.ts';
import { createMailboxProvider, createResendProvider } from '../providers/email/resend.ts';
import { connectTemporal } from '../temporal/connect.ts';
import { channelsOf } from './channels.ts';
import { checkNamespace } from './check-namespace.ts';
import { createPacedWorkers } from './create-paced-workers.ts';
import { createWorker } from './create-worker.ts';
import { freeLoopbackPort } from './free-port.ts';
import { createScheduleKeeper, keepEveryMinute } from './keep-schedules.ts';
import { createWorkerMetrics } from './metrics.ts';
import { runTogether } from './run-together.ts';
import { warnOfNoBuild } from './warn-of-no-build.ts';
import { startWatchServer, type Watched } from './watch-server.ts';

// Code that reads the process's time zone must find UTC.
process.env['TZ'] = 'UTC';

async function main(): Promise<void> {
  const settings = parseSettings(process.env);
  const log = pino({
    level: settings.logLevel,
    name: 'worker',
    serializers: { err: errorInLogs, error: errorInLogs },
  });
  const sdkAddress = settings.workerMetrics ? `127.0.0.1:${await freeLoopbackPort()}` : null;
  installRuntime(log, sdkAddress);
  const { resendApiKey, resendBaseUrl, from } = settings.email;
  const { codecKeys } = settings.temporal;
  if (codecKeys.length === 0) log.warn('TEMPORAL_CODEC_KEYS is not set: what Temporal stores of the cases is readable');
  else log.info({ encryptsWith: codecKeys[0]?.id, decrypts: codecKeys.map(({ id }) => id) }, 'payloads are encrypted');
  const db = createDatabase(settings.database.url, settings.database.poolSize, {
    onUnbounded: (err) => log.warn({ err }, UNBOUNDED),
  });
  const client = connectTemporal(settings.temporal);
  void sayWhereMailsGo(db, resendApiKey !== null, ({ en, isAlarm }) => log[isAlarm ? 'error' : 'warn'](en));
  const dispatcher = { client, taskQueue: settings.temporal.taskQueue, demoClock: settings.demoClock };
  const uncounted = createActivities({
    db,
    dispatcher,
    liveEmail: resendApiKey
      ? createResendProvider({ apiKey: resendApiKey, ...(resendBaseUrl ? { baseUrl: resendBaseUrl } : {}) })
      : null,
    mailbox: createMailboxProvider({ baseUrl: settings.mailboxUrl }),
    channels: channelsOf(settings),
    emailFrom: from,
    firstTasksPerSecond: settings.importCasesPerSecond,
    log,
  });
  const { activities, metrics, checks } = createWorkerMetrics({ db, client, activities: uncounted, sdkAddress });
  const { worker, connection } = await createWorker(settings.temporal, activities, limitsOf(settings.database));
  await checkNamespace(client, log);
  await warnOfNoBuild(client, settings.temporal, log);
  const paced = await createPacedWorkers(settings.temporal, connection, activities, settings.email.resendPerSecond);
  const stopKeeping = await keepEveryMinute(createScheduleKeeper(db, dispatcher), log);
  const workers = [worker, ...paced];
  const watch = await startWatching(settings, log, { metrics, checks: () => checks(workers) });
  log.info({ taskQueue: settings.temporal.taskQueue, watch: watch?.address ?? null }, 'worker runs');
  await runTogether(workers);
  stopKeeping();
  await watch?.close();
  await connection.close();
  await client.connection.close();
  await db.$disconnect();
}

/**
 * Most activities hold a database connection while they run: more of them at once would only wait for a connection and
 * time out.
 */
const limitsOf = ({ poolSize }: Settings['database']) => ({
  maxConcurrentActivityTaskExecutions: poolSize * 2,
  maxConcurrentLocalActivityExecutions: poolSize,
});

/** Reminders must leave even when nobody can watch: when its port is taken, the worker goes on without figures. */
async function startWatching({ workerMetrics }: Settings, log: pino.Logger, watched: Watched) {
  if (!workerMetrics) return null;
  try {
    return await startWatchServer(workerMetrics, watched);
  } catch (error) {
    log.error({ err: error, port: workerMetrics.port }, 'WORKER_METRICS_PORT is taken: this worker shows no figures');
    return null;
  }
}

/** On a signal to stop, the workers take no new tasks and finish those under way. */
function installRuntime(log: pino.Logger, sdkAddress: string | null): void {
  Runtime.install({
    logger: new DefaultLogger('INFO', ({ level, message, meta }) => log[pinoLevel(level)](meta ?? {}, message)),
    shutdownSignals: ['SIGINT', 'SIGTERM'],
    ...(sdkAddress ? { telemetryOptions: { metrics: { prometheus: { bindAddress: sdkAddress } } } } : {}),
  });
}

function pinoLevel(level: string): 'trace' | 'debug' | 'info' | 'warn' | 'error' {
  return level.toLowerCase() as 'trace' | 'debug' | 'info' | 'warn' | 'error';
}

try {
  await main();
} catch (error) {
  console.error(error instanceof SettingsError || error instanceof TemporalAway ? error.message : error);
  // Open connections would keep the process alive, and whoever restarts it would not see that it failed.
  process.exit(1);
}
