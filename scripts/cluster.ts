import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { readClusterOptions } from './cluster/options.ts';
import { smoke } from './cluster/smoke.ts';
import { type LocalStack, startLocalStack } from './stack.ts';
import { StackError } from './stack/stack-error.ts';

// `npm run stack:cluster`: several workers and several APIs against a production Temporal server on Postgres.
const log = (line: string) => console.log(line);
const stopping = new AbortController();
let stack: LocalStack | undefined;
let isFailed = false;

let stopped: Promise<void> | undefined;
function stop(): Promise<void> {
  stopped ??= (async () => {
    log('\nStopping …');
    stopping.abort();
    await stack?.stop();
    log('Stopped.');
    process.exit(isFailed ? 1 : 0);
  })();
  return stopped;
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());

try {
  const { isSmoke, isDemoClock, processes } = readClusterOptions(process.argv.slice(2));
  const dataDir = resolve(process.env['RELANCE_DATA']?.trim() || (isSmoke ? '.data/cluster-smoke' : '.data/cluster'));
  if (isSmoke) rmSync(dataDir, { recursive: true, force: true });
  const onAccident = (sentence: string) => {
    console.error(sentence);
    isFailed = true;
    void stop();
  };
  stack = await startLocalStack({
    dataDir,
    ports: 'auto',
    demoData: isSmoke ? 'none' : 'portfolio',
    isCluster: true,
    processes,
    env: { RELANCE_DEMO_CLOCK: String(isDemoClock) },
    // The smoke test judges the parts, so a part that dies must not be started again.
    isKeptAlive: !isSmoke,
    log,
    onAccident,
    signal: stopping.signal,
  });
  log(`\nA Temporal cluster on Postgres answers at ${stack.temporalAddress}.`);
  log(`${processes.worker} workers; the API answers at ${stack.apiUrls.join(' and ')}.`);
  log(`Mailbox ${stack.mailboxUrl}; keys in ${dataDir}/demo.json. Ctrl-C stops everything.\n`);
  if (isSmoke) {
    await smoke(stack, log);
    await stop();
  }
} catch (error) {
  if (!stopping.signal.aborted) {
    console.error(error instanceof StackError ? error.message : error);
    isFailed = true;
    await stop();
  }
}
