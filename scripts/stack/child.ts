import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { endOfFile, turnOver } from './log-file.ts';
import { StackError } from './stack-error.ts';

/** How one part of the stack is started, checked for readiness, and stopped. */
export interface PartSpec {
  name: string;
  command: string;
  args: string[];
  env: Record<string, string>;
  logFile: string;
  /** The user that it runs as, when it must not be root. */
  user?: { uid: number; gid: number };
  /** Connected to us by a channel, so that it notices when we are killed; for Node programs only. */
  noticesOurDeath?: boolean;
  stopSignal: NodeJS.Signals;
  /** Runs before every start. */
  prepare?(): Promise<void> | void;
  /** Resolves to true once the process started at `startedAt` answers. */
  isReady(startedAt: Date): Promise<boolean>;
}

/** A part of the stack, with the operations that a crash test needs. */
export interface StackProcess {
  readonly name: string;
  /** Its process number, undefined while it does not run. */
  readonly pid: number | undefined;
  readonly logFile: string;
  /** Sends a signal (SIGKILL by default) and resolves when the process is gone; this is not reported as an accident. */
  kill(signal?: NodeJS.Signals): Promise<void>;
  /** Starts it again, stopping it first if it runs. Resolves when it answers; throws a StackError with the end of its log. */
  restart(): Promise<void>;
  /** Asks it to stop, kills it after 15 s, resolves when it is gone. */
  stop(): Promise<void>;
}

export interface PartEvents {
  onStarted(name: string, pid: number): void;
  /** It ended unexpectedly. */
  onAccident(sentence: string): void;
}

/** On a busy machine a start that usually takes seconds can take minutes. */
const READY_WITHIN_MS = 240_000;
/** Each check of a worker opens a connection, which slows down what is starting. */
const LOOKS_EVERY_MS = 150;
const STOP_GRACE_MS = 15_000;

/** A part that is not running yet: `restart()` starts it. */
export const createPart = (spec: PartSpec, events: PartEvents): StackProcess => new Part(spec, events);

class Part implements StackProcess {
  readonly name: string;
  readonly logFile: string;
  readonly #spec: PartSpec;
  readonly #events: PartEvents;
  #child: ChildProcess | undefined;
  #gone: Promise<string> = Promise.resolve('');
  #isExpectedToEnd = false;
  #stopsAsked = 0;

  constructor(spec: PartSpec, events: PartEvents) {
    this.name = spec.name;
    this.logFile = spec.logFile;
    this.#spec = spec;
    this.#events = events;
  }

  get pid(): number | undefined {
    const { pid, exitCode, signalCode } = this.#child ?? {};
    return exitCode === null && signalCode === null ? pid : undefined;
  }

  async restart(): Promise<void> {
    await this.stop();
    const stopsAsked = this.#stopsAsked;
    await this.#spec.prepare?.();
    if (this.#stopsAsked !== stopsAsked) throw new StackError(`${this.name} was stopped while it was being started.`);
    this.#isExpectedToEnd = false;
    const startedAt = new Date();
    const child = spawnPart(this.#spec);
    const gone = endOf(child);
    [this.#child, this.#gone] = [child, gone];
    if (child.pid) this.#events.onStarted(this.name, child.pid);
    await this.#waitUntilReady(startedAt);
    void gone.then((how) => {
      if (!this.#isExpectedToEnd && this.#child === child) this.#events.onAccident(describeEnd(this.#spec, how));
    });
  }

  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    if (this.pid === undefined) return;
    this.#isExpectedToEnd = true;
    this.#child?.kill(signal);
    await this.#gone;
  }

  async stop(): Promise<void> {
    this.#stopsAsked += 1;
    const timer = setTimeout(() => this.#child?.kill('SIGKILL'), STOP_GRACE_MS);
    await this.kill(this.#spec.stopSignal);
    clearTimeout(timer);
  }

  async #waitUntilReady(startedAt: Date): Promise<void> {
    const deadline = startedAt.getTime() + READY_WITHIN_MS;
    for (;;) {
      const isReady = this.pid !== undefined && (await this.#spec.isReady(startedAt).catch(() => false));
      if (this.pid === undefined) throw new StackError(describeEnd(this.#spec, await this.#gone));
      if (isReady) return;
      if (Date.now() > deadline)
        throw new StackError(
          `${this.name} does not answer after ${READY_WITHIN_MS / 1_000} s. ${endOfLog(this.#spec)}`,
        );
      await sleep(LOOKS_EVERY_MS);
    }
  }
}

/**
 * Starts it in a process group of its own: Ctrl-C in the terminal then only reaches us, and we decide the order of
 * stopping.
 */
function spawnPart(spec: PartSpec): ChildProcess {
  turnOver(spec.logFile);
  const log = openSync(spec.logFile, 'a');
  const stdio = spec.noticesOurDeath ? (['ignore', log, log, 'ipc'] as const) : (['ignore', log, log] as const);
  const child = spawn(spec.command, spec.args, { env: spec.env, detached: true, stdio: [...stdio], ...spec.user });
  closeSync(log);
  return child;
}

/** Resolves with how it ended, in a few words. */
function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('exit', (code, signal) => resolve(signal ? `signal ${signal}` : `code ${code}`));
  });
}

const describeEnd = (spec: PartSpec, how: string) => `${spec.name} ended unexpectedly (${how}). ${endOfLog(spec)}`;

function endOfLog({ logFile }: PartSpec): string {
  const lines = endOfFile(logFile).trimEnd().split('\n').slice(-12);
  return `The end of ${logFile}:\n${lines.map((line) => `    ${line}`).join('\n')}`;
}
