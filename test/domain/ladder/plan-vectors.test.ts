import { describe, expect, it } from 'vitest';
import { localDate } from '../../../domain/calendar/local-time.ts';
import { simulate } from '../../../domain/ladder/simulate.ts';
import { aCase, aStep, J15, PARIS } from './case.ts';

/** The days on which the steps of the ladder « J+15 » leave for an invoice of that day. */
function days(issuedOn: string, holidayZone: 'metropole' | 'alsace_moselle' = 'metropole'): string[] {
  const calendar = { ...PARIS, holidayZone };
  const steps = simulate({ issuedOn, dueOn: issuedOn, steps: J15, calendar, settings: aCase().settings });
  return steps.map((step) => localDate(step.dueAt, calendar.timeZone));
}

describe('The vectors of French practice: R1 at 15 days of the invoice, then 15 days after the day it really left', () => {
  it.each([
    ['R1 falls on 1 May', '2026-04-16', ['2026-05-04', '2026-05-19', '2026-06-03']],
    ['R1 falls on Easter Monday', '2026-03-22', ['2026-04-07']],
    ['Good Friday is worked in most of France', '2026-03-19', ['2026-04-03', '2026-04-20', '2026-05-05']],
    ['14 July', '2026-06-29', ['2026-07-15']],
    ['All Saints on a Sunday', '2026-10-17', ['2026-11-02']],
    ['Christmas and its week-end', '2026-12-10', ['2026-12-28', '2027-01-12']],
    ['Ascension', '2026-04-29', ['2026-05-15', '2026-06-01']],
  ])('%s', (_, issuedOn, expected) => expect(days(issuedOn).slice(0, expected.length)).toEqual(expected));

  it('Good Friday is a holiday in Alsace-Moselle', () => {
    expect(days('2026-03-19', 'alsace_moselle')[0]).toBe('2026-04-07');
  });

  it('29 February counts', () => {
    expect(days('2028-02-14')[0]).toBe('2028-02-29');
    expect(days('2028-02-15')[0]).toBe('2028-03-01');
  });
});

describe('A simulation', () => {
  it('leaves every step on its day, at the send hour, in its mode', () => {
    expect(
      simulate({
        issuedOn: '2026-04-16',
        dueOn: '2026-04-16',
        steps: J15,
        calendar: PARIS,
        settings: aCase().settings,
      }),
    ).toEqual([
      { key: 'r1', level: 1, dueAt: '2026-05-04T07:00:00.000Z', mode: 'automatic' },
      { key: 'r2', level: 2, dueAt: '2026-05-19T07:00:00.000Z', mode: 'automatic' },
      { key: 'r3', level: 3, dueAt: '2026-06-03T07:00:00.000Z', mode: 'to_confirm' },
    ]);
  });

  it('knows preventive steps, and no step before the invoice exists', () => {
    const steps = [aStep('before', 0, { anchor: 'due_on', delayDays: -7 }), aStep('r1', 1, { anchor: 'due_on' })];
    const of = (issuedOn: string, dueOn: string) =>
      simulate({ issuedOn, dueOn, steps, calendar: PARIS, settings: aCase().settings }).map((step) =>
        step.dueAt.slice(0, 10),
      );
    expect(of('2026-11-02', '2026-12-02')).toEqual(['2026-11-25', '2026-12-17']);
    expect(of('2026-11-30', '2026-12-02')).toEqual(['2026-11-30', '2026-12-17']);
  });

  it('counts its own messages for the customer’s cap', () => {
    const settings = { ...aCase().settings, cap: { count: 1, days: 30 } };
    const left = simulate({ issuedOn: '2026-04-16', dueOn: '2026-04-16', steps: J15, calendar: PARIS, settings });
    expect(left.map((step) => step.dueAt.slice(0, 10))).toEqual(['2026-05-04', '2026-06-03', '2026-07-03']);
  });

  it('goes on after a step that leaves on another day, on working days as the planner does', () => {
    const after = (on: string, key = 'r2') =>
      simulate({
        ...{ issuedOn: '2026-10-01', dueOn: '2026-10-01', steps: J15, calendar: PARIS, settings: aCase().settings },
        after: { key, on },
      }).map((step) => [step.key, step.dueAt.slice(0, 10)]);
    expect(after('2026-12-02')).toEqual([['r3', '2026-12-17']]);
    // 26 December is a Saturday.
    expect(after('2026-12-11')).toEqual([['r3', '2026-12-28']]);
    expect(after('2026-12-02', 'r3')).toEqual([]);
    expect(after('2026-12-02', 'unknown')).toEqual([]);
  });

  it('has nothing for a scenario without steps', () => {
    expect(
      simulate({ issuedOn: '2026-04-16', dueOn: '2026-04-16', steps: [], calendar: PARIS, settings: aCase().settings }),
    ).toEqual([]);
  });
});
