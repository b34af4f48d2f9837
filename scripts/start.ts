import { mailsOfAll } from '../metrics/where-mails-go.ts';
import { createDatabase } from '../prisma/client.ts';
import { type LocalStack, startLocalStack } from './stack.ts';
import { StackError } from './stack/stack-error.ts';
import { readStartOptions } from './start/options.ts';
import { summary } from './start/summary.ts';

const log = (line: string) => console.log(line);
const stopping = new AbortController();
let stack: LocalStack | undefined;
let accident: string | undefined;

// Ctrl-C reaches us more than once: from the terminal, and again from npm. Only the first counts, so that the parts get
// time to stop.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());
let stopped: Promise<void> | undefined;

function stop(): Promise<void> {
  stopped ??= (async () => {
    log(accident ? `${accident}\nStopping the rest …` : '\nStopping …');
    stopping.abort();
    await stack?.stop();
    await starting;
    log('Stopped.');
    process.exit(accident ? 1 : 0);
  })();
  return stopped;
}

const starting = start();
await starting;

async function start(): Promise<void> {
  try {
    const options = await readStartOptions(process.env);
    for (const note of options.notes) log(note);
    const onAccident = (sentence: string) => {
      accident ??= sentence;
      void stop();
    };
    const { signal } = stopping;
    stack = await startLocalStack({ ...options.stack, isKeptAlive: true, log, onAccident, signal });
    const mails = await mailsOf(stack);
    if (!stopped) log(summary(stack, options.stack.dataDir, mails));
  } catch (error) {
    if (stopping.signal.aborted) return;
    console.error(error instanceof StackError ? error.message : error);
    process.exit(1);
  }
}

/** A sentence on where mails go. Asks the database, which knows the live creditors. */
async function mailsOf({ databaseUrl, env }: LocalStack): Promise<string> {
  const db = createDatabase(databaseUrl, 1);
  try {
    return (await mailsOfAll(db, Boolean(env['RESEND_API_KEY']))).en;
  } finally {
    await db.$disconnect();
  }
}
