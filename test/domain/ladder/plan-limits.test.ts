import { describe, expect, it } from 'vitest';
import { aCase, aStep, codes, done, levelSet, PARIS, planned } from './case.ts';
import { planNextStep } from '../../../domain/ladder/plan-next-step.ts';

// R1 of the ordinary case is due on Monday 4 May 2026 at 9 in Paris, which is 7 o'clock in the instants here.

const TURN_AT = '2026-05-04T07:00:00.000Z';
const openStep = { cycle: 1, stepKey: 'r1', dueAt: TURN_AT };

describe('To the millisecond', () => {
  it('at its send hour a step is not late; after it, it is', () => {
    const onTime = planned({ nowAt: TURN_AT });
    expect([onTime.dueAt, codes(onTime).includes('late')]).toEqual([TURN_AT, false]);
    const late = planned({ nowAt: '2026-05-04T07:00:00.001Z' });
    expect([late.dueOn, codes(late).includes('late')]).toEqual(['2026-05-05', true]);
  });

  it('an automatic step that has not left is punctual for an hour, and late after it', () => {
    expect(planned({ openStep, nowAt: '2026-05-04T08:00:00.000Z' }).dueAt).toBe(TURN_AT);
    expect(planned({ openStep, nowAt: '2026-05-04T08:00:00.001Z' }).dueOn).toBe('2026-05-05');
  });

  it('one that stands open waits from its instant on, not at it', () => {
    expect(codes(planned({ openStep, nowAt: TURN_AT }))).not.toContain('waiting');
    expect(codes(planned({ openStep, nowAt: '2026-05-04T07:00:00.001Z' }))).toContain('waiting');
  });

  it('a hold that ends at the send hour delays nothing; a millisecond later it takes the day', () => {
    const endingAt = (endsAt: string) => planned({ holds: [{ kind: 'pause', untilOn: null, endsAt }] });
    expect(endingAt(TURN_AT)).toEqual(planned());
    expect(endingAt('2026-05-04T07:00:00.001Z').dueOn).toBe('2026-05-05');
  });

  it('a hold that is over lets a waiting step wait on; one that is not does not', () => {
    const steps = [aStep('r1', 1, { anchor: 'issued_on', mode: 'to_confirm' })];
    const held = (endsAt: string) =>
      planned({ steps, openStep, nowAt: '2026-05-06T09:00:00Z', holds: [{ kind: 'pause', untilOn: null, endsAt }] });
    expect(held('2026-05-06T09:00:00.000Z').dueAt).toBe(TURN_AT);
    expect(held('2026-05-06T09:00:00.001Z').dueOn).toBe('2026-05-07');
  });

  it('a preventive step falls away at the midnight after the due date, and not before', () => {
    const steps = [aStep('soon', 0, { anchor: 'due_on', delayDays: -7, mode: 'manual' }), aStep('r1', 1)];
    const invoice = { issuedOn: '2026-05-18', dueOn: '2026-06-17' };
    const soon = { cycle: 1, stepKey: 'soon', dueAt: '2026-06-10T07:00:00.000Z' };
    const at = (nowAt: string) => planned({ steps, invoice, openStep: soon, nowAt }).step.key;
    expect([at('2026-06-17T21:59:59.999Z'), at('2026-06-17T22:00:00.000Z')]).toEqual(['soon', 'r1']);
  });
});

describe('The customer’s cap, to the day', () => {
  const settings = { minimumSpacingDays: 1, confirmAfterRelease: true, cap: { count: 1, days: 7 } };
  const dueOn = (...customerMessageDays: string[]) => planned({ settings, customerMessageDays }).dueOn;

  it('counts the days before it, the day itself with them, and none that is to come', () => {
    expect(dueOn('2026-04-27')).toBe('2026-05-04');
    expect(dueOn('2026-04-28')).toBe('2026-05-05');
    expect(dueOn('2026-05-04')).toBe('2026-05-11');
    expect(dueOn('2026-05-05')).toBe('2026-05-04');
  });

  it.each([
    ['email', null, '2026-05-11'],
    ['letter', 'simple', '2026-05-11'],
    ['sms', null, '2026-05-11'],
    ['call', null, '2026-05-04'],
    ['task', null, '2026-05-04'],
  ] as const)('is for what leaves: %s', (kind, letterKind, on) => {
    const steps = [aStep('r1', 1, { kind, letterKind, anchor: 'issued_on' })];
    expect(planned({ settings, steps, customerMessageDays: ['2026-05-04'] }).dueOn).toBe(on);
  });

  it('and the one message a day of an account are both told', () => {
    const plan = planned({ settings, customerMessageDays: ['2026-05-04'], accountMessageDays: ['2026-05-04'] });
    expect(plan.reasons.slice(-2)).toEqual([
      { code: 'cap', count: 1, days: 7 },
      { code: 'one_a_day', on: '2026-05-04' },
    ]);
  });
});

describe('The spacing', () => {
  const settings = { minimumSpacingDays: 10, confirmAfterRelease: true, cap: null };
  const steps = [1, 2].map((level) => aStep(`r${level}`, level, { anchor: 'due_on', delayDays: 15 * level }));
  const invoice = { issuedOn: '2026-01-05', dueOn: '2026-01-05' };
  const nowAt = '2026-05-12T06:00:00Z';

  it('runs from every step done or level set, whichever is last, and names the day it runs from', () => {
    const progress = [done('r1', 1, '2026-05-04'), levelSet(1, '2026-05-08')];
    const plan = planned({ settings, steps, invoice, nowAt, progress });
    expect(plan.dueOn).toBe('2026-05-18');
    expect(plan.reasons).toContainEqual({ code: 'spacing', lastOn: '2026-05-08', days: 10 });
  });

  it('is none after a level 0, and may be none after any other level that a person set', () => {
    const free = { ...settings, minimumSpacingDays: 0 };
    const set = (level: number) =>
      planned({ settings: free, steps, invoice, nowAt, progress: [levelSet(level, '2026-05-12')] });
    expect([set(0).step.key, set(0).dueOn]).toEqual(['r1', '2026-05-12']);
    expect([set(1).step.key, set(1).dueOn]).toEqual(['r2', '2026-05-12']);
    const spaced = planned({ settings, steps, invoice, nowAt, progress: [levelSet(0, '2026-05-12')] });
    expect(spaced.dueOn).toBe('2026-05-12');
  });
});

describe('The rule of a step', () => {
  it('is its anchor and its distance, before or after', () => {
    const rule = (delayDays: number) =>
      planned({
        steps: [aStep('soon', 0, { anchor: 'due_on', delayDays })],
        invoice: { issuedOn: '2026-04-16', dueOn: '2026-06-15' },
      }).rule;
    expect([rule(-7), rule(0), rule(3)]).toEqual(['due_on-7', 'due_on+0', 'due_on+3']);
  });

  it('never lets a step of level 1 leave before the invoice’s own date', () => {
    const steps = [aStep('r1', 1, { anchor: 'due_on', delayDays: -60, mayPrecedeDue: true })];
    const plan = planned({
      steps,
      nowAt: '2026-04-01T06:00:00Z',
      invoice: { issuedOn: '2026-04-16', dueOn: '2026-05-16' },
    });
    expect([plan.dueOn, codes(plan)]).toEqual(['2026-04-16', ['anchor', 'not_before_issue']]);
  });

  it('gives the step as the scenario has it, and nothing of its timing', () => {
    const steps = [aStep('r1', 1, { anchor: 'issued_on', kind: 'letter', letterKind: 'simple', templateId: 't' })];
    const step = { key: 'r1', level: 1, kind: 'letter', letterKind: 'simple', templateId: 't' };
    expect(planned({ steps }).step).toEqual(step);
    const holds = [{ kind: 'dispute' as const, untilOn: null, endsAt: null }];
    expect(planNextStep(aCase({ steps, holds, calendar: PARIS }))).toMatchObject({
      kind: 'held',
      step,
      rule: 'issued_on+15',
    });
  });
});
