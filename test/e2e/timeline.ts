import type { Business } from './business.ts';
import { dateInFrance, daysBetween } from './french-days.ts';

interface Waiting {
  on: string;
  go: () => void;
  fail: (error: unknown) => void;
}

/**
 * The demonstration's clock for stories that run side by side: when every story waits for a day, the clock moves to noon of the earliest
 * of those days, and the stories that waited for it go on.
 */
export class Timeline {
  readonly #business: Business;
  #today = '';
  #living = 0;
  #isMoving = false;
  #waiting: Waiting[] = [];

  constructor(business: Business) {
    this.#business = business;
  }

  /** Noon of tomorrow: the stories begin after the send hour, whatever the time on the machine. */
  async begin(): Promise<void> {
    this.#today = dateInFrance((await this.#business.advance(1)).now_at);
  }

  get today(): string {
    return this.#today;
  }

  enter(): void {
    this.#living += 1;
  }

  leave(): void {
    this.#living -= 1;
    void this.#turn();
  }

  /** Waits until noon of that day; returns at once when the day has come. */
  until(on: string): Promise<void> {
    if (on <= this.#today) return Promise.resolve();
    const arrived = new Promise<void>((go, fail) => this.#waiting.push({ on, go, fail }));
    void this.#turn();
    return arrived;
  }

  async #turn(): Promise<void> {
    if (this.#isMoving || this.#waiting.length === 0 || this.#waiting.length < this.#living) return;
    this.#isMoving = true;
    const on = this.#waiting.map((one) => one.on).toSorted()[0]!;
    try {
      const { now_at } = await this.#business.advance(daysBetween(this.#today, on));
      this.#today = dateInFrance(now_at);
    } catch (error) {
      for (const { fail } of this.#waiting.splice(0)) fail(error);
    }
    this.#isMoving = false;
    const arrived = this.#waiting.filter((one) => one.on <= this.#today);
    this.#waiting = this.#waiting.filter((one) => one.on > this.#today);
    for (const { go } of arrived) go();
  }
}
