import { describe, expect, it } from 'vitest';
import { type LevelsInput, levelsView } from '../../../domain/case/levels-view.ts';
import { type StatusSnapshot, statusOf } from '../../../domain/case/status.ts';

const NEW: LevelsInput = {
  todayOn: '2026-05-04',
  scenarioLevels: [1, 2, 3],
  cycle: 1,
  level: 0,
  records: [],
  next: null,
};
const sent = (level: number, at: string, more = {}) => ({ cycle: 1, level, outcome: 'sent' as const, at, ...more });
const states = (input: LevelsInput) => levelsView(input).map(({ level, state }) => `R${level} ${state}`);

describe('The levels of a case', () => {
  it('are R1 to R3, whatever the scenario has, and more when it has more; preventive steps are not listed', () => {
    expect(levelsView({ ...NEW, scenarioLevels: [1] }).map(({ level }) => level)).toEqual([1, 2, 3]);
    expect(levelsView({ ...NEW, scenarioLevels: [0, 1, 5, 2, 4] }).map(({ level }) => level)).toEqual([1, 2, 3, 4, 5]);
  });

  it('show the day of the next one, which is due from that day on', () => {
    const next = { level: 1, turnOn: '2026-05-04', dueOn: '2026-05-04' };
    expect(levelsView({ ...NEW, todayOn: '2026-05-03', next })[0]).toEqual({
      level: 1,
      state: 'not_concerned',
      dueOn: '2026-05-04',
      doneAt: null,
      setAt: null,
    });
    expect(levelsView({ ...NEW, next })).toEqual([
      { level: 1, state: 'due', dueOn: '2026-05-04', doneAt: null, setAt: null },
      { level: 2, state: 'not_concerned', dueOn: null, doneAt: null, setAt: null },
      { level: 3, state: 'not_concerned', dueOn: null, doneAt: null, setAt: null },
    ]);
  });

  it('stay due when they are held, with an end or without', () => {
    expect(states({ ...NEW, next: { level: 1, turnOn: '2026-05-04', dueOn: '2026-06-15' } })[0]).toBe('R1 due');
    expect(levelsView({ ...NEW, next: { level: 1, turnOn: '2026-05-04', dueOn: null } })[0]).toMatchObject({
      state: 'due',
      dueOn: '2026-05-04',
    });
    expect(states({ ...NEW, next: { level: 1, turnOn: '2026-05-05', dueOn: null } })[0]).toBe('R1 not_concerned');
  });

  it('are done when they left or were completed, not when they were skipped or set', () => {
    const at = '2026-05-01T07:00:00.000Z';
    expect(levelsView({ ...NEW, level: 1, records: [sent(1, at)] })).toEqual([
      { level: 1, state: 'done', dueOn: null, doneAt: at, setAt: null },
      { level: 2, state: 'not_concerned', dueOn: null, doneAt: null, setAt: null },
      { level: 3, state: 'not_concerned', dueOn: null, doneAt: null, setAt: null },
    ]);
    expect(states({ ...NEW, records: [sent(1, at, { outcome: 'completed' })] })[0]).toBe('R1 done');
    expect(states({ ...NEW, records: [sent(1, at, { outcome: 'skipped' })] })[0]).toBe('R1 not_concerned');
    expect(states({ ...NEW, level: 1, records: [sent(1, at, { outcome: 'level_set' })] })[0]).toBe('R1 not_concerned');
  });

  it('say since when they count as done without a sending: they and those below the one that was set', () => {
    const at = '2026-05-01T07:00:00.000Z';
    const set = sent(2, '2026-05-03T07:00:00.000Z', { outcome: 'level_set' });
    const input = { ...NEW, level: 2, records: [sent(1, at), set] };
    expect(levelsView(input).map(({ state, setAt }) => [state, setAt])).toEqual([
      ['done', null],
      ['not_concerned', set.at],
      ['not_concerned', null],
    ]);
    expect(levelsView({ ...input, records: [set] })[0]).toMatchObject({ state: 'not_concerned', setAt: set.at });
    expect(levelsView({ ...input, cycle: 2, level: 0, records: [set] })[0]).toMatchObject({ setAt: null });
  });

  it('show the last time, when one was repeated', () => {
    const records = [
      sent(1, '2026-05-01T07:00:00.000Z'),
      sent(1, '2026-05-03T10:00:00.000Z'),
      sent(1, '2026-05-02T10:00:00.000Z'),
    ];
    expect(levelsView({ ...NEW, level: 1, records })[0]?.doneAt).toBe('2026-05-03T10:00:00.000Z');
  });

  it('begin again with a new cycle, except those below the level at which it began', () => {
    const records = [sent(1, '2026-04-01T07:00:00.000Z'), sent(2, '2026-04-16T07:00:00.000Z')];
    expect(states({ ...NEW, cycle: 2, level: 0, records })).toEqual([
      'R1 not_concerned',
      'R2 not_concerned',
      'R3 not_concerned',
    ]);
    expect(states({ ...NEW, cycle: 2, level: 1, records })).toEqual([
      'R1 done',
      'R2 not_concerned',
      'R3 not_concerned',
    ]);
  });

  it('are done in this cycle also above the level from which it began again', () => {
    const again = sent(2, '2026-05-01T07:00:00.000Z', { cycle: 2 });
    expect(states({ ...NEW, cycle: 2, level: 0, records: [again] })[1]).toBe('R2 done');
  });

  it('are due again for a second channel of the same level', () => {
    const at = '2026-05-01T07:00:00.000Z';
    const next = { level: 1, turnOn: '2026-05-04', dueOn: '2026-05-04' };
    expect(levelsView({ ...NEW, level: 1, records: [sent(1, at)], next })[0]).toEqual({
      level: 1,
      state: 'due',
      dueOn: '2026-05-04',
      doneAt: at,
      setAt: null,
    });
    expect(states({ ...NEW, todayOn: '2026-05-02', level: 1, records: [sent(1, at)], next })[0]).toBe('R1 done');
  });
});

describe('The status of a case', () => {
  const nowAt = '2026-05-04T07:00:00.000Z';
  const open: StatusSnapshot = {
    nowAt,
    closedAs: null,
    needsAttention: false,
    held: false,
    exhausted: false,
    openStep: null,
  };
  const step = { dueAt: nowAt, mode: 'automatic' as const, handed: false };

  it.each([
    ['waits for its plan', open, 'waiting'],
    ['waits for its day', { ...open, openStep: { ...step, dueAt: '2026-05-04T07:00:00.001Z' } }, 'waiting'],
    ['has an automatic step that has come', { ...open, openStep: step }, 'due'],
    ['has a step to do by hand', { ...open, openStep: { ...step, mode: 'manual' } }, 'due'],
    ['has a step to confirm', { ...open, openStep: { ...step, mode: 'to_confirm' } }, 'to_confirm'],
    [
      'has a step to confirm that is still to come',
      { ...open, openStep: { ...step, mode: 'to_confirm', dueAt: '2026-06-04T07:00:00.000Z' } },
      'waiting',
    ],
    ['has handed its step over', { ...open, openStep: { ...step, handed: true } }, 'sending'],
    ['is held', { ...open, held: true, openStep: step }, 'held'],
    ['is held after its last step', { ...open, held: true, exhausted: true }, 'held'],
    ['needs a person', { ...open, needsAttention: true, held: true }, 'needs_attention'],
    ['is at the end of its ladder', { ...open, exhausted: true }, 'exhausted'],
    ['is paid', { ...open, closedAs: 'paid', needsAttention: true, held: true }, 'paid'],
    ['is cancelled', { ...open, closedAs: 'cancelled' }, 'cancelled'],
    ['is written off', { ...open, closedAs: 'written_off' }, 'written_off'],
  ] satisfies [string, StatusSnapshot, string][])('%s', (_, snapshot, status) =>
    expect(statusOf(snapshot)).toBe(status),
  );
});
