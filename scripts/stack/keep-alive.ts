import { setTimeout as sleep } from 'node:timers/promises';
import type { StackProcess } from './child.ts';

/** Milliseconds before each new start: the first death may be somebody's kill, one after the last pause is a fault to be mended. */
const PAUSES_MS = [1_000, 2_000, 4_000, 8_000];
/** Who has answered for so long is well: his next death counts as a first one. */
const WELL_AFTER_MS = 60_000;

interface KeepAliveOptions {
  log(line: string): void;
  /** Told in sentences when a part died too often. */
  onGivenUp(sentence: string): void;
  pausesMs?: readonly number[];
  wellAfterMs?: number;
}

/** Starts a part again that died and was not asked to, after pauses that grow, and gives it up when it keeps dying. */
export class KeepAlive {
  readonly #options: Required<KeepAliveOptions>;
  readonly #stopping = new AbortController();
  readonly #deaths = new Map<string, number>();
  readonly #answersSince = new Map<string, number>();

  constructor(options: KeepAliveOptions) {
    this.#options = { pausesMs: PAUSES_MS, wellAfterMs: WELL_AFTER_MS, ...options };
  }

  /** Brings a part back of which `sentence` says how it died; resolves when it answers again, is given up, or all is being stopped. */
  async bringBack(part: StackProcess, sentence: string): Promise<void> {
    const { log, onGivenUp, pausesMs } = this.#options;
    for (let why = sentence; !this.#stopping.signal.aborted;) {
      const deaths = this.#countDeath(part.name);
      const pauseMs = pausesMs[deaths - 1];
      if (pauseMs === undefined) {
        onGivenUp(`${why}\n${part.name} died ${deaths} times in a short while and is not started again.`);
        return;
      }
      log(`${why}\nWhat it did goes on once it is back: ${part.name} is started again in ${pauseMs / 1_000} s.`);
      try {
        await sleep(pauseMs, undefined, { signal: this.#stopping.signal });
        await part.restart();
        this.#answersSince.set(part.name, Date.now());
        log(`${part.name} answers again.`);
        return;
      } catch (error) {
        why = (error as Error).message;
      }
    }
  }

  /** Nothing is started any more. */
  stop(): void {
    this.#stopping.abort();
  }

  #countDeath(name: string): number {
    const answersSince = this.#answersSince.get(name) ?? Number.POSITIVE_INFINITY;
    const isFirst = Date.now() - answersSince >= this.#options.wellAfterMs;
    const deaths = isFirst ? 1 : (this.#deaths.get(name) ?? 0) + 1;
    this.#deaths.set(name, deaths);
    this.#answersSince.delete(name);
    return deaths;
  }
}
