import fc from 'fast-check';
import { addDays } from '../../../domain/calendar/local-date.ts';
import { instantAt } from '../../../domain/calendar/local-time.ts';
import type { PlanInput } from '../../../domain/ladder/plan.ts';
import type { ScenarioStep, StepRecord } from '../../../domain/ladder/step.ts';
import { calendars, localDates } from '../arbitraries.ts';

const kinds = fc.constantFrom('email', 'letter', 'sms', 'call', 'task' as const);
const modes = fc.constantFrom('manual', 'to_confirm', 'automatic' as const);
const anchors = fc.constantFrom('issued_on', 'due_on', 'previous_step' as const);

/** Scenarios whose levels never fall, with and without preventive steps, with several channels for a level. */
export const scenarios: fc.Arbitrary<ScenarioStep[]> = fc
  .array(
    fc.record({
      rise: fc.constantFrom(0, 1, 1, 1),
      kind: kinds,
      anchor: anchors,
      delayDays: fc.integer({ min: -10, max: 45 }),
      mode: modes,
    }),
    { minLength: 1, maxLength: 7 },
  )
  .chain((drafts) => fc.record({ drafts: fc.constant(drafts), first: fc.constantFrom(0, 1) }))
  .map(({ drafts, first }) => {
    let level = first;
    return drafts.map(({ rise, ...draft }, index) => {
      if (index > 0) level += rise;
      return { ...draft, key: `s${index}`, level, letterKind: null, templateId: null };
    });
  });

const settings = fc.record({
  minimumSpacingDays: fc.integer({ min: 0, max: 12 }),
  confirmAfterRelease: fc.boolean(),
  cap: fc.option(fc.record({ count: fc.integer({ min: 1, max: 3 }), days: fc.integer({ min: 1, max: 10 }) })),
});

/** The first steps of the scenario, done one after the other from the day of issue on. */
function doneSteps(steps: readonly ScenarioStep[], issuedOn: string, gaps: readonly number[]): StepRecord[] {
  let on = issuedOn;
  return gaps.slice(0, steps.length).map((gap, index) => {
    const step = steps[index]!;
    on = addDays(on, gap);
    const outcome = gap % 5 === 0 ? 'skipped' : 'sent';
    return { stepKey: step.key, level: step.level, kind: step.kind, outcome, on, at: `${on}T10:00:00.000Z` };
  });
}

/** Cases at any point of their life, without holds. */
export const cases: fc.Arbitrary<PlanInput> = fc
  .record({
    issuedOn: localDates,
    terms: fc.integer({ min: 0, max: 60 }),
    steps: scenarios,
    gaps: fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 4 }),
    nowDays: fc.integer({ min: 0, max: 200 }),
    nowMs: fc.integer({ min: 0, max: 86_399_999 }),
    calendar: calendars,
    settings,
    messageDaysAgo: fc.option(fc.integer({ min: 0, max: 20 })),
    customerDaysAgo: fc.array(fc.integer({ min: 0, max: 15 }), { maxLength: 6 }),
    confirmReason: fc.option(fc.constantFrom('litigation', 'going_live' as const)),
    creditCover: fc.boolean(),
    postponedDays: fc.option(fc.integer({ min: 1, max: 60 })),
    postponedStep: fc.integer({ min: 0, max: 6 }),
  })
  .map((draft) => {
    const { issuedOn, steps, calendar } = draft;
    const progress = doneSteps(steps, issuedOn, draft.gaps);
    const today = addDays(progress.at(-1)?.on ?? issuedOn, draft.nowDays);
    const midnight = Date.parse(instantAt(today, 0, calendar.timeZone));
    return {
      nowAt: new Date(midnight + draft.nowMs).toISOString(),
      calendar,
      settings: draft.settings,
      invoice: { issuedOn, dueOn: addDays(issuedOn, draft.terms) },
      steps,
      cycle: 1,
      progress,
      lastMessageOn: draft.messageDaysAgo === null ? null : addDays(today, -draft.messageDaysAgo),
      customerMessageDays: draft.customerDaysAgo.map((ago) => addDays(today, -ago)),
      holds: [],
      confirmReason: draft.confirmReason,
      creditCover: draft.creditCover,
      postponed:
        draft.postponedDays === null
          ? null
          : { stepKey: `s${draft.postponedStep}`, untilOn: addDays(today, draft.postponedDays) },
      openStep: null,
    };
  });
