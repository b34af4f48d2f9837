import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '../../../domain/calendar/local-date.ts';
import { isWorkingDay, rollForward } from '../../../domain/calendar/working-days.ts';
import {
  type DelayGiven,
  paymentDeadlineOn,
  wholeDelayOn,
  type Written,
} from '../../../domain/ladder/payment-deadline.ts';

const ZONE = 'metropole';
// A Monday; R1 leaves, R2 follows at R1 + 15, R3 at R2 + 15.
const TODAY = '2026-11-23';
const given: DelayGiven = { todayOn: TODAY, delayDays: 15, minimumSpacingDays: 1, zone: ZONE };
const ladder = (...delays: number[]): Written['steps'] =>
  delays.map((delayDays, index) => ({ level: index + 1, anchor: 'previous_step', delayDays }));
const written = (level: number, steps = ladder(15, 15, 15)): Written => ({
  level,
  invoice: { level: level - 1, nextTurnOn: TODAY, issuedOn: '2026-11-08', dueOn: '2026-11-08' },
  steps,
});

/** The deadline that a message outside the ladder names for an invoice whose last reminder was the second one. */
function beside(nextTurnOn: string | null, how: DelayGiven = given): string {
  const { invoice, ...rest } = written(0);
  return paymentDeadlineOn([{ ...rest, invoice: { ...invoice, level: 2, nextTurnOn } }], how);
}

describe('The last day to pay', () => {
  it('of R1 is over before R2 may leave, on the last working day', () => {
    expect(paymentDeadlineOn([written(1)], given)).toBe('2026-12-07');
    // R2 would leave on Monday 30 November: a day of the weekend before it is never a deadline.
    expect(paymentDeadlineOn([written(1, ladder(15, 7, 15))], given)).toBe('2026-11-27');
    expect(paymentDeadlineOn([written(1, ladder(15, 5, 15))], given)).toBe('2026-11-27');
  });
  it('is the whole delay where nothing follows so soon, on a working day', () => {
    expect(paymentDeadlineOn([written(1, ladder(15, 30))], given)).toBe('2026-12-08');
    expect(paymentDeadlineOn([written(2, ladder(15, 15))], given)).toBe('2026-12-08');
    expect(paymentDeadlineOn([], { ...given, delayDays: 13 })).toBe('2026-12-07');
  });
  it('of the formal notice is the whole delay, whatever follows', () => {
    expect(paymentDeadlineOn([written(3, ladder(15, 15, 15, 4))], given)).toBe('2026-12-08');
  });
  it('of a message about several invoices is that of the first that goes on', () => {
    expect(paymentDeadlineOn([written(1), written(1, ladder(15, 9)), written(1, ladder(15))], given)).toBe(
      '2026-12-01',
    );
  });
  it('counts from the invoice’s own days where the scenario does, and keeps the least spacing', () => {
    const steps: Written['steps'] = [
      { level: 1, anchor: 'issued_on', delayDays: 15 },
      { level: 2, anchor: 'due_on', delayDays: 23 },
    ];
    expect(paymentDeadlineOn([written(1, steps)], given)).toBe('2026-11-30');
    expect(paymentDeadlineOn([written(1, steps)], { ...given, minimumSpacingDays: 10 })).toBe('2026-12-02');
    const late = {
      ...written(1, steps),
      invoice: { level: 0, nextTurnOn: TODAY, issuedOn: '2026-01-02', dueOn: null },
    };
    expect(paymentDeadlineOn([late], given)).toBe(TODAY);
  });
  it('of a message beside the ladder is over before the next step as planned, and whole where none has its day', () => {
    expect(beside('2026-12-03')).toBe('2026-12-02');
    expect([beside('2026-12-15'), beside(null)]).toEqual(['2026-12-08', '2026-12-08']);
    // The step waits for a person, or is held: it may leave any day, or never.
    expect([beside(TODAY), beside('2026-11-02')]).toEqual(['2026-12-08', '2026-12-08']);
  });
  it('of a message beside the ladder is whole where the next step was due already and only waits for that message', () => {
    expect([beside('2026-11-24'), beside('2026-11-23')]).toEqual(['2026-12-08', '2026-12-08']);
    expect(beside('2026-12-03', { ...given, minimumSpacingDays: 10 })).toBe('2026-12-08');
    // Written on a Friday, the message waits until Monday.
    expect(beside('2026-11-30', { ...given, todayOn: '2026-11-27' })).toBe('2026-12-14');
  });
  it('of a message beside the ladder leaves half of the delay, however soon the next step is planned', () => {
    // Eight of fifteen days: with fewer, a formal notice may not be posted any more.
    for (const soon of ['2026-11-25', '2026-11-27', '2026-12-01']) expect(beside(soon)).toBe('2026-12-01');
    const other = { ...written(0), invoice: { ...written(0).invoice, level: 1, nextTurnOn: '2026-11-26' } };
    expect(paymentDeadlineOn([other, { ...other, level: 2 }], given)).toBe('2026-12-01');
    expect(paymentDeadlineOn([other, { ...other, level: 3 }], given)).toBe('2026-12-01');
  });
  it('of a specific action is that of a message beside the ladder, although it has the level of a step to come', () => {
    const { invoice } = written(2);
    const steps: Written['steps'] = [15, 30, 45].map((delayDays, index) => ({
      ...{ level: index + 1, anchor: 'due_on', delayDays },
    }));
    const asR2 = (nextTurnOn: string): Written => ({
      ...{ level: 2, isBesideLadder: true, steps },
      invoice: { ...invoice, nextTurnOn, dueOn: '2026-10-10' },
    });
    // R3 would come on the day after. It is not this message's next step: the invoice's own R2 is.
    expect(paymentDeadlineOn([asR2('2026-11-20')], given)).toBe('2026-12-08');
    expect(paymentDeadlineOn([asR2('2026-11-26')], given)).toBe('2026-12-01');
    expect(paymentDeadlineOn([asR2('2026-12-03')], given)).toBe('2026-12-02');
    expect(paymentDeadlineOn([{ ...asR2('2026-11-26'), level: 3 }], given)).toBe('2026-12-08');
  });
  it('of a message beside the ladder never leaves less than half of the delay nor more than all of it, on a working day', () => {
    const days = fc.integer({ min: 0, max: 400 }).map((count) => addDays('2026-01-01', count));
    const numbers = fc.record({
      aheadDays: fc.integer({ min: -30, max: 90 }),
      delayDays: fc.integer({ min: 1, max: 60 }),
      minimumSpacingDays: fc.integer({ min: 0, max: 20 }),
    });
    fc.assert(
      fc.property(days, numbers, (todayOn, { aheadDays, delayDays, minimumSpacingDays }) => {
        const nextTurnOn = rollForward(addDays(todayOn, aheadDays), ZONE);
        const on = beside(nextTurnOn, { todayOn, delayDays, minimumSpacingDays, zone: ZONE });
        expect(daysBetween(todayOn, on) * 2).toBeGreaterThanOrEqual(delayDays);
        expect(on <= wholeDelayOn(todayOn, delayDays, ZONE)).toBe(true);
        expect(isWorkingDay(on, ZONE)).toBe(true);
        // Where there is time for both, no reminder leaves during the deadline that the debtor was given.
        const hasTime = daysBetween(todayOn, nextTurnOn) > Math.max(delayDays / 2 + 7, minimumSpacingDays + 7);
        if (hasTime) expect(on < nextTurnOn).toBe(true);
      }),
    );
  });
  it('is never a day on which the next reminder may leave, nor one on which nobody works, nor past', () => {
    const days = fc.integer({ min: 0, max: 400 }).map((count) => addDays('2026-01-01', count));
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 }), (day, gap, delayDays) => {
        fc.pre(isWorkingDay(day, ZONE));
        const on = paymentDeadlineOn([written(1, ladder(15, gap))], { ...given, todayOn: day, delayDays });
        expect([on >= day, on < addDays(day, gap) || on === day || !isWorkingDay(addDays(day, gap), ZONE)]).toEqual([
          true,
          true,
        ]);
        expect(isWorkingDay(on, ZONE)).toBe(true);
      }),
    );
  });
});
