import type { LocalDate } from '../calendar/local-date.ts';
import { localClock, localDate } from '../calendar/local-time.ts';
import type { Reason } from '../ladder/plan.ts';
import type { Channel, LetterKind, StepMode } from '../ladder/step.ts';
import { reasonInWords } from '../messages/cancel-reasons.ts';
import type { Language } from '../reminder-content.ts';
import { attentionInWords } from './attention-in-words.ts';
import { explain, type ExplanationSnapshot } from './explain.ts';
import { DAY_IN_ENGLISH } from './explanation/day-english.ts';
import { DAY_IN_FRENCH } from './explanation/day-french.ts';
import { clockInWords, fullDay, shortDay } from './explanation/day-in-words.ts';
import { ENGLISH } from './explanation/english.ts';
import { FRENCH } from './explanation/french.ts';
import { reasonsInWords } from './explanation/reasons-in-words.ts';
import { asSentence, uncapitalised, unique } from './explanation/sentence-parts.ts';
import type { NextInWords } from './explanation/words.ts';
import { WHY_CANCELLED as WHY_IN_ENGLISH } from './history/english-codes.ts';
import { WHY_CANCELLED as WHY_IN_FRENCH } from './history/french-codes.ts';
import { historyText } from './history-text.ts';
import type { HistoryDataOf } from './history/data-by-kind.ts';
import type { HistoryData } from './history/kinds.ts';
import type { PastEntry } from './past-case.ts';

/** What is recorded about one day of a case. */
export interface DayStory {
  on: LocalDate;
  todayOn: LocalDate;
  timeZone: string;
  notWorking: 'saturday' | 'sunday' | 'holiday' | null;
  /** What happened on that day, in order. */
  entries: readonly PastEntry[];
  /** Plans for this day that were replaced, each with the data of the plan that replaced it. */
  moved: readonly HistoryDataOf<'planned'>[];
  /** Messages cancelled on that day, each with what had changed since the message was made. */
  cancelled: readonly { data: HistoryDataOf<'cancelled'>; causes: readonly PastEntry[] }[];
  /** The case at that day's send hour, and at the end of the day (or now); null before the invoice was recorded. */
  atSendHour: ExplanationSnapshot | null;
  atEnd: ExplanationSnapshot | null;
}

export interface DayExplanation {
  sentence: string;
  reasons: string[];
}

const WORDS = {
  fr: { ...DAY_IN_FRENCH, explained: FRENCH, whyCancelled: WHY_IN_FRENCH },
  en: { ...DAY_IN_ENGLISH, explained: ENGLISH, whyCancelled: WHY_IN_ENGLISH },
};

/**
 * Says what left on a day, or why nothing did, from what was recorded then. For a day to come it says what is planned
 * now.
 */
export function explainDay(story: DayStory, language: Language): DayExplanation {
  const teller = new DayTeller(story, language);
  return story.on > story.todayOn ? teller.dayToCome() : teller.dayThatCame();
}

type Next = NonNullable<ExplanationSnapshot['next']>;

class DayTeller {
  readonly #story: DayStory;
  readonly #language: Language;
  readonly #words: (typeof WORDS)[Language];

  constructor(story: DayStory, language: Language) {
    this.#story = story;
    this.#language = language;
    this.#words = WORDS[language];
  }

  dayThatCame(): DayExplanation {
    const { entries, moved, cancelled } = this.#story;
    const words = this.#words;
    const sent = entries.filter((entry) => entry.kind === 'sent');
    const told = entries.map(({ kind, data }) => historyText(kind, data, this.#language));
    if (sent.length > 0) {
      const left = sent.map(({ at, data }) => words.left(subjectOf(data), this.#clock(at)));
      return { sentence: `${this.#on()}${words.colon}${left.map(uncapitalised).join(', ')}.`, reasons: told };
    }
    const [first = words.notPlanned, ...others] = [
      ...cancelled.map(({ data, causes }) => this.#cancelled(data, causes)),
      ...this.#state(),
      ...moved.map((data) => this.#moved(data)),
    ];
    return {
      sentence: `${this.#on()}, ${words.nothingLeft}${words.colon}${uncapitalised(first)}.`,
      reasons: unique([...others.map(asSentence), ...told]),
    };
  }

  dayToCome(): DayExplanation {
    const words = this.#words;
    const { atEnd, on, timeZone } = this.#story;
    const next = atEnd?.next ?? null;
    const now = atEnd ? explain(atEnd, this.#language) : { sentence: asSentence(words.notRecorded), reasons: [] };
    if (next && localDate(next.dueAt, timeZone) === on) {
      const what = uncapitalised(words.willLeave(next, this.#clock(next.dueAt)));
      return { sentence: `${this.#on()}${words.colon}${what}.`, reasons: now.reasons };
    }
    return { sentence: `${this.#on()}, ${words.nothingPlanned}.`, reasons: [now.sentence] };
  }

  /**
   * Why nothing left: from the case as it stood at the send hour, or, when that does not explain it, at the end of the
   * day.
   */
  #state(): string[] {
    const { atSendHour, atEnd, notWorking } = this.#story;
    const early = atSendHour && this.#standing(atSendHour);
    const parts = early ?? (atEnd ? (this.#standing(atEnd) ?? this.#unsent(atEnd)) : [this.#words.notRecorded]);
    const day = notWorking ? [this.#words.notWorking(notWorking)] : [];
    return [...day, ...parts];
  }

  /** What stopped every message; null when an automatic step could have left. */
  #standing(snapshot: ExplanationSnapshot): string[] | null {
    const words = this.#words;
    const { closed, attention, holds, exhausted, next } = snapshot;
    if (closed) return [words.closed(closed.as, this.#day(closed.on))];
    if (attention) return [words.attention(attentionInWords(attention, this.#language))];
    if (holds.length > 0)
      return unique(holds.map(({ kind, untilOn }) => words.hold(kind, untilOn && this.#day(untilOn))));
    if (exhausted) return [words.exhausted];
    if (!next) return null;
    const dueOn = localDate(next.dueAt, snapshot.timeZone);
    if (dueOn > this.#story.on) return [words.plannedFor(next, this.#day(dueOn), this.#why(next.reasons))];
    if (next.handed) return null;
    if (next.mode === 'automatic' || Date.parse(next.dueAt) > Date.parse(snapshot.nowAt)) return null;
    return [words.waited(next, this.#day(dueOn)), ...confirmReasons(next).map(({ why }) => words.confirm(why))];
  }

  #unsent({ next }: ExplanationSnapshot): string[] {
    const words = this.#words;
    if (!next) return [words.notPlanned];
    if (next.handed) return [words.wasBeingSent(next)];
    return [words.didNotLeave(next, this.#clock(next.dueAt))];
  }

  #cancelled(data: HistoryDataOf<'cancelled'>, causes: readonly PastEntry[]): string {
    const why = reasonInWords(this.#words.whyCancelled, data.reason) ?? '';
    const told = causes.map(({ kind, data: cause }) => historyText(kind, cause, this.#language).replace(/\.$/, ''));
    return this.#words.cancelled(subjectOf(data), why, told.join(', '));
  }

  #moved(data: HistoryDataOf<'planned'>): string {
    const subject = subjectOf(data) ?? { level: 0, kind: 'email', letterKind: null, mode: 'automatic' };
    return this.#words.moved(subject, this.#day(data.dueOn ?? this.#story.on), this.#why(data.reasons ?? []));
  }

  #why(reasons: readonly Reason[]): string {
    const told = reasons.filter(({ code }) => code !== 'waiting' && code !== 'confirm');
    const parts = reasonsInWords(told, this.#words.explained, (on) => this.#shortDay(on));
    return parts.length > 0 ? `${this.#words.colon}${parts.join(', ')}` : '';
  }

  #on(): string {
    return this.#words.onDay(this.#day(this.#story.on));
  }

  #day(on: LocalDate): string {
    return fullDay(on, this.#story.todayOn, this.#language);
  }

  #shortDay(on: LocalDate): string {
    return shortDay(on, this.#story.todayOn, this.#language);
  }

  #clock(at: string): string {
    return clockInWords(localClock(at, this.#story.timeZone), this.#language);
  }
}

function confirmReasons(next: Next) {
  return next.reasons.filter((reason) => reason.code === 'confirm');
}

function subjectOf({
  level,
  channel,
  letterKind,
  mode,
}: Pick<HistoryData, 'level' | 'channel' | 'letterKind' | 'mode'>): NextInWords | null {
  if (level === undefined || level === null) return null;
  const kind = (channel ?? 'email') as Channel;
  return {
    level,
    kind,
    letterKind: (letterKind ?? null) as LetterKind | null,
    mode: (mode ?? 'automatic') as StepMode,
  };
}
