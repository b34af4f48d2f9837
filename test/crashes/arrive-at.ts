import { daysBetween } from '../e2e/french-days.ts';
import { type Sufferer, todayOf } from './outage.ts';

/** Moves the clock to that day, and asks again when an advance was given up (503). */
export async function arriveAt(all: Sufferer, on: string): Promise<void> {
  for (let today = await todayOf(all); today < on; today = await todayOf(all)) {
    const { status, body } = await all.business.ask('POST', '/demo/clock', { advance_days: daysBetween(today, on) });
    if (status !== 200 && status !== 503) throw new Error(JSON.stringify(body));
  }
}
