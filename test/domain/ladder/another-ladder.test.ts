import { describe, expect, it } from 'vitest';
import { planNextStep } from '../../../domain/ladder/plan-next-step.ts';
import type { ScenarioStep, StepRecord } from '../../../domain/ladder/step.ts';
import { aCase, aStep, done, J15 } from './case.ts';

const LETTER = { kind: 'letter', letterKind: 'simple' } as const;
const SMS = { kind: 'sms' } as const;

/** The next step of this ladder, as `r2 R2 letter`; null when the ladder is over. */
function next(steps: readonly ScenarioStep[], ...progress: StepRecord[]): string | null {
  const plan = planNextStep(aCase({ steps, progress, nowAt: '2026-06-20T09:00:00Z' }));
  return plan.kind === 'exhausted' ? null : `${plan.step.key} R${plan.step.level} ${plan.step.kind}`;
}

describe('A case that moves to another ladder, in which a step has the key of another one,', () => {
  it('skips no level: what was done under the key was of the level before', () => {
    const progress = [done('r1', 1, '2026-05-04'), done('r2', 1, '2026-05-11', { kind: 'letter' })];
    expect(next(J15, ...progress)).toBe('r2 R2 email');
    expect(next(J15, ...progress, done('r2', 2, '2026-05-26'))).toBe('r3 R3 letter');
  });

  it('is sent no level twice: what was done under the key was of the level above', () => {
    const steps = [aStep('a', 0), aStep('b', 1), aStep('c', 2)];
    expect(next(steps, done('a', 1, '2026-05-04'))).toBe('c R2 email');
  });

  it('nor when a version puts a step before those that were done', () => {
    const steps = [aStep('r1', 1), aStep('r2', 1, SMS), aStep('r3', 2), aStep('r4', 3)];
    expect(next(steps, done('r1', 1, '2026-05-04'), done('r2', 2, '2026-05-19'))).toBe('r4 R3 email');
  });

  it('goes on at the same level when the channel under the key is one not yet used', () => {
    const steps = [aStep('r1', 1, LETTER), aStep('r2', 2)];
    expect(next(steps, done('r1', 1, '2026-05-04'))).toBe('r1 R1 letter');
    expect(next(steps, done('r1', 1, '2026-05-04'), done('r1', 1, '2026-05-11', { kind: 'letter' }))).toBe(
      'r2 R2 email',
    );
  });

  it('does not come back by a channel that the level was sent by before it moved', () => {
    const steps = [aStep('post', 1, LETTER), aStep('again', 1), aStep('b', 2)];
    const moved = [done('x', 1, '2026-05-04'), done('post', 1, '2026-05-11', { kind: 'letter' })];
    expect(next(steps, ...moved)).toBe('b R2 email');
  });
});

describe('A case that stays in its ladder', () => {
  it('is done with a step that a person sent by another channel', () => {
    const steps = [aStep('r1', 1, LETTER), aStep('r2', 2)];
    expect(next(steps, done('r1', 1, '2026-05-04', { byHand: true }))).toBe('r2 R2 email');
  });

  it('is done with a step that was skipped', () => {
    expect(next(J15, done('r1', 1, '2026-05-04', { outcome: 'skipped' }))).toBe('r2 R2 email');
  });

  it('gets both of two mails of one level', () => {
    const steps = [aStep('first', 1), aStep('second', 1), aStep('r2', 2)];
    expect(next(steps, done('first', 1, '2026-05-04'))).toBe('second R1 email');
  });
});
