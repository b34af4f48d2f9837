import { describe, expect, it } from 'vitest';
import { localDayAt, settingsOf } from '../../../facts/business-calendar.ts';

const at = new Date('2026-12-31T23:30:00Z');

describe('the day on which something is booked', () => {
  it.each([
    ['Europe/Paris', '2027-01-01'],
    ['America/Martinique', '2026-12-31'],
    ['Pacific/Noumea', '2027-01-01'],
  ])('is that of the creditor, in %s', (timeZone, on) => {
    expect(localDayAt({ settings: { timeZone } }, at)).toBe(on);
  });

  it('is never that of Paris because nobody knows where the creditor is', () => {
    const unread: { id: string; settings: { timeZone: string } | null } = { id: 'c-1', settings: null };
    expect(() => localDayAt(unread, at)).toThrow('creditor c-1 has no settings');
    expect(() => settingsOf(unread)).toThrow('creditor c-1 has no settings');
  });
});
