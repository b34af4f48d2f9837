import { describe, expect, it } from 'vitest';
import { planNextStep } from '../../../domain/ladder/plan-next-step.ts';
import { aCase, aStep, codes, J15, planned } from './case.ts';

const LITIGATION = { kind: 'litigation', untilOn: null, endsAt: null } as const;
const PROMISE = { kind: 'promise', untilOn: '2026-05-15', endsAt: '2026-05-20T22:00:00.000Z' } as const;

describe('A hold', () => {
  it('without an end leaves nothing planned, and says what stands still', () => {
    expect(planNextStep(aCase({ holds: [LITIGATION] }))).toMatchObject({
      kind: 'held',
      step: { key: 'r1' },
      turnOn: '2026-05-04',
      reasons: [{ code: 'anchor' }, { code: 'not_working' }, { code: 'held', hold: 'litigation' }],
    });
  });

  it('with an end moves the step to the first send hour after it', () => {
    const plan = planned({ holds: [PROMISE] });
    expect(plan).toMatchObject({ dueAt: '2026-05-21T07:00:00.000Z', turnOn: '2026-05-04' });
    expect(plan.reasons.at(-1)).toMatchObject({ code: 'hold_ends', hold: 'promise', untilOn: '2026-05-15' });
  });

  it('of which the last to end counts, and one without an end above all', () => {
    const pause = { kind: 'customer_pause', untilOn: '2026-06-30', endsAt: '2026-06-30T22:00:00.000Z' } as const;
    expect(planned({ holds: [pause, PROMISE] }).dueOn).toBe('2026-07-01');
    expect(planned({ holds: [PROMISE, pause] }).dueOn).toBe('2026-07-01');
    expect(planNextStep(aCase({ holds: [PROMISE, LITIGATION] })).kind).toBe('held');
  });

  it('that ends before the planned day changes nothing', () => {
    const short = { kind: 'pause', untilOn: '2026-05-03', endsAt: '2026-05-03T22:00:00.000Z' } as const;
    expect(planned({ holds: [short] })).toEqual(planned());
  });

  it('takes a step that was already waiting along', () => {
    const openStep = { cycle: 1, stepKey: 'r1', dueAt: '2026-05-04T07:00:00.000Z' };
    const steps = J15.map((step) => ({ ...step, mode: 'to_confirm' as const }));
    expect(planned({ steps, nowAt: '2026-05-06T09:00:00Z', openStep, holds: [PROMISE] }).dueOn).toBe('2026-05-21');
  });

  it('released after months: one step, at the next send hour of a working day', () => {
    expect(planned({ nowAt: '2026-09-11T15:00:00Z' })).toMatchObject({
      step: { key: 'r1' },
      dueAt: '2026-09-14T07:00:00.000Z',
    });
  });

  it('on an exhausted ladder holds nothing', () => {
    expect(planNextStep(aCase({ steps: [], holds: [LITIGATION] }))).toEqual({ kind: 'exhausted' });
  });
});

describe('A person confirms', () => {
  it.each(['litigation', 'dispute_rejected', 'reversal', 'allocation_reversed', 'long_hold'] as const)(
    'the first step after: %s',
    (confirmReason) => {
      const plan = planned({ confirmReason });
      expect(plan.mode).toBe('to_confirm');
      expect(plan.reasons.at(-1)).toEqual({ code: 'confirm', why: confirmReason });
    },
  );

  it('not when the setting is off, but always after going live', () => {
    const settings = { minimumSpacingDays: 1, confirmAfterRelease: false, cap: null };
    expect(planned({ settings, confirmReason: 'litigation' }).mode).toBe('automatic');
    expect(codes(planned({ settings, confirmReason: 'litigation' }))).not.toContain('confirm');
    expect(planned({ settings, confirmReason: 'going_live' }).mode).toBe('to_confirm');
  });

  it('a step of which unallocated money covers the claim, with that reason', () => {
    const plan = planned({ creditCover: true });
    expect(plan.mode).toBe('to_confirm');
    expect(plan.reasons.at(-1)).toEqual({ code: 'confirm', why: 'credit_cover' });
  });

  it('a simple letter or an SMS that would leave by itself and that no provider takes, with that reason', () => {
    const without = ['letter', 'sms'] as const;
    const modeOf = (more: object, withoutProvider: readonly ('letter' | 'sms')[] = without) => {
      const { mode, reasons } = planned({ steps: [aStep('r1', 1, more)], withoutProvider });
      return [mode, reasons.some((reason) => reason.code === 'confirm' && reason.why === 'no_provider')];
    };
    expect(modeOf({ kind: 'letter', letterKind: 'simple' })).toEqual(['to_confirm', true]);
    expect(modeOf({ kind: 'sms' })).toEqual(['to_confirm', true]);
    expect(modeOf({ kind: 'sms' }, ['letter'])).toEqual(['automatic', false]);
    expect(modeOf({ kind: 'email' })).toEqual(['automatic', false]);
    // The letter is made, and waits to be posted.
    expect(modeOf({ kind: 'letter', letterKind: 'registered' })).toEqual(['automatic', false]);
    expect(modeOf({ kind: 'letter', mode: 'manual' })).toEqual(['manual', false]);
  });

  it('messages, whatever their mode; a call stays a call to make', () => {
    const manual = [aStep('r1', 1, { mode: 'manual' })];
    const call = [aStep('call', 1, { kind: 'call', mode: 'manual' })];
    expect(planned({ steps: manual, confirmReason: 'litigation' }).mode).toBe('to_confirm');
    expect(planned({ steps: call, confirmReason: 'litigation' }).mode).toBe('manual');
  });

  it('nothing more than the scenario asks otherwise', () => {
    expect(planned().mode).toBe('automatic');
  });
});
