import pino from 'pino';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { createActivities } from '../activities/create-activities.ts';
import { errorInLogs } from '../config/error-in-logs.ts';
import { parseSettings, SettingsError } from '../config/settings.ts';
import { createDatabase } from '../prisma/client.ts';
import { createMailboxProvider, createResendProvider } from '../providers/email/resend.ts';
import { connectTemporal } from '../temporal/connect.ts';
import { ensureReconciliation } from '../temporal/schedules.ts';
import { createPacedWorkers } from './create-paced-workers.ts';
import { createWorker } from './create-worker.ts';

// Whatever reads the process's zone must read none.
process.env['TZ'] = 'UTC';

async function main(): Promise<void> {
  const settings = parseSettings(process.env);
  const log = pino({
    level: settings.logLevel,
    name: 'worker',
    serializers: { err: errorInLogs, error: errorInLogs },
  });
  Runtime.install({
    logger: new DefaultLogger('INFO', ({ level, message, meta }) => log[pinoLevel(level)](meta ?? {}, message)),
    shutdownSignals: ['SIGINT', 'SIGTERM'],
  });
  const { resendApiKey, resendBaseUrl, from } = settings.email;
  const { codecKeys } = settings.temporal;
  if (codecKeys.length === 0) log.warn('TEMPORAL_CODEC_KEYS is not set: what Temporal stores of the cases is readable');
  else log.info({ encryptsWith: codecKeys[0]?.id, decrypts: codecKeys.map(({ id }) => id) }, 'payloads are encrypted');
  if (!resendApiKey) log.warn('RESEND_API_KEY is not set: no mail leaves this machine');
  const db = createDatabase(settings.database.url, settings.database.poolSize);
  const client = connectTemporal(settings.temporal);
  const activities = createActivities({
    db,
    dispatcher: { client, taskQueue: settings.temporal.taskQueue, demoClock: settings.demoClock },
    liveEmail: resendApiKey
      ? createResendProvider({ apiKey: resendApiKey, ...(resendBaseUrl ? { baseUrl: resendBaseUrl } : {}) })
      : null,
    mailbox: createMailboxProvider({ baseUrl: settings.mailboxUrl }),
    emailFrom: from,
    firstTasksPerSecond: settings.importCasesPerSecond,
    log,
  });
  const { worker, connection } = await createWorker(settings.temporal, activities, {
    // Most activities hold a connection for as long as they run: more at once would only wait for one, and give up.
    maxConcurrentActivityTaskExecutions: settings.database.poolSize * 2,
  });
  const paced = await createPacedWorkers(settings.temporal, connection, activities, settings.email.resendPerSecond);
  for (const creditor of await db.creditor.findMany({ select: { id: true, slug: true } })) {
    await ensureReconciliation(client, settings.temporal.taskQueue, creditor);
  }
  log.info({ taskQueue: settings.temporal.taskQueue }, 'worker runs');
  await Promise.all([worker, ...paced].map((one) => one.run()));
  await connection.close();
  await client.connection.close();
  await db.$disconnect();
}

function pinoLevel(level: string): 'trace' | 'debug' | 'info' | 'warn' | 'error' {
  return level.toLowerCase() as 'trace' | 'debug' | 'info' | 'warn' | 'error';
}

try {
  await main();
} catch (error) {
  console.error(error instanceof SettingsError ? error.message : error);
  process.exitCode = 1;
}
