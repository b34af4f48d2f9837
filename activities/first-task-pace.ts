/** How many first tasks may wait for a worker at once: more would starve the tasks of all other cases. */
const AT_ONCE = 40;

/** Spreads the first tasks of cases opened in bulk, so that they come no faster than the workers take them in. */
export class FirstTaskPace {
  private readonly intervalMs: number;
  /**
   * When the next first task is due at the steady rate, without the first forty that may go ahead; on the clock of
   * `performance.now()`.
   */
  private nextAtMs = -Infinity;

  constructor(perSecond: number) {
    this.intervalMs = 1_000 / perSecond;
  }

  /**
   * Returns how many milliseconds the next case's first task has to wait. The first forty need not wait, except for
   * `holdBackMs`, during which the caller that opens the cases needs the machine for itself.
   */
  nextDelayMs(holdBackMs = 0): number {
    const nowMs = performance.now();
    this.nextAtMs = Math.max(this.nextAtMs, nowMs + holdBackMs - AT_ONCE * this.intervalMs) + this.intervalMs;
    return Math.max(0, Math.round(this.nextAtMs - nowMs));
  }
}
