import { describe, expect, it } from 'vitest';
import { zoneNamed } from '../../../domain/calendar/local-time.ts';

describe('a time zone that a creditor names', () => {
  it('is taken in any case, and kept as the database and Temporal spell it', () => {
    expect(['europe/paris', 'EUROPE/PARIS', 'Europe/Paris', 'utc', 'america/port-au-prince'].map(zoneNamed)).toEqual([
      'Europe/Paris',
      'Europe/Paris',
      'Europe/Paris',
      'UTC',
      'America/Port-au-Prince',
    ]);
  });

  it('keeps the name that it has today, and becomes a zone of the tz database where it is only an old other name', () => {
    expect(['Asia/Kolkata', 'europe/kyiv', 'Indian/Reunion', 'US/Pacific-New', 'GB'].map(zoneNamed)).toEqual([
      'Asia/Kolkata',
      'Europe/Kyiv',
      'Indian/Reunion',
      'America/Los_Angeles',
      'Europe/London',
    ]);
  });

  it('is none where an abbreviation stands for several, where nobody has it any more, or where it is an offset', () => {
    for (const name of [
      'CST',
      'BST',
      'IST',
      'ECT',
      'PST',
      'SystemV/PST8',
      'Mars/Olympus',
      '+02:00',
      'Etc/Unknown',
      '',
    ]) {
      expect([name, zoneNamed(name)]).toEqual([name, null]);
    }
  });
});
