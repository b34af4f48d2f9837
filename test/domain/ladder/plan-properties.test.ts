import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '../../../domain/calendar/local-date.ts';
import { instantAt, localDate } from '../../../domain/calendar/local-time.ts';
import { isWorkingDay, rollForward } from '../../../domain/calendar/working-days.ts';
import type { PlanInput, PlannedNextStep } from '../../../domain/ladder/plan.ts';
import { planNextStep } from '../../../domain/ladder/plan-next-step.ts';
import { isMessage } from '../../../domain/ladder/step.ts';
import { calendars } from '../arbitraries.ts';
import { cases } from './plan-arbitraries.ts';

const RUNS = { numRuns: 250 };

/** Checks `promise` on every case in which a step is planned; that is most of them. */
function always(promise: (plan: PlannedNextStep, input: PlanInput) => void): void {
  let planned = 0;
  fc.assert(
    fc.property(cases, (input) => {
      const plan = planNextStep(input);
      if (plan.kind !== 'step') return;
      planned += 1;
      promise(plan, input);
    }),
    RUNS,
  );
  expect(planned).toBeGreaterThan(RUNS.numRuns / 3);
}

const waitingFor = (plan: PlannedNextStep, input: PlanInput) => ({
  cycle: input.cycle,
  stepKey: plan.step.key,
  dueAt: plan.dueAt,
  dueOn: plan.dueOn,
});

describe('Whatever happened to a case, its next step', () => {
  it('never leaves before its planned day, nor before now', () => {
    always((plan, input) => {
      const step = input.steps.find(({ key }) => key === plan.step.key)!;
      const anchor = plan.reasons.find((reason) => reason.code === 'anchor')!;
      expect(plan.turnOn >= addDays(anchor.anchorOn, step.delayDays)).toBe(true);
      expect(plan.dueOn >= plan.turnOn).toBe(true);
      expect(Date.parse(plan.dueAt)).toBeGreaterThanOrEqual(Date.parse(input.nowAt));
      const { postponed } = input;
      if (postponed?.stepKey === plan.step.key) expect(plan.dueOn >= postponed.untilOn).toBe(true);
      else expect(plan.reasons.some(({ code }) => code === 'postponed')).toBe(false);
    });
  });

  it('leaves on a working day, at the send hour of that day', () => {
    always((plan, { calendar }) => {
      expect(isWorkingDay(plan.dueOn, calendar.holidayZone)).toBe(true);
      expect(isWorkingDay(plan.turnOn, calendar.holidayZone)).toBe(true);
      expect(plan.dueAt).toBe(instantAt(plan.dueOn, calendar.sendHour, calendar.timeZone));
      expect(localDate(plan.dueAt, calendar.timeZone)).toBe(plan.dueOn);
    });
  });

  it('asks for nothing before the day after the due date, unless it is preventive', () => {
    always((plan, { invoice }) => {
      if (plan.step.level >= 1) expect(plan.dueOn > invoice.dueOn).toBe(true);
      expect(plan.dueOn >= invoice.issuedOn).toBe(true);
    });
  });

  it('a preventive one leaves before it lapses: on the due date, or on its own later day', () => {
    always((plan, { invoice, calendar, postponed }) => {
      expect(plan.lapsesAt === null).toBe(plan.step.level > 0);
      if (plan.lapsesAt) expect(Date.parse(plan.dueAt)).toBeLessThan(Date.parse(plan.lapsesAt));
      if (!plan.lapsesAt || plan.dueOn <= invoice.dueOn) return;
      const anchor = plan.reasons.find((reason) => reason.code === 'anchor')!;
      const untilOn = postponed?.stepKey === plan.step.key ? postponed.untilOn : '';
      const ownOn = [addDays(anchor.anchorOn, anchor.delayDays), untilOn].sort().at(-1)!;
      expect(plan.dueOn).toBe(rollForward(ownOn, calendar.holidayZone));
    });
  });

  it('skips no level and never goes down', () => {
    always((plan, { steps, progress }) => {
      const reached = Math.max(0, ...progress.map((record) => record.level));
      expect(plan.step.level).toBeGreaterThanOrEqual(reached);
      const between = steps.filter(({ level }) => level > Math.max(reached, 0) && level < plan.step.level);
      expect(between).toEqual([]);
      expect(progress.some((record) => record.stepKey === plan.step.key)).toBe(false);
    });
  });

  it('keeps the minimum spacing, and never shares a day with another step of the invoice', () => {
    always((plan, { settings, progress, lastMessageOn }) => {
      for (const record of progress) {
        expect(daysBetween(record.on, plan.dueOn)).toBeGreaterThanOrEqual(Math.max(1, settings.minimumSpacingDays));
      }
      if (lastMessageOn)
        expect(daysBetween(lastMessageOn, plan.dueOn)).toBeGreaterThanOrEqual(settings.minimumSpacingDays);
    });
  });

  it('stays within the customer’s cap', () => {
    always((plan, { settings: { cap }, customerMessageDays }) => {
      if (!cap || !isMessage(plan.step.kind)) return;
      const inWindow = customerMessageDays.filter((on) => on <= plan.dueOn && on > addDays(plan.dueOn, -cap.days));
      expect(inWindow.length).toBeLessThan(cap.count);
    });
  });

  it('is never less careful than the scenario asks', () => {
    always((plan, { steps, creditCover }) => {
      const step = steps.find(({ key }) => key === plan.step.key)!;
      expect([step.mode, 'to_confirm']).toContain(plan.mode);
      if (creditCover && isMessage(step.kind)) expect(plan.mode).toBe('to_confirm');
    });
  });
});

describe('Planning again', () => {
  it('gives the same plan', () => {
    fc.assert(
      fc.property(cases, (input) => {
        expect(planNextStep(structuredClone(input))).toEqual(planNextStep(input));
      }),
      RUNS,
    );
  });

  it('changes nothing when the plan is written as the open step', () => {
    always((plan, input) => {
      expect(planNextStep({ ...input, openStep: waitingFor(plan, input) })).toEqual(plan);
    });
  });

  it('changes nothing until the step is due', () => {
    fc.assert(
      fc.property(cases, fc.double({ min: 0, max: 1, noNaN: true }), (input, share) => {
        const plan = planNextStep(input);
        if (plan.kind !== 'step') return;
        const from = Date.parse(input.nowAt);
        const later = new Date(Math.floor(from + share * (Date.parse(plan.dueAt) - from))).toISOString();
        const again = planNextStep({ ...input, nowAt: later, openStep: waitingFor(plan, input) });
        expect(again).toMatchObject({ kind: 'step', step: plan.step, dueAt: plan.dueAt, mode: plan.mode });
      }),
      RUNS,
    );
  });

  it('leaves a step that waits for a person where it is, for as long as it takes', () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 1, max: 300 * 24 * 3600 }), (input, seconds) => {
        const plan = planNextStep(input);
        if (plan.kind !== 'step' || plan.mode === 'automatic' || plan.step.level === 0) return;
        const later = new Date(Date.parse(plan.dueAt) + seconds * 1000).toISOString();
        const settings = { ...input.settings, cap: null };
        const again = planNextStep({ ...input, settings, nowAt: later, openStep: waitingFor(plan, input) });
        expect(again).toMatchObject({ kind: 'step', step: plan.step, dueAt: plan.dueAt });
      }),
      RUNS,
    );
  });

  it('moves a step that waits for a person to no later day for another send hour or time zone, and finds it waiting when that is put back', () => {
    let changed = 0;
    fc.assert(
      fc.property(
        cases,
        calendars,
        fc.integer({ min: 1, max: 40 * 3600 }),
        (input, { timeZone, sendHour }, seconds) => {
          const plan = planNextStep(input);
          if (plan.kind !== 'step' || plan.mode === 'automatic' || plan.step.level === 0) return;
          const nowAt = new Date(Date.parse(plan.dueAt) + seconds * 1000).toISOString();
          const now = { ...input, settings: { ...input.settings, cap: null }, nowAt };
          const calendar = { ...input.calendar, timeZone, sendHour };
          const other = planNextStep({ ...now, calendar, openStep: waitingFor(plan, input) });
          if (other.kind !== 'step') throw new Error(other.kind);
          expect(other.dueOn <= plan.dueOn).toBe(true);
          const back = planNextStep({ ...now, openStep: waitingFor(other, input) });
          if (back.kind !== 'step') throw new Error(back.kind);
          expect(back.dueOn <= plan.dueOn).toBe(true);
          expect(Date.parse(back.dueAt)).toBeLessThanOrEqual(Date.parse(nowAt));
          if (sendHour !== input.calendar.sendHour) changed += 1;
        },
      ),
      RUNS,
    );
    expect(changed).toBeGreaterThan(RUNS.numRuns / 10);
  });
});

describe('A hold', () => {
  it('that ends before the step would leave changes nothing', () => {
    let compared = 0;
    fc.assert(
      fc.property(cases, fc.double({ min: 0, max: 1, noNaN: true }), (input, share) => {
        const plan = planNextStep({ ...input, settings: { ...input.settings, cap: null } });
        if (plan.kind !== 'step') return;
        const from = Date.parse(input.nowAt);
        const endsAt = new Date(Math.floor(from + share * (Date.parse(plan.dueAt) - from))).toISOString();
        const held = {
          ...input,
          settings: { ...input.settings, cap: null },
          holds: [{ kind: 'pause' as const, untilOn: null, endsAt }],
        };
        expect(planNextStep(held)).toEqual(plan);
        compared += 1;
      }),
      RUNS,
    );
    expect(compared).toBeGreaterThan(0);
  });

  it('that ends later lets nothing leave before its end', () => {
    let planned = 0;
    fc.assert(
      fc.property(cases, fc.integer({ min: 0, max: 200 * 24 * 3600 }), (input, seconds) => {
        const endsAt = new Date(Date.parse(input.nowAt) + seconds * 1000).toISOString();
        const plan = planNextStep({ ...input, holds: [{ kind: 'promise', untilOn: null, endsAt }] });
        if (plan.kind !== 'step') return;
        expect(Date.parse(plan.dueAt)).toBeGreaterThanOrEqual(Date.parse(endsAt));
        planned += 1;
      }),
      RUNS,
    );
    expect(planned).toBeGreaterThan(0);
  });

  it('without an end lets nothing be planned, and names the step that would be next', () => {
    let stopped = 0;
    fc.assert(
      fc.property(cases, (input) => {
        const free = planNextStep(input);
        const held = planNextStep({ ...input, holds: [{ kind: 'litigation', untilOn: null, endsAt: null }] });
        if (free.kind === 'step') {
          expect(held).toMatchObject({ kind: 'held', step: free.step, turnOn: free.turnOn });
          stopped += 1;
        } else expect(held).toEqual(free);
      }),
      RUNS,
    );
    expect(stopped).toBeGreaterThan(0);
  });
});
