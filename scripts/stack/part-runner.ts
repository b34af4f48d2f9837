import { createPart, type PartSpec, type StackProcess } from './child.ts';
import type { KeepAlive } from './keep-alive.ts';
import type { StackPart } from './parts.ts';
import type { ProcessList } from './process-list.ts';
import { StackError } from './stack-error.ts';

const TICK_MS = 5_000;

/** Starts the parts of one stack with a log line for each, and stops them in the opposite order. */
export class PartRunner {
  readonly processes: Partial<Record<StackPart, StackProcess>> = {};
  /** Further processes of a part that may run several times. */
  readonly copies: StackProcess[] = [];
  readonly #processList: ProcessList;
  readonly #log: (line: string) => void;
  readonly #onAccident: (sentence: string) => void;
  readonly #keepAlive: KeepAlive | null;
  readonly #preparing: Promise<PartSpec>[] = [];
  #isStopping = false;

  /** With `keepAlive` a part that dies by itself is started again; without it `onAccident` is called. */
  constructor(
    processList: ProcessList,
    events: { log: (line: string) => void; onAccident: (sentence: string) => void; keepAlive: KeepAlive | null },
  ) {
    this.#processList = processList;
    this.#log = events.log;
    this.#onAccident = events.onAccident;
    this.#keepAlive = events.keepAlive;
  }

  /** Starts one part and resolves when it answers. */
  async start(part: StackPart, getSpec: () => Promise<PartSpec> | PartSpec): Promise<void> {
    const child = await this.#create(getSpec);
    this.processes[part] = child;
    await this.doing(`Starting ${part}`, child.restart());
  }

  /** Starts one more process of a part. */
  async startCopy(spec: PartSpec): Promise<void> {
    const child = await this.#create(() => spec);
    this.copies.push(child);
    await this.doing(`Starting ${spec.name}`, child.restart());
  }

  async #create(getSpec: () => Promise<PartSpec> | PartSpec): Promise<StackProcess> {
    const preparing = Promise.resolve(getSpec());
    this.#preparing.push(preparing);
    const spec = await preparing;
    if (this.#isStopping) throw new StackError('The start was given up.');
    const child: StackProcess = createPart(spec, {
      onStarted: (name, pid) => this.#processList.note(name, pid),
      onAccident: (sentence) => {
        if (this.#isStopping) return;
        if (this.#keepAlive) void this.#keepAlive.bringBack(child, sentence);
        else this.#onAccident(sentence);
      },
    });
    return child;
  }

  /** Logs what is going on, and again every five seconds until it ends. */
  async doing<Result>(title: string, work: Promise<Result>): Promise<Result> {
    this.#log(`${title} …`);
    const since = Date.now();
    const ticker = setInterval(
      () => this.#log(`  … ${title.toLowerCase()}: ${Math.round((Date.now() - since) / 1000)} s`),
      TICK_MS,
    );
    try {
      return await work;
    } finally {
      clearInterval(ticker);
    }
  }

  /** Stops everything: API, worker and mailbox before the servers that they use. May be called twice. */
  async stopAll(): Promise<void> {
    this.#isStopping = true;
    this.#keepAlive?.stop();
    await Promise.allSettled(this.#preparing);
    const { api, worker, mailbox, codec, temporal, postgres } = this.processes;
    await Promise.all([api?.stop(), worker?.stop(), ...this.copies.map((copy) => copy.stop())]);
    await Promise.all([mailbox?.stop(), codec?.stop()]);
    await Promise.all([temporal?.stop(), postgres?.stop()]);
  }
}
