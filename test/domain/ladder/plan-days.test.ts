import { describe, expect, it } from 'vitest';
import { planNextStep } from '../../../domain/ladder/plan-next-step.ts';
import { aCase, aStep, codes, done, J15, levelSet, PARIS, planned } from './case.ts';

describe('The day of the next step', () => {
  it('R1 is 15 days after the invoice, on the next working day, at the send hour', () => {
    const plan = planned();
    expect(plan).toMatchObject({
      dueAt: '2026-05-04T07:00:00.000Z',
      dueOn: '2026-05-04',
      turnOn: '2026-05-04',
      mode: 'automatic',
    });
    expect(plan.rule).toBe('issued_on+15');
    expect(plan.reasons).toEqual([
      { code: 'anchor', anchor: 'issued_on', anchorOn: '2026-04-16', delayDays: 15, previousLevel: null },
      { code: 'not_working', on: '2026-05-01', because: 'holiday' },
    ]);
  });

  it('R2 counts from the day on which R1 really left', () => {
    const plan = planned({ nowAt: '2026-06-10T09:00:00Z', progress: [done('r1', 1, '2026-06-10')] });
    expect(plan).toMatchObject({ step: { key: 'r2', level: 2 }, dueOn: '2026-06-25' });
    expect(plan.reasons[0]).toMatchObject({ anchorOn: '2026-06-10', previousLevel: 1 });
  });

  it('no reminder before the day after the due date, whatever its anchor', () => {
    const plan = planned({ invoice: { issuedOn: '2026-04-16', dueOn: '2026-06-15' } });
    expect(plan.dueOn).toBe('2026-06-16');
    expect(codes(plan)).toEqual(['anchor', 'not_before_due']);
  });

  it('unless the scenario says so', () => {
    const steps = [aStep('r1', 1, { anchor: 'issued_on', mayPrecedeDue: true })];
    expect(planned({ steps, invoice: { issuedOn: '2026-04-16', dueOn: '2026-06-15' } }).dueOn).toBe('2026-05-04');
  });

  it('a delay of zero on the due date means the day after', () => {
    const steps = [aStep('r1', 1, { anchor: 'due_on', delayDays: 0 })];
    expect(planned({ steps, invoice: { issuedOn: '2026-04-16', dueOn: '2026-06-15' } }).dueOn).toBe('2026-06-16');
  });

  it('the due date moved on after R1: R2 waits for it', () => {
    const plan = planned({
      nowAt: '2026-05-05T09:00:00Z',
      invoice: { issuedOn: '2026-04-16', dueOn: '2026-07-31' },
      progress: [done('r1', 1, '2026-05-04')],
    });
    expect(plan.dueOn).toBe('2026-08-03');
  });

  it('a message by hand keeps its distance to the next step', () => {
    const plan = planned({
      nowAt: '2026-05-19T06:00:00Z',
      settings: { minimumSpacingDays: 5, confirmAfterRelease: true, cap: null },
      progress: [done('r1', 1, '2026-05-04')],
      lastMessageOn: '2026-05-18',
    });
    expect(plan.dueOn).toBe('2026-05-26');
    expect(codes(plan)).toEqual(['anchor', 'spacing', 'not_working']);
  });

  it('two steps of an invoice never leave on one day, even with a spacing of zero', () => {
    const steps = [aStep('r1', 1, { anchor: 'due_on' }), aStep('r2', 2, { anchor: 'due_on' })];
    const settings = { minimumSpacingDays: 0, confirmAfterRelease: true, cap: null };
    const progress = [done('r1', 1, '2026-05-04')];
    expect(planned({ steps, settings, progress, nowAt: '2026-05-04T07:00:00Z' }).dueOn).toBe('2026-05-05');
  });

  it('a day postponed to is the earliest', () => {
    const plan = planned({ postponed: { stepKey: 'r1', untilOn: '2026-06-06' } });
    expect(plan.dueOn).toBe('2026-06-08');
    expect(codes(plan)).toEqual(['anchor', 'postponed', 'not_working']);
    expect(planned({ postponed: { stepKey: 'r1', untilOn: '2026-04-20' } }).dueOn).toBe('2026-05-04');
  });

  it('a day that the step of that key was postponed to in another scenario is not its own, by another channel or level', () => {
    const put = { stepKey: 'r1', level: 1, kind: 'email', untilOn: '2026-06-06' } as const;
    expect(codes(planned({ postponed: put }))).toContain('postponed');
    for (const other of [{ level: 2 }, { kind: 'letter' as const }]) {
      expect(codes(planned({ postponed: { ...put, ...other } }))).not.toContain('postponed');
    }
  });

  it('a day that another step was postponed to is not its own, be the other still open or not', () => {
    const postponed = { stepKey: 'x1', untilOn: '2026-06-08' };
    const openStep = { cycle: 1, stepKey: 'x1', dueAt: '2026-06-08T07:00:00.000Z' };
    for (const input of [{ postponed, openStep }, { postponed }]) {
      expect(planned(input).dueOn).toBe('2026-05-04');
      expect(codes(planned(input))).not.toContain('postponed');
    }
  });

  it('a level set by a person counts as that level’s day', () => {
    const plan = planned({ nowAt: '2026-06-01T09:00:00Z', progress: [levelSet(1, '2026-06-01')] });
    expect(plan).toMatchObject({ step: { key: 'r2' }, dueOn: '2026-06-16' });
  });

  it('a level reached elsewhere counts from the day it was reached', () => {
    const progress = [{ ...levelSet(2, '2026-05-20'), at: '2026-06-01T09:00:00Z' }];
    expect(planned({ nowAt: '2026-06-01T09:00:00Z', progress })).toMatchObject({
      step: { key: 'r3' },
      dueOn: '2026-06-04',
    });
  });

  it('level 0 set by a person starts the ladder again, at the next send hour', () => {
    const plan = planned({ cycle: 2, nowAt: '2026-08-03T06:00:00Z', progress: [levelSet(0, '2026-08-03')] });
    expect(plan).toMatchObject({ step: { key: 'r1' }, dueAt: '2026-08-03T07:00:00.000Z' });
  });

  it('a skipped step counts as its level’s day', () => {
    const progress = [done('r1', 1, '2026-05-04', { outcome: 'skipped' })];
    expect(planned({ nowAt: '2026-05-04T09:00:00Z', progress })).toMatchObject({
      step: { key: 'r2' },
      dueOn: '2026-05-19',
    });
  });

  it('a repeat by hand moves the next step', () => {
    const progress = [done('r1', 1, '2026-05-04'), done('r1', 1, '2026-05-12')];
    expect(planned({ nowAt: '2026-05-12T09:00:00Z', progress })).toMatchObject({
      step: { key: 'r2' },
      dueOn: '2026-05-27',
    });
  });

  it('send hours 0 and 23 are on the day itself', () => {
    expect(planned({ calendar: { ...PARIS, sendHour: 0 } })).toMatchObject({
      dueAt: '2026-05-03T22:00:00.000Z',
      dueOn: '2026-05-04',
    });
    expect(planned({ calendar: { ...PARIS, sendHour: 23 } })).toMatchObject({
      dueAt: '2026-05-04T21:00:00.000Z',
      dueOn: '2026-05-04',
    });
  });

  it('the creditor’s time zone gives the hour, and a move to another one follows', () => {
    const openStep = { cycle: 1, stepKey: 'r1', dueAt: '2026-05-04T07:00:00.000Z' };
    const calendar = { ...PARIS, timeZone: 'Indian/Reunion' };
    expect(planned({ openStep, calendar }).dueAt).toBe('2026-05-04T05:00:00.000Z');
  });

  it('the first step may count from a step before it that never was', () => {
    const steps = [aStep('r1', 1, { anchor: 'previous_step', delayDays: 10 })];
    expect(planned({ steps, invoice: { issuedOn: '2026-04-16', dueOn: '2026-05-04' } }).dueOn).toBe('2026-05-15');
  });
});

describe('A preventive step', () => {
  const steps = [
    aStep('soon', 0, { anchor: 'due_on', delayDays: -7 }),
    aStep('r1', 1, { delayDays: 15 }),
    ...J15.slice(1),
  ];
  const invoice = { issuedOn: '2026-05-18', dueOn: '2026-06-17' };

  it('leaves before the due date', () => {
    const plan = planned({ steps, invoice, nowAt: '2026-05-18T08:00:00Z' });
    expect(plan).toMatchObject({
      step: { key: 'soon', level: 0 },
      dueOn: '2026-06-10',
      lapsesAt: '2026-06-17T22:00:00.000Z',
    });
  });

  it('leaves late while the debt is not due', () => {
    expect(planned({ steps, invoice, nowAt: '2026-06-15T08:00:00Z' })).toMatchObject({
      step: { key: 'soon' },
      dueOn: '2026-06-16',
    });
  });

  it('falls away once it is due, and R1 keeps the day it would have had', () => {
    const plan = planned({ steps, invoice, nowAt: '2026-06-18T08:00:00Z' });
    expect(plan).toMatchObject({ step: { key: 'r1' }, dueOn: '2026-06-25', lapsesAt: null });
  });

  it('fallen away, keeps its own day for R1 even when R1 is postponed', () => {
    const openStep = { cycle: 1, stepKey: 'r1', dueAt: '2026-06-25T07:00:00.000Z' };
    const postponed = { postponed: { stepKey: 'r1', untilOn: '2026-06-29' }, openStep };
    const plan = planned({ steps, invoice, nowAt: '2026-06-18T08:00:00Z', ...postponed });
    expect(plan).toMatchObject({ step: { key: 'r1' }, dueOn: '2026-06-29' });
  });

  it('falls away when a hold keeps it beyond the due date', () => {
    const holds = [{ kind: 'pause' as const, untilOn: '2026-06-20', endsAt: '2026-06-20T22:00:00.000Z' }];
    expect(planned({ steps, invoice, nowAt: '2026-06-01T08:00:00Z', holds }).step.key).toBe('r1');
  });

  it('falls away when nobody confirmed it in time', () => {
    const openStep = { cycle: 1, stepKey: 'soon', dueAt: '2026-06-10T07:00:00.000Z' };
    const asked = steps.map((step) => ({ ...step, mode: 'to_confirm' as const }));
    expect(planned({ steps: asked, invoice, nowAt: '2026-06-18T08:00:00Z', openStep }).step.key).toBe('r1');
    expect(planned({ steps: asked, invoice, nowAt: '2026-06-17T08:00:00Z', openStep }).step.key).toBe('soon');
  });

  it('on the due date itself leaves on the working day after a Sunday', () => {
    const onTheDay = [aStep('today', 0, { anchor: 'due_on', delayDays: 0 })];
    const sunday = { issuedOn: '2026-05-18', dueOn: '2026-06-14' };
    expect(planned({ steps: onTheDay, invoice: sunday, nowAt: '2026-05-18T08:00:00Z' }).dueOn).toBe('2026-06-15');
  });

  it('alone in its scenario leaves nothing to do once it fell away', () => {
    const alone = steps.slice(0, 1);
    expect(planNextStep(aCase({ steps: alone, invoice, nowAt: '2026-06-18T08:00:00Z' }))).toEqual({
      kind: 'exhausted',
    });
  });
});
