import type { LocalDate } from '../calendar/local-date.ts';
import { levelTurn } from '../ladder/level-turn.ts';
import type { Reason } from '../ladder/plan.ts';
import type { Channel, LetterKind, StepMode, StepOutcome } from '../ladder/step.ts';
import type { HistoryDataOf, KindAndData } from './history/data-by-kind.ts';
import type { ClosedAs } from './state.ts';

/** A history entry. `at`: when it became known, on the product's clock, in the format of `toISOString()`. */
export type PastEntry = KindAndData & { at: string; messageId?: string | null };

/** What happened to a step; `at` as in `PastEntry`. */
export interface PastRecord {
  cycle: number;
  stepKey: string | null;
  level: number;
  outcome: StepOutcome;
  repeat: number;
  at: string;
}

/** A message about one step of the case, from its reservation until its outcome was known. */
export interface PastMessage {
  /** When its letter was made. */
  madeAt?: string | null;
  id: string;
  cycle: number;
  stepKey: string;
  fromAt: string;
  untilAt: string | null;
  /** A registered letter that waits for a person to post it: the step is then that person's to do. */
  isPosted: boolean;
  /** The message carries the step: while it is unsettled, whatever withdraws steps leaves this one alone. */
  carries: boolean;
}

/** Everything recorded of a case, each list in the order in which it was written. */
export interface CaseStory {
  entries: readonly PastEntry[];
  records: readonly PastRecord[];
  messages: readonly PastMessage[];
}

export interface PastStep {
  cycle: number;
  key: string;
  level: number;
  kind: Channel;
  letterKind: LetterKind | null;
  mode: StepMode;
  dueAt: string;
  dueOn: LocalDate;
  rule: string;
  reasons: readonly Reason[];
  /** The message that carried it then. */
  messageId: string | null;
  /** When the letter was made that a person had still to post then. */
  letterMadeAt?: string;
}

/** Where a case stood. `totalCents` and `dueOn` are null when they were never changed, or not recorded. */
export interface PastCase {
  totalCents: number | null;
  dueOn: LocalDate | null;
  cycle: number;
  level: number;
  step: PastStep | null;
  /**
   * The day of the next step's turn, and the level whose turn it brings; that level is null when it was already done.
   */
  turn: { level: number | null; on: LocalDate } | null;
  exhaustedAt: string | null;
  attention: { code: string; text: string; at: string } | null;
  closed: { as: ClosedAs; at: string; reason: string | null } | null;
}

const UNTOLD: PastCase = {
  totalCents: null,
  dueOn: null,
  cycle: 1,
  level: 0,
  step: null,
  turn: null,
  exhaustedAt: null,
  attention: null,
  closed: null,
};

/**
 * Where a case stood at an instant, from its history: entries are read in the order of writing, up to what was known
 * then. Money and holds are not included: their own rows say from when until when they count.
 */
export function pastCase(story: CaseStory, at: string): PastCase {
  const known = story.entries.filter((entry) => entry.at <= at);
  const then = known.reduce((before, entry) => after(before, entry, story), UNTOLD);
  const step = then.step && withMessage(then.step, story, at);
  return { ...then, step, ...reached(story, at) };
}

function after(then: PastCase, entry: PastEntry, story: CaseStory): PastCase {
  const { at } = entry;
  switch (entry.kind) {
    case 'created':
    case 'changed': {
      const { amountCents, dueOn } = entry.data;
      return { ...then, totalCents: amountCents ?? then.totalCents, dueOn: dueOn ?? then.dueOn };
    }
    case 'planned':
      return planned(then, at, entry.data, story);
    case 'sent':
      return sent(then, entry.data, story, at);
    case 'completed':
    case 'call':
    case 'skipped':
      // An action that is no step has no level.
      return typeof entry.data.level !== 'number' ? then : { ...then, step: null, turn: null };
    case 'level_set':
      return withdrawn({ ...then, exhaustedAt: null }, story, at);
    case 'litigation':
    case 'dispute':
      return withdrawn(then, story, at);
    case 'paused': {
      const { endsAt, untilOn } = entry.data;
      return (endsAt === undefined ? untilOn : endsAt) ? then : withdrawn(then, story, at);
    }
    case 'attention':
      return attended(then, at, entry.data, story);
    case 'closed':
    case 'written_off': {
      const { closedAs, reason } = entry.data;
      const closed = { as: (closedAs ?? entry.kind) as ClosedAs, at, reason: reason ?? null };
      // A case that was cancelled twice (the second time for money it still kept) has been closed since the first time.
      return withdrawn({ ...then, attention: null, closed: then.closed ?? closed }, story, at);
    }
    case 'payment_reversed':
    case 'allocation_reversed':
      return entry.data.reopened ? { ...then, closed: null, exhaustedAt: null } : then;
    default:
      return then;
  }
}

function planned(then: PastCase, at: string, data: HistoryDataOf<'planned'>, story: CaseStory): PastCase {
  if (data.exhausted) return { ...then, step: null, turn: null, exhaustedAt: at };
  const level = data.level ?? 0;
  const turnOn = data.turnOn ?? data.dueOn;
  const cycle = data.cycle ?? reached(story, at).cycle;
  const kind = data.channel as Channel;
  const progress = story.records.filter((record) => record.at <= at && record.cycle === cycle);
  const turn = turnOn === undefined ? null : { level: levelTurn({ level, kind }, progress), on: turnOn };
  if (data.held) return withdrawn({ ...then, turn, exhaustedAt: null }, story, at);
  const step: PastStep = {
    cycle,
    key: data.stepKey ?? '',
    level,
    kind,
    letterKind: (data.letterKind ?? null) as LetterKind | null,
    mode: data.mode as StepMode,
    dueAt: data.dueAt ?? at,
    dueOn: data.dueOn ?? at.slice(0, 10),
    rule: data.rule ?? '',
    reasons: data.reasons ?? [],
    messageId: null,
  };
  return { ...then, step, turn, exhaustedAt: null };
}

/** A step that left is over, and so is the turn of its level; repeating an earlier step changes neither. */
function sent(then: PastCase, data: HistoryDataOf<'sent'>, story: CaseStory, at: string): PastCase {
  if (data.stepKey === undefined || data.stepKey === null) return then;
  const { stepKey } = data;
  const isRepeat = story.records.some((one) => one.stepKey === stepKey && one.at === at && one.repeat > 0);
  if (isRepeat) return then;
  return { ...then, turn: null, step: then.step?.key === stepKey ? null : then.step };
}

function attended(then: PastCase, at: string, data: HistoryDataOf<'attention'>, story: CaseStory): PastCase {
  if (data.cleared) return { ...then, attention: null };
  if (then.closed) return then;
  return withdrawn({ ...then, attention: { code: data.code ?? '', text: data.text ?? '', at } }, story, at);
}

/** Withdraws the open step, unless a message carries it: then the hand-over decides. */
function withdrawn(then: PastCase, story: CaseStory, at: string): PastCase {
  const isCarried = then.step !== null && messageOf(then.step, story, at)?.carries === true;
  return isCarried ? then : { ...then, step: null };
}

function messageOf(step: PastStep, story: CaseStory, at: string): PastMessage | undefined {
  return story.messages.find(
    ({ cycle, stepKey, fromAt, untilAt }) =>
      cycle === step.cycle && stepKey === step.key && fromAt <= at && (untilAt === null || at < untilAt),
  );
}

/** Adds the message that carried the step. A letter made by a run or by hand may be older than the step's own hour. */
function withMessage(step: PastStep, story: CaseStory, at: string): PastStep {
  const message = messageOf(step, story, at);
  if (!message) return step;
  if (!message.isPosted) return { ...step, messageId: message.id };
  const letterMadeAt = message.madeAt && message.madeAt <= at ? message.madeAt : message.fromAt;
  const isEarly = message.carries && message.fromAt < step.dueAt;
  return { ...step, mode: 'manual', dueAt: isEarly ? message.fromAt : step.dueAt, letterMadeAt };
}

/** The cycle, and the highest level done or set in it. */
function reached({ entries, records }: CaseStory, at: string): { cycle: number; level: number } {
  const known = records.filter((record) => record.at <= at);
  const set = entries.filter((entry) => entry.kind === 'level_set');
  const live = set.filter((entry) => entry.at <= at && entry.data.goingLive);
  const cycles = [...known.map(({ cycle }) => cycle), ...live.map(({ data }) => data.cycle ?? 1)];
  const cycle = Math.max(1, ...cycles);
  const level = known
    .filter((record) => record.cycle === cycle && record.outcome !== 'skipped')
    .reduce((top, record) => (record.outcome === 'level_set' ? record.level : Math.max(top, record.level)), 0);
  return { cycle, level };
}
