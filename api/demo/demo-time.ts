import { addDays } from '../../domain/calendar/local-date.ts';
import { instantAt, localDate } from '../../domain/calendar/local-time.ts';
import type { Database } from '../../prisma/client.ts';
import { takeSessionLock } from '../../prisma/session-lock.ts';
import type { Dispatcher } from '../../temporal/dispatcher.ts';
import type { Clock } from '../frame/clock.ts';
import { conflicting } from '../frame/problem.ts';
import { GROUPS_HOUR } from '../../temporal/schedules.ts';
import { advance } from './advance.ts';

const ONLY_ROW = { id: 1 } as const;
const DAY_MS = 86_400_000;
const NOON = 12;
/** An arbitrary number that no other lock of the product uses. */
const ADVANCE_LOCK = 7_263_002;

/** What moving the demonstration's clock needs. It moves the whole installation, whichever creditor asks. */
export interface DemoTimeDeps {
  /** Not scoped to a creditor: every case moves. */
  db: Database;
  dispatcher: Dispatcher;
  clock: Clock;
  /** Where the lock is taken that allows one advance at a time, even with several API processes. */
  databaseUrl: string;
}

/**
 * The demonstration's clock: one offset for the whole installation, kept in Postgres; the workflows' timers are moved with
 * it.
 */
export class DemoTime {
  private readonly deps: DemoTimeDeps;

  constructor(deps: DemoTimeDeps) {
    this.deps = deps;
  }

  async read(): Promise<{ now_at: string; offset_days: number }> {
    const nowAt = await this.deps.clock.now();
    const row = await this.deps.db.demoClock.findUnique({ where: ONLY_ROW });
    return { now_at: nowAt.toISOString(), offset_days: Math.round((row?.offsetMs ?? 0) / DAY_MS) };
  }

  /** Moves everything to noon, local time, `days` days after today. While another advance runs: 409. */
  async advance(days: number, timeZone: string): Promise<{ now_at: string; offset_days: number }> {
    const giveBack = await takeSessionLock(this.deps.databaseUrl, ADVANCE_LOCK);
    if (!giveBack) throw conflicting('advance_under_way', 'The clock is being moved already: wait for its answer.');
    try {
      this.deps.clock.refresh(); // Another API process may have moved it a moment ago.
      const fromAt = await this.deps.clock.now();
      const targetOn = addDays(localDate(fromAt.toISOString(), timeZone), days);
      const targetAt = new Date(instantAt(targetOn, NOON, timeZone));
      const nights = (afterAt: Date) => nightAfter(afterAt, timeZone);
      await advance({ ...this.deps, arrived: (at) => this.arrived(at), nights }, fromAt, targetAt);
    } finally {
      await giveBack();
    }
    return this.read();
  }

  private async arrived(at: Date): Promise<void> {
    const offsetMs = Math.max(0, at.getTime() - Date.now());
    await this.deps.db.demoClock.upsert({ where: ONLY_ROW, create: { ...ONLY_ROW, offsetMs }, update: { offsetMs } });
    this.deps.clock.refresh();
  }
}

/** When groups are calculated next. */
function nightAfter(at: Date, timeZone: string): Date {
  const todayOn = localDate(at.toISOString(), timeZone);
  const todayAt = new Date(instantAt(todayOn, GROUPS_HOUR, timeZone));
  return todayAt > at ? todayAt : new Date(instantAt(addDays(todayOn, 1), GROUPS_HOUR, timeZone));
}
