import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  apply,
  type CaseFacts,
  type CasePlan,
  type CaseState,
  newCase,
  nextMove,
  type PlannedStep,
} from '../../../domain/case/state.ts';
import { instants } from '../arbitraries.ts';

const holds = fc.record({
  id: fc.uuid(),
  kind: fc.constantFrom('litigation', 'dispute', 'promise', 'pause', 'customer_pause', 'specific_action' as const),
  untilOn: fc.constant(null),
  endsAt: fc.option(instants),
});
const closings = fc.constantFrom(null, null, null, 'paid', 'cancelled', 'written_off' as const);

const factsOf = (version: number): fc.Arbitrary<CaseFacts> =>
  fc.record({
    version: fc.constant(version),
    balanceCents: fc.integer({ min: 0, max: 1_000_00 }),
    closedAs: closings,
    holds: fc.array(holds, { maxLength: 2 }),
    attention: fc.constantFrom(null, null, 'hard_bounce'),
  });
/** One life of facts, each with its version, as Postgres counts them. */
const lives = fc
  .integer({ min: 1, max: 6 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => factsOf(index + 1))));
const steps: fc.Arbitrary<PlannedStep> = fc.record({
  cycle: fc.constant(1),
  key: fc.constantFrom('r1', 'r2'),
  level: fc.integer({ min: 0, max: 3 }),
  kind: fc.constantFrom('email', 'letter', 'call' as const),
  mode: fc.constantFrom('manual', 'to_confirm', 'automatic', 'automatic' as const),
  dueAt: instants,
  lapsesAt: fc.option(instants),
  actionId: fc.uuid(),
  messageId: fc.option(fc.uuid(), { freq: 1 }),
});
const plansOf = (facts: fc.Arbitrary<CaseFacts>): fc.Arbitrary<CasePlan> =>
  fc.record({
    facts,
    level: fc.integer({ min: 0, max: 3 }),
    step: fc.option(steps, { freq: 5 }),
    exhausted: fc.boolean(),
    collectorId: fc.constant(null),
    sentence: fc.constant('…'),
  });
const anyFacts = fc.integer({ min: 1, max: 9 }).chain(factsOf);
const states: fc.Arbitrary<CaseState> = fc.record({
  facts: anyFacts,
  plan: fc.option(plansOf(anyFacts), { freq: 6 }),
  planIsStale: fc.boolean(),
});
const ready = (more: Partial<CaseState['facts']> = {}, step: Partial<PlannedStep> = {}): CaseState => {
  const facts = { version: 3, balanceCents: 100_00, closedAs: null, holds: [], attention: null, ...more };
  const planned = {
    cycle: 1,
    key: 'r1',
    level: 1,
    kind: 'email',
    mode: 'automatic',
    dueAt: '2026-04-01T07:00:00.000Z',
    lapsesAt: null,
    actionId: 'a',
    messageId: null,
    ...step,
  } as const;
  const plan = { facts, level: 0, step: planned, exhausted: false, collectorId: null, sentence: '' };
  return { facts, plan, planIsStale: false };
};
const DUE = '2026-04-01T07:00:00.000Z';

describe('Facts that a case takes in', () => {
  it('end in the same state in any order and any number of times: the newest', () => {
    const told = lives.chain((life) =>
      fc.tuple(
        fc.constant(life),
        fc.array(fc.constantFrom(...life), { maxLength: 12 }),
        fc.shuffledSubarray(life, { minLength: life.length }),
      ),
    );
    fc.assert(
      fc.property(told, ([life, repeats, order]) => {
        const all = [...repeats, ...order, ...repeats];
        const end = all.reduce((state, facts) => apply(state, { type: 'facts', facts }), newCase());
        expect(end.facts).toEqual(life.at(-1));
        expect(end.planIsStale).toBe(true);
      }),
    );
  });

  it('change nothing when they are known already, or older', () => {
    fc.assert(
      fc.property(states, anyFacts, (state, facts) => {
        fc.pre(facts.version <= state.facts.version);
        expect(apply(state, { type: 'facts', facts })).toBe(state);
      }),
    );
  });

  it('that are newer always make the plan stale', () => {
    fc.assert(
      fc.property(states, anyFacts, (state, facts) => {
        fc.pre(facts.version > state.facts.version);
        expect(apply(state, { type: 'facts', facts })).toEqual({ ...state, facts, planIsStale: true });
      }),
    );
  });

  it('that arrive while a plan is made outlive it: it is made again', () => {
    fc.assert(
      fc.property(states, plansOf(anyFacts), fc.nat({ max: 8 }), (state, plan, knownVersion) => {
        fc.pre(state.facts.version > knownVersion);
        const after = apply(state, { type: 'planned', plan, knownVersion });
        const isNewer = state.facts.version > plan.facts.version;
        expect(after).toEqual({ facts: isNewer ? state.facts : plan.facts, plan, planIsStale: isNewer });
      }),
    );
  });

  it('give way to the plan’s when none arrived: a database that was restored to an older day is right, and nothing loops', () => {
    fc.assert(
      fc.property(states, plansOf(anyFacts), (state, plan) => {
        const after = apply(state, { type: 'planned', plan, knownVersion: state.facts.version });
        expect(after).toEqual({ facts: plan.facts, plan, planIsStale: false });
      }),
    );
  });

  it('leave what was there untouched: the state is replaced, never changed', () => {
    fc.assert(
      fc.property(states, anyFacts, plansOf(anyFacts), (state, facts, plan) => {
        const before = structuredClone(state);
        apply(state, { type: 'facts', facts });
        apply(state, { type: 'planning', at: DUE });
        apply(state, { type: 'planned', plan, knownVersion: 1 });
        apply(state, { type: 'late' });
        apply(state, { type: 'handed', messageId: 'm' });
        nextMove(state, DUE);
        expect(state).toEqual(before);
      }),
    );
  });
});

describe('What a case does next', () => {
  it('is to finish, whenever it is closed and whatever else is known; and never when it is open', () => {
    fc.assert(
      fc.property(states, instants, (state, nowAt) => {
        const { closedAs } = state.facts;
        const move = nextMove(state, nowAt);
        if (closedAs) expect(move).toEqual({ type: 'finish', closedAs });
        else expect(move.type).not.toBe('finish');
      }),
    );
  });

  it('is to send only an automatic step that is due, that nothing holds and that no message carries', () => {
    let sent = 0;
    fc.assert(
      fc.property(states, instants, (state, nowAt) => {
        const move = nextMove(state, nowAt);
        if (move.type !== 'send') return;
        sent += 1;
        expect(state.planIsStale).toBe(false);
        expect(state.facts).toMatchObject({ closedAs: null, attention: null, holds: [] });
        expect(move.step).toMatchObject({ mode: 'automatic', messageId: null });
        expect(move.step.dueAt <= nowAt).toBe(true);
      }),
      { numRuns: 2_000 },
    );
    expect(sent).toBeGreaterThan(0);
  });

  it('is to send such a step, and not to when any one of these is otherwise', () => {
    const hold = { id: 'h', kind: 'litigation', untilOn: null, endsAt: null } as const;
    expect(nextMove(ready(), DUE).type).toBe('send');
    expect(nextMove(ready(), '2026-04-01T06:59:59.999Z')).toEqual({ type: 'wait', untilAt: DUE });
    expect(nextMove(ready({ holds: [hold] }), DUE)).toEqual({ type: 'wait', untilAt: null });
    expect(nextMove(ready({ attention: 'hard_bounce' }), DUE)).toEqual({ type: 'wait', untilAt: null });
    expect(nextMove(ready({ closedAs: 'paid' }), DUE)).toEqual({ type: 'finish', closedAs: 'paid' });
    expect(nextMove(ready({}, { mode: 'to_confirm' }), DUE).type).toBe('wait');
    expect(nextMove(ready({}, { mode: 'manual' }), DUE).type).toBe('wait');
    expect(nextMove(ready({}, { messageId: 'm' }), DUE).type).toBe('wait');
    expect(nextMove({ ...ready(), planIsStale: true }, DUE)).toEqual({ type: 'plan' });
  });

  it('is to plan when nothing is planned, unless a person must look first', () => {
    expect(nextMove(newCase(), DUE)).toEqual({ type: 'plan' });
    const seen = apply(newCase(), { type: 'facts', facts: ready({ attention: 'no_template' }).facts });
    expect(nextMove(seen, DUE)).toEqual({ type: 'wait', untilAt: null });
  });

  it('is to plan at the instant at which a hold ends, and to wait until then', () => {
    const endsAt = '2026-04-10T22:00:00.000Z';
    const held = ready({ holds: [{ id: 'h', kind: 'pause', untilOn: '2026-04-10', endsAt }] });
    expect(nextMove(held, DUE)).toEqual({ type: 'wait', untilAt: endsAt });
    expect(nextMove(held, endsAt)).toEqual({ type: 'plan' });
  });

  it('ends what holds it on its day also while a person is asked, and tries that once', () => {
    const [first, last] = ['2026-04-10T22:00:00.000Z', '2026-04-12T22:00:00.000Z'];
    const holds = [first, last].map((endsAt) => ({ id: endsAt, kind: 'promise', untilOn: null, endsAt }) as const);
    const asked = ready({ attention: 'ambiguous_sending', holds });
    expect(nextMove(asked, DUE)).toEqual({ type: 'rest', untilAt: first });
    const tried = apply(asked, { type: 'planning', at: first });
    expect(nextMove(tried, first)).toEqual({ type: 'rest', untilAt: last });
    expect(nextMove(apply(tried, { type: 'planning', at: last }), last)).toEqual({ type: 'wait', untilAt: null });
  });

  it('never waits for an instant that is over: it would spin', () => {
    fc.assert(
      fc.property(states, instants, (state, nowAt) => {
        const move = nextMove(state, nowAt);
        if (move.type === 'wait' && move.untilAt !== null) expect(move.untilAt > nowAt).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('after the first of several holds ends by itself is to plan, those that a person ends apart', () => {
    const [first, last] = ['2026-04-10T22:00:00.000Z', '2026-04-12T22:00:00.000Z'];
    const hold = (endsAt: string | null) => ({ id: `${endsAt}`, kind: 'pause', untilOn: null, endsAt }) as const;
    for (const ends of [
      [first, last, null],
      [null, last, first],
    ]) {
      const held = ready({ holds: ends.map(hold) });
      expect(nextMove(held, DUE)).toEqual({ type: 'wait', untilAt: first });
      expect(nextMove(held, first)).toEqual({ type: 'plan' });
    }
  });

  it('while a person is asked, and it was never planned, is to rest until the first hold that ends by itself', () => {
    const endsAt = '2026-04-10T22:00:00.000Z';
    const holds = [null, endsAt].map((at) => ({ id: 'h', kind: 'promise', untilOn: null, endsAt: at }) as const);
    expect(nextMove(ready({ attention: 'no_template', holds }), DUE)).toEqual({ type: 'rest', untilAt: endsAt });
  });

  it('before a preventive step that nobody sent falls away is to wait for a person; then, to plan', () => {
    const lapsesAt = '2026-04-05T22:00:00.000Z';
    const preventive = ready({}, { level: 0, mode: 'to_confirm', lapsesAt });
    expect(nextMove(preventive, DUE)).toEqual({ type: 'wait', untilAt: lapsesAt });
    expect(nextMove(preventive, lapsesAt)).toEqual({ type: 'plan' });
    expect(nextMove(ready({}, { mode: 'to_confirm' }), DUE)).toEqual({ type: 'wait', untilAt: null });
  });

  it('once the message is known that carries its step, all else of the plan being as it was, is to wait', () => {
    const before = ready();
    const after = apply(before, { type: 'handed', messageId: 'm' });
    expect(after).toEqual({ ...before, plan: { ...before.plan, step: { ...before.plan!.step, messageId: 'm' } } });
  });

  it('does not change because a plan is asked for: only when it was asked for is remembered', () => {
    fc.assert(
      fc.property(states, instants, (state, at) => {
        expect(apply(state, { type: 'planning', at })).toEqual({ ...state, plannedAt: at });
      }),
    );
    expect(nextMove(apply(ready(), { type: 'planning', at: DUE }), DUE).type).toBe('send');
  });

  it('after a step missed its hour is to plan again instead of trying the same step; its facts and plan stay', () => {
    expect(nextMove(apply(ready(), { type: 'late' }), DUE)).toEqual({ type: 'plan' });
    expect(apply(ready(), { type: 'late' })).toEqual({ ...ready(), planIsStale: true });
    const asked = ready({ attention: 'hard_bounce' });
    expect(nextMove(apply(asked, { type: 'late' }), DUE)).toEqual({ type: 'wait', untilAt: null });
  });

  it('of a new case is to plan, and not to take it for planned', () => {
    expect(newCase()).toMatchObject({ plan: null, planIsStale: true, facts: { version: 0, closedAs: null } });
  });

  it('after a step was handed over is to wait; after a refusal, to plan again', () => {
    expect(nextMove(apply(ready(), { type: 'handed', messageId: 'm' }), DUE).type).toBe('wait');
    expect(nextMove(apply(ready(), { type: 'handed', messageId: null }), DUE)).toEqual({ type: 'plan' });
  });
});
