import { setTimeout as sleep } from 'node:timers/promises';
import type { StackProcess } from './child.ts';

/**
 * Pauses before each new start, in milliseconds. The first death may be somebody's kill; a death after the last pause is a
 * fault that somebody has to fix.
 */
const PAUSES_MS = [1_000, 2_000, 4_000, 8_000];
/** A part that has answered for this long is healthy: its next death counts as the first. */
const WELL_AFTER_MS = 60_000;

interface KeepAliveOptions {
  log(line: string): void;
  /** Called with sentences when a part has died too often. */
  onGivenUp(sentence: string): void;
  pausesMs?: readonly number[];
  wellAfterMs?: number;
}

/** Restarts a part that died unexpectedly, after growing pauses, and gives up when it keeps dying. */
export class KeepAlive {
  readonly #options: Required<KeepAliveOptions>;
  readonly #stopping = new AbortController();
  readonly #deaths = new Map<string, number>();
  readonly #answersSince = new Map<string, number>();

  constructor(options: KeepAliveOptions) {
    this.#options = { pausesMs: PAUSES_MS, wellAfterMs: WELL_AFTER_MS, ...options };
  }

  /**
   * Restarts a part; `sentence` says how it died. Resolves when it answers again, is given up, or everything is being
   * stopped.
   */
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

  /** No part is restarted from now on. */
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
