import { describe, expect, it } from 'vitest';
import type { HistoryDataOf } from '../../../domain/case/history/data-by-kind.ts';
import type { HistoryKind } from '../../../domain/case/history/kinds.ts';
import {
  type CaseStory,
  pastCase,
  type PastEntry,
  type PastMessage,
  type PastRecord,
} from '../../../domain/case/past-case.ts';

/** Noon of a day in May 2026. */
const day = (of: number): string => `2026-05-${String(of).padStart(2, '0')}T12:00:00.000Z`;
/** A millisecond earlier. */
const before = (at: string): string => new Date(Date.parse(at) - 1).toISOString();

const on = <Kind extends HistoryKind>(
  of: number,
  kind: Kind,
  data: HistoryDataOf<Kind> | Record<string, never> = {},
): PastEntry => ({ at: day(of), kind, data }) as PastEntry;
const planned = (of: number, dueDay: number, more: HistoryDataOf<'planned'> = {}): PastEntry =>
  on(of, 'planned', {
    ...{ cycle: 1, stepKey: 'r1', level: 1, channel: 'email', mode: 'automatic', rule: 'due_on+15' },
    ...{ dueAt: day(dueDay), dueOn: day(dueDay).slice(0, 10), turnOn: day(dueDay).slice(0, 10), ...more },
  });
const record = (of: number, more: Partial<PastRecord> = {}): PastRecord => ({
  ...{ cycle: 1, stepKey: 'r1', level: 1, outcome: 'sent', repeat: 0, at: day(of) },
  ...more,
});
const message = (fromDay: number, untilDay: number | null, more: Partial<PastMessage> = {}): PastMessage => ({
  ...{ id: 'm1', cycle: 1, stepKey: 'r1', isPosted: false, carries: true },
  ...{ fromAt: day(fromDay), untilAt: untilDay === null ? null : day(untilDay), ...more },
});
const then = (entries: PastEntry[], at: string, more: Partial<CaseStory> = {}) =>
  pastCase({ entries, records: [], messages: [], ...more }, at);

const R1_IS_PLANNED = planned(1, 20);
const R1 = {
  ...{ cycle: 1, key: 'r1', level: 1, kind: 'email', letterKind: null, mode: 'automatic' },
  ...{ dueAt: day(20), dueOn: '2026-05-20', rule: 'due_on+15', reasons: [], messageId: null },
};

describe('What was known of a case', () => {
  it('before anything was written down is nothing', () => {
    const nothing = { totalCents: null, dueOn: null, step: null, turn: null, exhaustedAt: null, attention: null };
    const later = [on(2, 'created', { amountCents: 100, dueOn: '2026-05-05' }), planned(2, 20)];
    expect(then(later, before(day(2)), { records: [record(2)] })).toEqual({
      ...nothing,
      ...{ cycle: 1, level: 0, closed: null },
    });
  });

  it('is its first total and due date until they were changed, each by itself', () => {
    const entries = [
      on(1, 'created', { amountCents: 10_000, dueOn: '2026-05-31' }),
      on(3, 'changed', { amountCents: 12_000 }),
      on(5, 'changed', { dueOn: '2026-06-30' }),
      on(6, 'task', { title: 'Rappeler', dueOn: '2026-01-01' }),
    ];
    expect(then(entries, before(day(3)))).toMatchObject({ totalCents: 10_000, dueOn: '2026-05-31' });
    expect(then(entries, day(3))).toMatchObject({ totalCents: 12_000, dueOn: '2026-05-31' });
    expect(then(entries, day(6))).toMatchObject({ totalCents: 12_000, dueOn: '2026-06-30' });
  });

  it('is its plan of that time, and not what was planned later', () => {
    const reasons = [{ code: 'late', turnOn: '2026-05-10' } as const];
    const entries = [R1_IS_PLANNED, planned(4, 28, { reasons, letterKind: 'simple', turnOn: '2026-05-10' })];
    expect(then(entries, day(3))).toMatchObject({ step: R1, turn: { level: 1, on: '2026-05-20' } });
    const moved = { ...R1, dueAt: day(28), dueOn: '2026-05-28', letterKind: 'simple', reasons };
    expect(then(entries, day(4))).toMatchObject({ step: moved, turn: { level: 1, on: '2026-05-10' } });
  });

  it('reads a plan of which less was kept: its day is its turn, else that on which it was written', () => {
    const dueOnly = { channel: 'letter', mode: 'manual', level: 2, dueOn: '2026-05-09' };
    expect(then([on(2, 'planned', dueOnly)], day(2), { records: [record(1, { cycle: 3 })] })).toMatchObject({
      step: { cycle: 3, key: '', level: 2, kind: 'letter', dueAt: day(2), dueOn: '2026-05-09', rule: '', reasons: [] },
      turn: { level: 2, on: '2026-05-09' },
    });
    expect(then([on(2, 'planned', {})], day(2))).toMatchObject({ step: { level: 0, dueOn: '2026-05-02' }, turn: null });
  });
});

describe('A step of that time', () => {
  const later = planned(3, 25, { stepKey: 'r2', level: 2 });

  it('is over once it has left, and so is its turn', () => {
    const entries = [R1_IS_PLANNED, on(20, 'sent', { stepKey: 'r1', level: 1 })];
    const more = { records: [record(20)] };
    expect(then(entries, before(day(20)), more)).toMatchObject({ step: R1, level: 0 });
    expect(then(entries, day(20), more)).toMatchObject({ step: null, turn: null, level: 1 });
  });

  it('stays when another leaves, but nobody’s turn is told from then on', () => {
    const entries = [later, on(4, 'sent', { stepKey: 'r1' })];
    expect(then(entries, day(4))).toMatchObject({ step: { key: 'r2' }, turn: null });
  });

  it('is none when something leaves before anything was planned', () => {
    expect(then([on(4, 'sent', { stepKey: 'r1' })], day(4))).toMatchObject({ step: null, turn: null });
  });

  it.each([
    ['a message of no step', { level: 1 }, []],
    ['a message outside the scenario', { stepKey: null }, []],
    ['a repeat of it', { stepKey: 'r1' }, [record(4, { repeat: 1 })]],
  ])('stays with its turn when %s leaves', (_, data, records) => {
    const entries = [R1_IS_PLANNED, on(4, 'sent', data)];
    expect(then(entries, day(4), { records })).toMatchObject({ step: R1, turn: { level: 1 } });
  });

  it.each([
    ['of another step', record(4, { repeat: 1, stepKey: 'r2' })],
    ['at another time', record(3, { repeat: 1 })],
    ['for the first time', record(4, { repeat: 0 })],
  ])('is over when it leaves, although something was sent %s', (_, sent) => {
    const entries = [R1_IS_PLANNED, on(4, 'sent', { stepKey: 'r1' })];
    expect(then(entries, day(4), { records: [sent] })).toMatchObject({ step: null, turn: null });
  });

  it.each(['completed', 'skipped'] as const)(
    'is over when a person has %s it, not when a task or a call is',
    (kind) => {
      expect(then([R1_IS_PLANNED, on(2, kind, { level: 1 })], day(2))).toMatchObject({ step: null, turn: null });
      expect(then([R1_IS_PLANNED, on(2, kind, { title: 'Rappeler' })], day(2))).toMatchObject({
        step: R1,
        turn: { level: 1 },
      });
    },
  );

  it.each([
    ['a litigation', 'litigation', {}],
    ['a dispute', 'dispute', {}],
    ['a dispute that is looked at again on a day', 'dispute', { untilOn: '2026-05-20' }],
    ['a pause without an end', 'paused', { endsAt: null }],
    ['a pause without an end, as it was written once', 'paused', { untilOn: null }],
    ['a pause of which no end was kept', 'paused', {}],
    ['a level that a person set', 'level_set', { level: 2 }],
    ['something that a person has to look at', 'attention', { code: 'hard_bounce' }],
    ['the end of the case', 'closed', { closedAs: 'paid' }],
    ['the end of the claim', 'written_off', {}],
  ] as const)('is taken back by %s', (_, kind, data) => {
    const entries = [R1_IS_PLANNED, on(2, kind, data)];
    expect(then(entries, before(day(2))).step).toEqual(R1);
    expect(then(entries, day(2)).step).toBeNull();
    // Unless a message has the step: then the hand-over decides.
    const carried = then(entries, day(2), { messages: [message(1, null)] });
    expect(carried.step).toEqual({ ...R1, messageId: 'm1' });
  });

  it.each([
    ['a pause that ends', 'paused', { endsAt: day(9), untilOn: '2026-05-08' }],
    ['a pause whose end alone was kept', 'paused', { endsAt: day(9) }],
    ['a pause that ends, as it was written once', 'paused', { untilOn: '2026-05-08' }],
    ['a promise', 'promise', { amountCents: 100 }],
    ['a payment', 'paid', { amountCents: 100 }],
    ['a call', 'call', { outcome: 'reached' }],
    ['a bounce that is no stop', 'bounced', {}],
  ] as const)('stays under %s', (_, kind, data) => {
    expect(then([R1_IS_PLANNED, on(2, kind, data)], day(2)).step).toEqual(R1);
  });

  it('that waits for the end of a hold without one is only a turn', () => {
    const held = { held: true, stepKey: 'r2', level: 2, turnOn: '2026-05-18' };
    const stood = then([R1_IS_PLANNED, on(2, 'planned', held)], day(2));
    expect(stood).toMatchObject({ step: null, turn: { level: 2, on: '2026-05-18' } });
  });
});

describe('The message of a step', () => {
  const carrier = (messages: PastMessage[], at = day(5)) => then([R1_IS_PLANNED], at, { messages }).step;

  it('carries it from its reservation until its outcome was known', () => {
    const messages = [message(3, 6)];
    expect(carrier(messages, before(day(3)))).toEqual(R1);
    expect(carrier(messages, day(3))).toEqual({ ...R1, messageId: 'm1' });
    expect(carrier(messages, before(day(6)))).toEqual({ ...R1, messageId: 'm1' });
    expect(carrier(messages, day(6))).toEqual(R1);
    expect(carrier([message(3, null)], day(31))).toEqual({ ...R1, messageId: 'm1' });
  });

  it('is of that step in that cycle, and no other', () => {
    expect(carrier([message(3, null, { stepKey: 'r2' })])).toEqual(R1);
    expect(carrier([message(3, null, { cycle: 2 })])).toEqual(R1);
    expect(carrier([message(1, 4), message(4, null, { id: 'm2' })])).toEqual({ ...R1, messageId: 'm2' });
  });

  it('that a person posts makes the step a person’s, and can be taken back', () => {
    const messages = [message(3, null, { isPosted: true, carries: false })];
    expect(carrier(messages)).toEqual({ ...R1, mode: 'manual', letterMadeAt: day(3) });
    expect(then([R1_IS_PLANNED, on(4, 'litigation')], day(4), { messages }).step).toBeNull();
  });
});

describe('A letter of a run or by hand that a person posts', () => {
  it('makes the step his since it was made, be that before its own day, and cannot be taken back by a plan', () => {
    const messages = [message(3, null, { isPosted: true })];
    const toPost = { ...R1, mode: 'manual', dueAt: day(3), letterMadeAt: day(3) };
    expect(then([R1_IS_PLANNED], day(5), { messages }).step).toEqual(toPost);
    expect(then([R1_IS_PLANNED, on(4, 'litigation')], day(4), { messages }).step).toEqual(toPost);
    expect(then([R1_IS_PLANNED], day(2), { messages }).step).toEqual(R1);
  });
});

describe('The end of the ladder', () => {
  it('is told since the plan that found it, and over with the next plan or a level that a person sets', () => {
    const entries = [R1_IS_PLANNED, on(3, 'planned', { exhausted: true }), on(5, 'level_set', { level: 1 })];
    expect(then(entries, before(day(3)))).toMatchObject({ exhaustedAt: null, step: R1 });
    expect(then(entries, day(4))).toMatchObject({ exhaustedAt: day(3), step: null, turn: null });
    expect(then(entries, day(5)).exhaustedAt).toBeNull();
    const again = [...entries.slice(0, 2), planned(6, 20)];
    expect(then(again, day(6))).toMatchObject({ exhaustedAt: null, step: R1 });
    const held = [...entries.slice(0, 2), on(6, 'planned', { held: true, level: 1 })];
    expect(then(held, day(6))).toMatchObject({ exhaustedAt: null, step: null, turn: null });
  });
});

describe('What a person had to look at', () => {
  const asked = on(2, 'attention', { code: 'hard_bounce', text: 'Adresse inconnue' });

  it('is told until somebody has looked', () => {
    const entries = [asked, on(4, 'attention', { code: 'hard_bounce', cleared: true })];
    expect(then(entries, day(3)).attention).toEqual({ code: 'hard_bounce', text: 'Adresse inconnue', at: day(2) });
    expect(then(entries, day(4)).attention).toBeNull();
    expect(then([on(2, 'attention')], day(2)).attention).toEqual({ code: '', text: '', at: day(2) });
  });

  it('ends with the case, and a case that has ended asks for nothing', () => {
    const paid = on(3, 'closed', { closedAs: 'paid' });
    expect(then([asked, paid], day(3)).attention).toBeNull();
    expect(then([paid, { ...asked, at: day(4) }], day(4)).attention).toBeNull();
  });
});

describe('A case that had ended', () => {
  it('says how, when and why', () => {
    const closed = on(3, 'closed', { closedAs: 'cancelled', reason: 'Doublon' });
    expect(then([closed], before(day(3))).closed).toBeNull();
    expect(then([closed], day(3)).closed).toEqual({ as: 'cancelled', at: day(3), reason: 'Doublon' });
    const lost = then([on(3, 'written_off')], day(3)).closed;
    expect(lost).toEqual({ as: 'written_off', at: day(3), reason: null });
  });

  it('and was cancelled again, for the money that it still kept, ended the first time', () => {
    const cancelled = { closedAs: 'cancelled', reason: 'Doublon' };
    const twice = [on(3, 'closed', cancelled), on(5, 'closed', { ...cancelled, unallocatedCents: 20_00 })];
    expect(then(twice, day(6)).closed).toEqual({ as: 'cancelled', at: day(3), reason: 'Doublon' });
  });

  it('is open again when its payment came back, and then only', () => {
    const closed = on(3, 'closed', { closedAs: 'paid' });
    expect(then([closed, on(4, 'payment_reversed', { reopened: true })], day(4)).closed).toBeNull();
    expect(then([closed, on(4, 'allocation_reversed', { reopened: true })], day(4)).closed).toBeNull();
    expect(then([closed, on(4, 'payment_reversed')], day(4)).closed).toMatchObject({ as: 'paid' });
  });
});

describe('The level reached', () => {
  const level = (records: PastRecord[], entries: PastEntry[] = [], at = day(31)) => {
    const { cycle, level: reached } = then(entries, at, { records });
    return [cycle, reached];
  };

  it('is the highest one done of the cycle, and a skip does not raise it', () => {
    expect(level([record(1), record(2, { level: 2, outcome: 'completed' }), record(3)])).toEqual([1, 2]);
    expect(level([record(1), record(2, { level: 2, outcome: 'skipped' })])).toEqual([1, 1]);
    expect(level([record(1), record(9, { level: 2 })], [], before(day(9)))).toEqual([1, 1]);
  });

  it('is the one that a person set, up or down, and rises from there', () => {
    const set = record(3, { level: 1, outcome: 'level_set', stepKey: null });
    expect(level([record(1), record(2, { level: 2 }), set])).toEqual([1, 1]);
    expect(level([record(1), set, record(4, { level: 3 })])).toEqual([1, 3]);
  });

  it('begins again with a cycle: of one who went live, even before anything was done in it', () => {
    expect(level([record(1, { level: 3 }), record(2, { cycle: 2 })])).toEqual([2, 1]);
    const live = on(5, 'level_set', { goingLive: true, cycle: 2 });
    expect(level([record(1, { level: 3 })], [live], day(5))).toEqual([2, 0]);
    expect(level([record(1, { level: 3 })], [live], before(day(5)))).toEqual([1, 3]);
    expect(level([record(1)], [on(5, 'level_set', { cycle: 2 })])).toEqual([1, 1]);
    expect(level([record(1)], [on(5, 'level_set', { goingLive: true })])).toEqual([1, 1]);
  });
});
