import { describe, expect, it } from 'vitest';
import { planNextStep } from '../../../domain/ladder/plan-next-step.ts';
import { aCase, codes, done, J15, levelSet, PARIS, planned } from './case.ts';
import { aStep } from './case.ts';

const CONFIRMED = J15.map((step) => ({ ...step, mode: 'to_confirm' as const }));

describe('A late step', () => {
  it('leaves today when the send hour is still to come', () => {
    const plan = planned({ nowAt: '2026-09-01T06:00:00Z' });
    expect(plan).toMatchObject({ step: { key: 'r1' }, dueAt: '2026-09-01T07:00:00.000Z', turnOn: '2026-05-04' });
    expect(codes(plan)).toContain('late');
  });

  it('leaves at the next send hour of a working day otherwise', () => {
    expect(planned({ nowAt: '2026-09-04T07:00:00.001Z' }).dueAt).toBe('2026-09-07T07:00:00.000Z');
  });

  it('after months of outage is one step, and the next comes its own delay later', () => {
    expect(planned({ nowAt: '2027-01-04T09:00:00Z' })).toMatchObject({ step: { key: 'r1' }, dueOn: '2027-01-05' });
    const plan = planned({ nowAt: '2027-01-05T08:00:01Z', progress: [done('r1', 1, '2027-01-05')] });
    expect(plan).toMatchObject({ step: { key: 'r2' }, dueOn: '2027-01-20' });
  });

  it('with a ladder of due-date anchors, the levels follow one another with the spacing', () => {
    const steps = [1, 2, 3].map((level) => aStep(`r${level}`, level, { anchor: 'due_on', delayDays: 15 * level }));
    const settings = { minimumSpacingDays: 8, confirmAfterRelease: true, cap: null };
    const plan = planned({ steps, settings, nowAt: '2026-12-01T09:00:00Z', progress: [done('r1', 1, '2026-12-01')] });
    expect(plan).toMatchObject({ step: { key: 'r2' }, dueOn: '2026-12-09' });
  });

  it('that waits for a person keeps its instant', () => {
    const openStep = { cycle: 1, stepKey: 'r1', dueAt: '2026-05-04T07:00:00.000Z' };
    const plan = planned({ steps: CONFIRMED, nowAt: '2026-05-20T09:00:00Z', openStep });
    expect(plan.dueAt).toBe('2026-05-04T07:00:00.000Z');
    expect(codes(plan)).toContain('waiting');
  });

  it('that is leaving within its hour keeps its instant, and after an outage takes the next send hour', () => {
    const openStep = { cycle: 1, stepKey: 'r1', dueAt: '2026-05-04T07:00:00.000Z' };
    expect(planned({ nowAt: '2026-05-04T07:04:00Z', openStep }).dueAt).toBe('2026-05-04T07:00:00.000Z');
    expect(planned({ nowAt: '2026-05-04T12:00:00Z', openStep }).dueAt).toBe('2026-05-05T07:00:00.000Z');
    expect(planned({ nowAt: '2026-05-09T12:00:00Z', openStep }).dueAt).toBe('2026-05-11T07:00:00.000Z');
  });

  it('of another cycle, or another step, did not wait', () => {
    const openStep = { cycle: 1, stepKey: 'r1', dueAt: '2026-05-04T07:00:00.000Z' };
    expect(planned({ nowAt: '2026-05-20T09:00:00Z', openStep, cycle: 2 }).dueOn).toBe('2026-05-21');
    expect(planned({ nowAt: '2026-05-20T09:00:00Z', openStep: { ...openStep, stepKey: 'r2' } }).dueOn).toBe(
      '2026-05-21',
    );
  });

  it('no longer waits when its due date was moved on', () => {
    const openStep = { cycle: 1, stepKey: 'r1', dueAt: '2026-05-04T07:00:00.000Z' };
    const waiting = { steps: CONFIRMED, nowAt: '2026-05-20T09:00:00Z', openStep };
    const plan = planned({ ...waiting, invoice: { issuedOn: '2026-04-16', dueOn: '2026-06-30' } });
    expect(plan.dueOn).toBe('2026-07-01');
    expect(codes(plan)).not.toContain('waiting');
  });

  it('waits since its new day when the due date was moved to a day that is past too', () => {
    const openStep = { cycle: 1, stepKey: 'r1', dueAt: '2026-05-04T07:00:00.000Z' };
    const waiting = { steps: CONFIRMED, nowAt: '2026-05-20T09:00:00Z', openStep };
    const plan = planned({ ...waiting, invoice: { issuedOn: '2026-04-16', dueOn: '2026-05-10' } });
    expect(plan.dueAt).toBe('2026-05-11T07:00:00.000Z');
  });
});

describe('A step that waits for a person, where the send hour or the time zone is changed and put back', () => {
  const NOON = '2026-05-04T10:00:00.000Z';
  const openStep = { cycle: 1, stepKey: 'r1', dueAt: '2026-05-04T07:00:00.000Z', dueOn: '2026-05-04' };
  const asked = (calendar: Partial<typeof PARIS>, open: typeof openStep, nowAt = NOON) => {
    const plan = planned({ steps: CONFIRMED, nowAt, calendar: { ...PARIS, ...calendar }, openStep: open });
    return { ...plan, openStep: { ...openStep, dueAt: plan.dueAt, dueOn: plan.dueOn } };
  };

  it('keeps its day, and still waits', () => {
    for (const calendar of [{ sendHour: 15 }, { timeZone: 'America/Martinique', sendHour: 23 }]) {
      const other = asked(calendar, openStep);
      expect(other).toMatchObject({ dueAt: openStep.dueAt, dueOn: '2026-05-04' });
      expect(codes(other)).toContain('waiting');
      expect(asked({}, other.openStep)).toMatchObject({ dueAt: openStep.dueAt, dueOn: '2026-05-04' });
    }
  });

  it('waits since the hour of now of its day, when it was to wait from a later hour or from another day’s there', () => {
    const atThree = { ...openStep, dueAt: '2026-05-04T13:00:00.000Z' };
    expect(asked({ sendHour: 15 }, atThree).dueAt).toBe(atThree.dueAt);
    expect(asked({}, atThree)).toMatchObject({ dueAt: openStep.dueAt, dueOn: '2026-05-04' });
    const inMartinique = { ...openStep, dueAt: '2026-05-05T03:00:00.000Z' };
    const later = asked({}, inMartinique, '2026-05-07T10:00:00.000Z');
    expect(later).toMatchObject({ dueAt: openStep.dueAt, dueOn: '2026-05-04' });
  });

  it('while what leaves by itself takes the next send hour, as after an outage', () => {
    const late = { nowAt: NOON, openStep: { ...openStep, dueAt: '2026-05-04T13:00:00.000Z' } };
    expect(planned(late).dueOn).toBe('2026-05-05');
  });
});

describe('The ladder never skips', () => {
  it('after the last step it is exhausted', () => {
    const progress = [
      done('r1', 1, '2026-05-04'),
      done('r2', 2, '2026-05-19'),
      done('r3', 3, '2026-06-03', { kind: 'letter' }),
    ];
    expect(planNextStep(aCase({ progress, nowAt: '2026-06-03T09:00:00Z' }))).toEqual({ kind: 'exhausted' });
  });

  it('the order of the records does not matter', () => {
    const progress = [done('r2', 2, '2026-05-19'), done('r1', 1, '2026-05-04')];
    expect(planned({ progress, nowAt: '2026-05-20T09:00:00Z' }).step.key).toBe('r3');
  });

  it('a changed scenario goes on above the level reached', () => {
    const steps = [aStep('a', 1), aStep('b', 2), aStep('c', 3)];
    expect(planned({ steps, progress: [done('r1', 1, '2026-05-04')], nowAt: '2026-05-05T09:00:00Z' }).step.key).toBe(
      'b',
    );
  });

  it('or at the same level by a channel not yet used', () => {
    const steps = [aStep('a', 1), aStep('post', 1, { kind: 'letter', letterKind: 'simple' }), aStep('b', 2)];
    expect(planned({ steps, progress: [done('r1', 1, '2026-05-04')], nowAt: '2026-05-05T09:00:00Z' }).step.key).toBe(
      'post',
    );
  });

  it('but a level that a person set is done by every channel', () => {
    const steps = [aStep('a', 1), aStep('post', 1, { kind: 'letter', letterKind: 'simple' }), aStep('b', 2)];
    expect(planned({ steps, progress: [levelSet(1, '2026-05-04')], nowAt: '2026-05-05T09:00:00Z' }).step.key).toBe('b');
  });

  it('two channels of one level follow each other', () => {
    const steps = [
      aStep('mail', 1, { anchor: 'issued_on' }),
      aStep('call', 1, { kind: 'call', mode: 'manual', delayDays: 3 }),
      ...J15.slice(1),
    ];
    const plan = planned({ steps, progress: [done('mail', 1, '2026-05-04')], nowAt: '2026-05-04T09:00:00Z' });
    expect(plan).toMatchObject({ step: { key: 'call', kind: 'call' }, dueOn: '2026-05-07', mode: 'manual' });
  });

  it('never goes down, even where a scenario does', () => {
    const steps = [aStep('notice', 2), aStep('late', 1)];
    expect(planNextStep(aCase({ steps, progress: [done('notice', 2, '2026-05-04')] }))).toEqual({ kind: 'exhausted' });
  });

  it('a version without the higher levels leaves nothing', () => {
    const steps = [aStep('a', 1)];
    expect(planNextStep(aCase({ steps, progress: [done('r2', 2, '2026-05-04')] }))).toEqual({ kind: 'exhausted' });
  });
});

describe('An account that receives one message a day', () => {
  const openStep = { cycle: 1, stepKey: 'r1', dueAt: '2026-05-04T07:00:00.000Z' };
  const atItsHour = { openStep, nowAt: '2026-05-04T07:00:00.050Z' };

  it('has its step wait for the next working day when another message took the day, and says so', () => {
    const plan = planned({ ...atItsHour, accountMessageDays: ['2026-05-04'] });
    expect(plan.dueOn).toBe('2026-05-05');
    expect(plan.reasons.at(-1)).toEqual({ code: 'one_a_day', on: '2026-05-04' });
    expect(codes(plan)).not.toContain('late');
  });

  it('has it leave at its hour when the messages were of other days, or several may leave', () => {
    expect(planned({ ...atItsHour, accountMessageDays: ['2026-04-30'] }).dueOn).toBe('2026-05-04');
    expect(planned(atItsHour).dueOn).toBe('2026-05-04');
  });

  it('holds back neither a call nor what a person has been asked for', () => {
    const call = aStep('r1', 1, { kind: 'call', anchor: 'issued_on' });
    const asked = aStep('r1', 1, { mode: 'to_confirm', anchor: 'issued_on' });
    for (const step of [call, asked])
      expect(planned({ ...atItsHour, steps: [step], accountMessageDays: ['2026-05-04'] }).dueOn).toBe('2026-05-04');
  });
});

describe('The customer’s cap', () => {
  const settings = { minimumSpacingDays: 1, confirmAfterRelease: true, cap: { count: 2, days: 7 } };

  it('a step over it waits for the next free working day', () => {
    const plan = planned({ settings, customerMessageDays: ['2026-04-29', '2026-04-30'] });
    expect(plan).toMatchObject({ dueOn: '2026-05-06', turnOn: '2026-05-04' });
    expect(plan.reasons.at(-1)).toEqual({ code: 'cap', count: 2, days: 7 });
  });

  it('messages that are older than its days do not count', () => {
    expect(planned({ settings, customerMessageDays: ['2026-04-26', '2026-04-27'] }).dueOn).toBe('2026-05-04');
  });

  it('a call is no message', () => {
    const steps = [aStep('call', 1, { kind: 'call', mode: 'manual', anchor: 'issued_on' })];
    expect(planned({ settings, steps, customerMessageDays: ['2026-04-30', '2026-05-02'] }).dueOn).toBe('2026-05-04');
  });

  it('of zero is refused rather than waited for', () => {
    const none = { ...settings, cap: { count: 0, days: 7 } };
    expect(() => planNextStep(aCase({ settings: none }))).toThrow(RangeError);
  });

  it('holds a waiting step back too', () => {
    const openStep = { cycle: 1, stepKey: 'r1', dueAt: '2026-05-04T07:00:00.000Z' };
    const customerMessageDays = ['2026-05-04', '2026-05-04'];
    expect(planned({ settings, openStep, customerMessageDays, nowAt: '2026-05-05T09:00:00Z' }).dueOn).toBe(
      '2026-05-11',
    );
  });

  it('works in the creditor’s days', () => {
    const calendar = { ...PARIS, timeZone: 'Pacific/Noumea', sendHour: 0 };
    expect(planned({ settings, calendar, customerMessageDays: ['2026-04-27', '2026-04-28'] }).dueOn).toBe('2026-05-04');
  });
});
