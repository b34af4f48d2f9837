import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { StackError } from './stack-error.ts';

/** How one part of the stack is started, known to be ready, and stopped. */
export interface PartSpec {
  name: string;
  command: string;
  args: string[];
  env: Record<string, string>;
  logFile: string;
  /** The user it runs as, when it must not be root. */
  user?: { uid: number; gid: number };
  /** Tied to us by a channel, so that it notices when we are killed: Node programs only. */
  noticesOurDeath?: boolean;
  stopSignal: NodeJS.Signals;
  /** Run before every start. */
  prepare?(): Promise<void> | void;
  /** Resolves to true once the process started at `startedAt` answers. */
  isReady(startedAt: Date): Promise<boolean>;
}

/** A part of the stack, with what a crash test needs. */
export interface StackProcess {
  readonly name: string;
  /** Its process number, undefined while it is down. */
  readonly pid: number | undefined;
  readonly logFile: string;
  /** Sends a signal (SIGKILL unless told) and resolves when the process is gone; it is not reported as an accident. */
  kill(signal?: NodeJS.Signals): Promise<void>;
  /** Starts it again, stopping it first if it runs; resolves when it answers, throws a StackError with the end of its log. */
  restart(): Promise<void>;
  /** Asks it to stop, kills it after 15 s, resolves when it is gone. */
  stop(): Promise<void>;
}

export interface PartEvents {
  onStarted(name: string, pid: number): void;
  /** It ended although nobody asked it to. */
  onAccident(sentence: string): void;
}

const READY_WITHIN_MS = 90_000;
const STOP_GRACE_MS = 15_000;

/** A part that is not running yet: `restart()` starts it. */
export function createPart(spec: PartSpec, events: PartEvents): StackProcess {
  let child: ChildProcess | undefined;
  let gone: Promise<string> = Promise.resolve('');
  let isExpectedToEnd = false;

  const isRunning = () =>
    child !== undefined && child.pid !== undefined && child.exitCode === null && child.signalCode === null;

  async function start(): Promise<void> {
    await spec.prepare?.();
    isExpectedToEnd = false;
    const started = { process: spawnPart(spec), at: new Date() };
    child = started.process;
    gone = endOf(child);
    if (child.pid) events.onStarted(spec.name, child.pid);
    await waitUntilReady(started.at);
    void gone.then((how) => {
      if (!isExpectedToEnd && child === started.process) events.onAccident(describeEnd(spec, how));
    });
  }

  async function waitUntilReady(startedAt: Date): Promise<void> {
    const deadline = startedAt.getTime() + READY_WITHIN_MS;
    for (let isReady = false; !isReady;) {
      if (isRunning()) isReady = await spec.isReady(startedAt).catch(() => false);
      if (!isRunning()) throw new StackError(describeEnd(spec, await gone));
      if (isReady) return;
      if (Date.now() > deadline) throw new StackError(`${spec.name} does not answer after 90 s. ${endOfLog(spec)}`);
      await sleep(50);
    }
  }

  async function kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    if (!isRunning()) return;
    isExpectedToEnd = true;
    child?.kill(signal);
    await gone;
  }

  async function stop(): Promise<void> {
    const timer = setTimeout(() => child?.kill('SIGKILL'), STOP_GRACE_MS);
    await kill(spec.stopSignal);
    clearTimeout(timer);
  }

  return {
    name: spec.name,
    logFile: spec.logFile,
    get pid() {
      return isRunning() ? child?.pid : undefined;
    },
    kill,
    stop,
    restart: async () => {
      await stop();
      await start();
    },
  };
}

/** Spawns it in a process group of its own, so that Ctrl-C in the terminal reaches only us and the order of stopping is ours. */
function spawnPart(spec: PartSpec): ChildProcess {
  const log = openSync(spec.logFile, 'a');
  const stdio = spec.noticesOurDeath ? (['ignore', log, log, 'ipc'] as const) : (['ignore', log, log] as const);
  const child = spawn(spec.command, spec.args, { env: spec.env, detached: true, stdio: [...stdio], ...spec.user });
  closeSync(log);
  return child;
}

/** How it ended, in a few words, once it has. */
function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('exit', (code, signal) => resolve(signal ? `signal ${signal}` : `code ${code}`));
  });
}

const describeEnd = (spec: PartSpec, how: string) => `${spec.name} ended unexpectedly (${how}). ${endOfLog(spec)}`;

function endOfLog({ logFile }: PartSpec): string {
  const lines = existsSync(logFile) ? readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-12) : [];
  return `The end of ${logFile}:\n${lines.map((line) => `    ${line}`).join('\n')}`;
}
