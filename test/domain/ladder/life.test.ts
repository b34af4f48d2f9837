import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysBetween } from '../../../domain/calendar/local-date.ts';
import { localClock } from '../../../domain/calendar/local-time.ts';
import { isWorkingDay } from '../../../domain/calendar/working-days.ts';
import { J15 } from './case.ts';
import { type DayEvent, type Life, live } from './life.ts';
import { scenarios } from './plan-arbitraries.ts';

const DAYS = 120;

const dayEvents: fc.Arbitrary<DayEvent> = fc.oneof(
  fc.record({ type: fc.constant('litigation' as const), open: fc.boolean() }),
  fc.record({ type: fc.constant('pause' as const), days: fc.integer({ min: 0, max: 40 }) }),
  fc.record({ type: fc.constant('message_by_hand' as const) }),
  fc.record({ type: fc.constant('message_about_another_invoice' as const) }),
  fc.record({ type: fc.constant('skip' as const) }),
  fc.record({ type: fc.constant('set_level' as const), level: fc.integer({ min: 0, max: 3 }) }),
  fc.record({ type: fc.constant('due_date_moved' as const), days: fc.integer({ min: -20, max: 40 }) }),
  fc.record({ type: fc.constant('outage' as const), days: fc.integer({ min: 1, max: 60 }) }),
);

const events = fc
  .array(fc.tuple(fc.integer({ min: 0, max: DAYS - 1 }), dayEvents), { maxLength: 14 })
  .map((list) => new Map(list));

const lives: fc.Arbitrary<{ life: Life; spacing: number }> = fc
  .record({ steps: fc.oneof(fc.constant(J15), scenarios), events, spacing: fc.integer({ min: 0, max: 10 }) })
  .map(({ steps, events: happenings, spacing }) => ({ life: live(steps, happenings, DAYS, spacing), spacing }));

/** The promise returns how often it had something to check: one that never had would prove nothing. */
function always(promise: (life: Life, spacing: number) => number): void {
  let looks = 0;
  fc.assert(
    fc.property(lives, ({ life, spacing }) => {
      looks += promise(life, spacing);
    }),
    { numRuns: 50 },
  );
  expect(looks).toBeGreaterThan(0);
}

describe('Through any life of 120 days', () => {
  it('every automatic step leaves at the send hour of a working day, after outages too', () => {
    always((life) => {
      const automatic = life.left.filter(({ mode }) => mode === 'automatic');
      for (const { on, at } of automatic) {
        expect(isWorkingDay(on, 'metropole')).toBe(true);
        expect(localClock(at, 'Europe/Paris')).toEqual({ hour: 9, minute: 0 });
      }
      return automatic.length;
    });
  });

  it('never two steps on one day, and the spacing between all that is sent', () => {
    always((life, spacing) => {
      const days = life.left.map(({ on }) => on);
      expect(new Set(days).size).toBe(days.length);
      let spaced = 0;
      for (const { on } of life.left) {
        const before = life.messageDays
          .filter((sentOn) => sentOn < on)
          .sort()
          .at(-1);
        if (!before) continue;
        expect(daysBetween(before, on)).toBeGreaterThanOrEqual(spacing);
        spaced += 1;
      }
      return spaced;
    });
  });

  it('no reminder before the day after the due date', () => {
    always((life) => {
      const reminders = life.left.filter(({ step }) => step.level > 0);
      for (const { on, dueOn } of reminders) expect(on > dueOn).toBe(true);
      return reminders.length;
    });
  });

  it('no step twice in a cycle, and the level rises only step by step unless a person sets it', () => {
    always((life) => {
      const seen = new Set<string>();
      let reached = 0;
      let cycle = 1;
      for (const record of life.records) {
        if (record.cycle !== cycle) reached = 0;
        cycle = record.cycle;
        if (record.stepKey !== null) {
          expect(seen.has(`${cycle}/${record.stepKey}`)).toBe(false);
          seen.add(`${cycle}/${record.stepKey}`);
          expect(record.level).toBeGreaterThanOrEqual(reached);
          expect(record.level).toBeLessThanOrEqual(reached + 1);
        }
        reached = Math.max(reached, record.level);
      }
      return seen.size;
    });
  });

  it('nothing leaves while a hold is in force', () => {
    always((life) => {
      expect(life.heldSends).toBe(0);
      return life.left.length;
    });
  });
});

describe('The simulation itself', () => {
  it('lets a case that nothing happens to go through its whole ladder', () => {
    const life = live(J15, new Map(), DAYS, 1);
    expect(life.left.map(({ step, on }) => [step.key, on])).toEqual([
      ['r1', '2026-05-04'],
      ['r2', '2026-05-19'],
      ['r3', '2026-06-03'],
    ]);
  });

  it('goes on after two months of outage with one step, then at its pace', () => {
    const life = live(J15, new Map([[10, { type: 'outage', days: 60 }]]), DAYS, 1);
    expect(life.left.map(({ step, on }) => [step.key, on])).toEqual([
      ['r1', '2026-06-26'],
      ['r2', '2026-07-13'],
      ['r3', '2026-07-28'],
    ]);
  });

  it('lets a litigation stand for as long as it lasts', () => {
    const events = new Map<number, DayEvent>([
      [20, { type: 'litigation', open: true }],
      [100, { type: 'litigation', open: false }],
    ]);
    expect(live(J15, events, DAYS, 1).left.map(({ step, on }) => [step.key, on])).toEqual([
      ['r1', '2026-05-04'],
      ['r2', '2026-07-27'],
      ['r3', '2026-08-11'],
    ]);
  });
});
