import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../domain/calendar/local-date.ts';
import { isWorkingDay } from '../../../domain/calendar/working-days.ts';
import {
  type DelayGiven,
  isDeadlineTooNear,
  paymentDeadlineOn,
  type Written,
} from '../../../domain/ladder/payment-deadline.ts';

const ZONE = 'metropole';
// Monday; R1 leaves, R2 at R1 + 15, R3 at R2 + 15.
const TODAY = '2026-11-23';
const given: DelayGiven = { todayOn: TODAY, delayDays: 15, minimumSpacingDays: 1, zone: ZONE };
const ladder = (...delays: number[]): Written['steps'] =>
  delays.map((delayDays, index) => ({ level: index + 1, anchor: 'previous_step', delayDays }));
const written = (level: number, steps = ladder(15, 15, 15)): Written => ({
  level,
  invoice: { level: level - 1, nextTurnOn: TODAY, issuedOn: '2026-11-08', dueOn: '2026-11-08' },
  steps,
});

describe('The last day to pay', () => {
  it('of R1 is over before R2 may leave, on the last working day', () => {
    expect(paymentDeadlineOn([written(1)], given)).toBe('2026-12-07');
    // R2 would leave on Monday 30 November: the weekend before it is nobody's last day.
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
    const beside = (nextTurnOn: string | null) => {
      const { invoice, ...rest } = written(0);
      return paymentDeadlineOn([{ ...rest, invoice: { ...invoice, level: 2, nextTurnOn } }], given);
    };
    expect(beside('2026-12-03')).toBe('2026-12-02');
    expect([beside('2026-12-15'), beside(null)]).toEqual(['2026-12-08', '2026-12-08']);
    // It waits for a person, or is held: it may leave any day, or never.
    expect([beside(TODAY), beside('2026-11-02')]).toEqual(['2026-12-08', '2026-12-08']);
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

describe('A formal notice that waited to be posted', () => {
  const isTooNear = (postedOn: string, delayDays: number) =>
    isDeadlineTooNear({ madeOn: '2026-11-24', postedOn, delayDays, zone: 'metropole' });

  it('is too late once it leaves fewer than eight days', () => {
    expect(['2026-11-24', '2026-12-01', '2026-12-02'].map((day) => isTooNear(day, 15))).toEqual([false, false, true]);
  });

  it('may be posted for three days where the creditor never gives more than that', () => {
    expect(['2026-11-24', '2026-11-27', '2026-11-30'].map((day) => isTooNear(day, 8))).toEqual([false, false, true]);
  });
});
