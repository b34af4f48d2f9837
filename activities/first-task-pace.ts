/** First tasks that may wait for a worker at once: bulk starts starve the tasks of everybody else. */
const AT_ONCE = 40;

/** Spreads the first tasks of cases that are opened in bulk, no faster than the workers take them in. */
export class FirstTaskPace {
  private readonly intervalMs: number;
  /** When the next first task may be taken up, were none to go ahead of its turn; on `performance.now()`'s clock. */
  private nextAtMs = -Infinity;

  constructor(perSecond: number) {
    this.intervalMs = 1_000 / perSecond;
  }

  /**
   * How long the next case's first task is to wait, in milliseconds. The first forty need not, but for the `holdBackMs` during
   * which whoever opens the cases wants the machine for himself.
   */
  nextDelayMs(holdBackMs = 0): number {
    const nowMs = performance.now();
    this.nextAtMs = Math.max(this.nextAtMs, nowMs + holdBackMs - AT_ONCE * this.intervalMs) + this.intervalMs;
    return Math.max(0, Math.round(this.nextAtMs - nowMs));
  }
}
