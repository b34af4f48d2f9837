import { describe, expect, it } from 'vitest';
import { daysLateOf, hasEnded, invoiceItem } from '../../console/case/ended.ts';

// In a case that has ended nothing is late and nothing is left to pay, even if the invoice was never paid.

const item = { kind: 'invoice', status: 'waiting', days_late: 300 };

describe('Lateness', () => {
  it('is counted while the case goes on, from the day after the due date', () => {
    expect(daysLateOf(item)).toBe(300);
    expect(daysLateOf(invoiceItem({ ...item, dunning: { status: 'held' } }))).toBe(300);
    expect([0, -12, null].map((days_late) => daysLateOf({ ...item, days_late }))).toEqual([null, null, null]);
  });
  it.each(['paid', 'cancelled', 'written_off'])('is none of an invoice that is %s', (status) => {
    expect(daysLateOf({ ...item, status })).toBeNull();
    expect(hasEnded({ status })).toBe(true);
  });
  it('is none of a credit note', () => {
    expect(daysLateOf({ ...item, kind: 'credit_note', status: null })).toBeNull();
    expect(hasEnded({ status: null })).toBe(false);
  });
});
