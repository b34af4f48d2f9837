import { describe, expect, it } from 'vitest';
import {
  actionDay,
  type BusinessDays,
  furthestDay as furthestDayShown,
} from '../../console/case/business-day-rules.ts';
import { blankQualification, bodyOf } from '../../console/qualification/qualification.ts';
import { type NextStep, whatHappens } from '../../console/qualification/what-happens.ts';
import { isRefusedNow, NO_PAUSES } from '../../console/specific-action/kept-back.ts';
import { BLANK_PLAN, type TypedPlan } from '../../console/specific-action/plan.ts';
import { whatLeaves } from '../../console/specific-action/what-leaves.ts';
import { wallClockOf } from '../../console/task/local-instant.ts';
import { dayWriter } from '../../console/words/day-writer.ts';
import { furthestDay } from '../../domain/actions/furthest-day.ts';
import { specificDueAt } from '../../domain/actions/specific-action.ts';
import { addDays } from '../../domain/calendar/local-date.ts';

// The last line of « Nouvelle action » and of « Modifier le statut » names the day on which something happens.

/** Tuesday 24 November 2026, ten in the morning; messages leave at nine. */
const DAYS: BusinessDays = { zone: 'metropole', sendHour: 9, graceDays: 3, todayOn: '2026-11-24', hour: 10 };
const writer = dayWriter('fr', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
const FR = { language: 'fr', longDay: (on: string) => writer(new Date(on)) } as const;

describe('003-07 the day of a specific action', () => {
  const leaves = (executeOn: string | null, mode: 'automatic' | 'to_confirm' = 'automatic', days = DAYS) =>
    whatLeaves({ ...BLANK_PLAN, title: 'Appel', mode, execute_on: executeOn }, FR, days, NO_PAUSES).split('. ')[0];

  it('is the one that the server gives it, whatever the day, the hour and the holidays', () => {
    for (const zone of ['metropole', 'alsace_moselle'] as const) {
      const calendar = { timeZone: 'Europe/Paris', sendHour: 9, holidayZone: zone };
      for (const nowAt of ['2026-12-24T06:00:00Z', '2026-12-24T08:00:00Z', '2026-12-26T07:59:59Z']) {
        const now = wallClockOf(nowAt, 'Europe/Paris');
        const days = { ...DAYS, zone, todayOn: now.slice(0, 10), hour: Number(now.slice(11, 13)) };
        for (let on = days.todayOn; on < '2027-06-01'; on = addDays(on, 1)) {
          const { dueAt, dueOn } = specificDueAt(on, nowAt, calendar);
          expect([on, actionDay(on, days)]).toEqual([on, { on: dueOn, isNow: dueAt === nowAt }]);
        }
      }
    }
  });

  it('is the working day that follows a Saturday or a holiday, and says why', () => {
    expect(leaves('2026-12-05')).toBe(
      '«\u00a0Appel\u00a0» (courriel) partira le lundi 7 décembre (premier jour ouvré), sans confirmation',
    );
    expect(leaves('2026-12-25', 'to_confirm')).toMatch(/sera à confirmer le lundi 28 décembre \(premier jour ouvré\)/);
    expect(leaves('2026-12-04')).toMatch(/partira le vendredi 4 décembre, sans confirmation$/);
  });

  it('is at once for today when the send hour has passed, and today while it is still to come', () => {
    expect(leaves('2026-11-24')).toMatch(/partira dès maintenant/);
    expect(leaves(null)).toMatch(/partira dès maintenant/);
    expect(leaves('2026-11-24', 'automatic', { ...DAYS, hour: 8 })).toMatch(/partira aujourd’hui, sans confirmation/);
    expect(leaves('2026-11-24', 'to_confirm')).toMatch(/sera à confirmer aujourd’hui/);
  });
});

it('a day to call again on may be as far off as the server takes it, and no further', () => {
  for (const todayOn of ['2026-11-24', '2028-02-29']) expect(furthestDayShown(todayOn)).toBe(furthestDay(todayOn));
});

describe('what is planned about items that are paused', () => {
  const endless = { number: 'FA-1', untilOn: null };
  const tenth = { number: 'FA-2', untilOn: '2026-12-10' };
  const on = (execute_on: string | null, more: Partial<TypedPlan> = {}): TypedPlan => ({
    ...BLANK_PLAN,
    mode: 'automatic',
    execute_on,
    ...more,
  });
  const said = (plan: TypedPlan, paused: { number: string; untilOn: string | null }[], count: number) =>
    whatLeaves(plan, FR, DAYS, { count, paused });

  it('is not said to leave on its day while the pause has no end', () => {
    expect(said(on('2026-12-07'), [endless], 1)).toBe(
      'Le courriel ne partira pas tant que la pause dure, et attendra qu’elle soit levée.',
    );
  });

  it('names the last day of a pause that has one, and leaves as planned after it', () => {
    expect(said(on('2026-12-07'), [tenth], 1)).toMatch(/ne partira pas .* jusqu’au jeudi 10 décembre compris\.$/);
    expect(said(on('2026-12-11'), [tenth], 1)).toMatch(/partira le vendredi 11 décembre, sans confirmation/);
  });

  it('leaves without those that are paused, which are named', () => {
    expect(said(on('2026-12-07'), [endless, tenth], 3)).toMatch(
      /partira le lundi 7 décembre, sans confirmation\. FA-1, FA-2, encore en pause ce jour-là, n’y figureront pas\./,
    );
    expect(said(on('2026-12-11'), [endless, tenth], 3)).toMatch(/FA-1, encore en pause ce jour-là, n’y figurera pas/);
  });

  it('is to be confirmed on its day, and told not to leave before', () => {
    expect(said(on('2026-12-07', { mode: 'to_confirm' }), [endless], 1)).toMatch(
      /sera à confirmer le lundi 7 décembre dans l’agenda\. Le courriel ne partira pas tant que/,
    );
  });

  it('is not offered at once, since the server refuses it; a call is', () => {
    const pauses = { count: 2, paused: [endless] };
    expect(said(on(null), [endless], 2)).toMatch(/^FA-1 est en pause\u00a0: rien ne part dès maintenant/);
    expect(isRefusedNow(pauses, on(null), DAYS)).toBe(true);
    expect(isRefusedNow(pauses, on('2026-12-07'), DAYS)).toBe(false);
    expect(isRefusedNow(pauses, on(null, { kind: 'call' }), DAYS)).toBe(false);
    expect(said(on('2026-12-07', { kind: 'call' }), [endless], 1)).toMatch(/sera à faire le lundi 7 décembre/);
  });
});

describe('003-12 what comes next once the status is changed', () => {
  const said = (typed: object, next?: NextStep | null, days = DAYS) =>
    whatHappens({ ...blankQualification(100_00), ...typed }, FR, days, next);
  const promise = { status: 'promise', promisedOn: '2026-12-12' };

  it('after a promise for Saturday 12 December is on the 17th: three working days of grace are given first', () => {
    expect(said(promise)).toBe(
      'Les relances de ces pièces s’arrêtent jusqu’au mercredi 16 décembre, 3 jours ouvrés de grâce compris\u00a0; ' +
        'elles reprennent le jeudi 17 décembre si le règlement n’est pas arrivé.',
    );
  });
  it('after a promise without days of grace is on the working day after it', () => {
    expect(said(promise, undefined, { ...DAYS, graceDays: 0 })).toMatch(
      /jusqu’au samedi 12 décembre\u00a0; elles reprennent le lundi 14 décembre/,
    );
  });
  it('names the items that are paused for longer than the promise holds, each with its own day', () => {
    const paused = [
      { number: 'FA-1', untilOn: '2026-12-28' },
      { number: 'FA-2', untilOn: null },
      { number: 'FA-3', untilOn: '2026-12-13' },
    ];
    const of = (count: number, which: typeof paused) =>
      whatHappens({ ...blankQualification(100_00), ...(promise as object) }, FR, DAYS, null, { count, paused: which });
    expect(of(4, paused)).toMatch(
      /elles reprennent le jeudi 17 décembre .* Pour FA-1, en pause, elles ne reprennent que le mardi 29 décembre\. Pour FA-2, en pause, elles ne reprennent qu’une fois la pause levée\.$/,
    );
    expect(of(1, paused.slice(0, 1))).toMatch(
      /^Les relances de cette pièce s’arrêtent .* compris\. Pour FA-1, en pause, elles ne reprennent que le mardi 29/,
    );
  });
  it('calls what has no title yet by its kind, with an article', () => {
    const of = (plan: Partial<TypedPlan>) =>
      whatLeaves({ ...BLANK_PLAN, mode: 'automatic', ...plan }, FR, DAYS, NO_PAUSES).split(' partira')[0];
    expect(of({ kind: 'letter', letter_kind: 'simple' })).toBe('La lettre simple');
    expect(of({ kind: 'letter', letter_kind: 'ere_simple' })).toBe('L’envoi recommandé électronique');
    expect(of({ kind: 'sms' })).toBe('Le SMS');
  });
  it('speaks of one item in the singular', () => {
    const one = (typed: object) =>
      whatHappens({ ...blankQualification(100_00), ...typed }, FR, DAYS, null, { count: 1, paused: [] });
    expect(one({ status: 'dispute' })).toMatch(/^Cette pièce sort du scénario/);
    expect(one({ status: 'litigation' })).toMatch(/^Plus rien ne part pour cette pièce tant qu’elle est au/);
    expect(one({})).toMatch(/aucune étape n’est prévue pour cette pièce\.$/);
    expect(whatLeaves({ ...BLANK_PLAN, title: 'R1' }, FR, DAYS, { count: 1, paused: [] })).toMatch(
      /Si elle est soldée avant/,
    );
  });
  it('names no day before one is promised', () => {
    expect(said({ status: 'promise' })).toBe('Les relances de ces pièces s’arrêtent jusqu’au jour promis.');
  });
  it('in litigation is nothing that is sent: the last line does not say that it leaves, but what can be planned instead', () => {
    const plan = { ...BLANK_PLAN, title: 'R1', mode: 'automatic' as const };
    const typed = { status: 'litigation', then: 'specific_action', plan };
    expect(said(typed)).toBe(
      'Plus rien ne part pour ces pièces tant qu’elles sont au contentieux. ' +
        'Aucun envoi ne se prévoit pour une pièce au contentieux\u00a0: choisissez un appel ou une tâche, ou suivez le scénario.',
    );
    expect(said({ ...typed, plan: { ...plan, kind: 'call' } })).toMatch(/«\u00a0R1\u00a0» \(appel\) sera à faire/);
    const already = (inLitigation: string[]) =>
      whatHappens({ ...blankQualification(100_00), then: 'specific_action', plan }, FR, DAYS, null, {
        ...NO_PAUSES,
        inLitigation,
      });
    expect(already(['FA-1'])).toMatch(/^Aucun envoi ne se prévoit/);
    expect(already([])).toMatch(/partira dès maintenant/);
  });
  it('does not go on after a call or a task while a dispute, litigation or a promise still holds', () => {
    const plan = { ...BLANK_PLAN, kind: 'call' as const, title: 'Relance orale' };
    const last = (typed: object) => said({ then: 'specific_action', plan, ...typed });
    expect(last({})).toMatch(/jusque-là, puis reprend\./);
    for (const status of ['dispute', 'litigation', 'promise']) {
      const held = last({ ...promise, status });
      expect(held).not.toMatch(/jusque-là|puis reprend/);
      expect(held).toMatch(/à faire .* Si ces pièces sont soldées avant, l’action est supprimée\.$/);
    }
    const already = (held?: 'some' | 'all') => whatLeaves(plan, FR, DAYS, { count: 2, paused: [], held });
    expect(already('all')).not.toMatch(/reprend/);
    expect(already('some')).toMatch(/il ne reprend ensuite que pour celles que ni litige, ni contentieux, ni promesse/);
  });
  it('is the first step of the scenario among the items, with its day, or since when it waits, or none', () => {
    expect(said({}, { level: 2, on: '2026-12-07' })).toMatch(
      /la prochaine étape \(R2\) est prévue le lundi 7 décembre\.$/,
    );
    expect(said({}, { level: 1, on: '2026-11-20' })).toMatch(
      /la prochaine étape \(R1\) attend depuis le vendredi 20 nov/,
    );
    expect(said({}, null)).toMatch(/aucune étape n’est prévue/);
  });
});

it('003-11 a colleague is written to in the language that is chosen for him, French unless another is', () => {
  const blank = { ...blankQualification(100_00), notify: 'colleague' as const };
  const toldIn = (colleague: object) =>
    bodyOf({ ...blank, colleague: { ...blank.colleague, user_id: 'Ann', ...colleague } }, ['FA-1']).notify?.colleague;
  expect(toldIn({})).toEqual({ user_id: 'Ann', language: 'fr' });
  expect(toldIn({ language: 'en' })).toEqual({ user_id: 'Ann', language: 'en' });
});

it('003-11 a colleague reads the internal template that is chosen for him', () => {
  const blank = { ...blankQualification(100_00), notify: 'colleague' as const };
  const chosen = { ...blank, colleague: { ...blank.colleague, user_id: 'Ann', template_id: 'Litige' } };
  expect(bodyOf(chosen, ['FA-1']).notify?.colleague).toEqual({ user_id: 'Ann', language: 'fr', template_id: 'Litige' });
});
