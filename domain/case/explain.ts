import type { LocalDate } from '../calendar/local-date.ts';
import { localClock, localDate } from '../calendar/local-time.ts';
import type { Reason } from '../ladder/plan.ts';
import type { Channel, LetterKind, StepAnchor, StepMode } from '../ladder/step.ts';
import type { Language } from '../reminder-content.ts';
import { attentionInWords } from './attention-in-words.ts';
import { clockInWords, fullDay, shortDay } from './explanation/day-in-words.ts';
import { ENGLISH } from './explanation/english.ts';
import { FRENCH } from './explanation/french.ts';
import { reasonsInWords } from './explanation/reasons-in-words.ts';
import { asSentence, uncapitalised, unique } from './explanation/sentence-parts.ts';
import type { ClosedAs, HoldInForce } from './state.ts';

/** What an explanation needs to know of a case at `nowAt`. Contains no names. */
export interface ExplanationSnapshot {
  nowAt: string;
  timeZone: string;
  closed: { as: ClosedAs; on: LocalDate } | null;
  attention: { code: string; text: string } | null;
  holds: readonly Pick<HoldInForce, 'kind' | 'untilOn' | 'endsAt'>[];
  exhausted: boolean;
  /** The open step with the reasons it was planned with. `handed`: a message already carries it. */
  next: {
    level: number;
    kind: Channel;
    letterKind: LetterKind | null;
    mode: StepMode;
    dueAt: string;
    handed: boolean;
    /** The local day on which its letter was made, as long as a person has to post that letter. */
    madeOn?: LocalDate | null;
    /** Since when its message waits because all sending of the creditor is stopped. */
    lineStoppedAt?: string | null;
    rule: string;
    reasons: readonly Reason[];
  } | null;
}

export interface Explanation {
  sentence: string;
  /** The rule of the next step in words, or the rule by which nothing leaves; null when nothing is planned yet. */
  rule: string | null;
  nextAt: string | null;
  reasons: string[];
}

const WORDS = { fr: FRENCH, en: ENGLISH };

/**
 * Says, for a collector, why nothing leaves today, or what leaves when and by which rule. Reads time zones, so
 * workflows must not call it.
 */
export function explain(snapshot: ExplanationSnapshot, language: Language): Explanation {
  const words = WORDS[language];
  const todayOn = localDate(snapshot.nowAt, snapshot.timeZone);
  const rule = ruleOf(snapshot, language);
  const nothing = (sentence: string): Explanation => ({ sentence, rule, nextAt: null, reasons: [sentence] });
  const { closed, attention, next } = snapshot;
  if (closed) return nothing(words.closed(closed.as, fullDay(closed.on, todayOn, language)));
  if (attention) return nothing(words.attention(attentionInWords(attention, language)));
  // Two disputes are one reason.
  const holds = unique(
    snapshot.holds.map(({ kind, untilOn }) => words.hold(kind, untilOn && fullDay(untilOn, todayOn, language))),
  );
  if (holds.length > 0 && (!next || hasEndlessHold(snapshot))) {
    return { ...nothing(words.held(holds)), reasons: holds.map(asSentence) };
  }
  if (snapshot.exhausted) return nothing(words.exhausted);
  if (!next) return { ...nothing(words.notPlanned), reasons: [] };
  const sentence = sentenceOf(snapshot, next, todayOn, language);
  return {
    sentence: holds.length > 0 ? words.heldFor(holds, uncapitalised(sentence)) : sentence,
    rule,
    nextAt: next.dueAt,
    reasons: [...holds, ...reasonsAlone(next.reasons, todayOn, language)].map(asSentence),
  };
}

/** Explains that a credit note is not reminded. */
export function explainCreditNote(language: Language): Explanation {
  const sentence = WORDS[language].creditNote;
  return { sentence, rule: null, nextAt: null, reasons: [sentence] };
}

/** The rule of the next step, or of what stops it, in words; null when nothing is planned yet. */
export function ruleOf(snapshot: ExplanationSnapshot, language: Language): string | null {
  const { stop } = WORDS[language];
  const { closed, attention, holds, exhausted, next } = snapshot;
  if (closed) return stop.closed;
  if (attention) return stop.attention;
  const [hold] = [...holds.filter(({ endsAt }) => endsAt === null), ...holds];
  if (hold && (!next || hold.endsAt === null)) return stop[hold.kind];
  if (exhausted) return stop.exhausted;
  return next && ruleInWords(next.rule, language);
}

const hasEndlessHold = ({ holds }: ExplanationSnapshot): boolean => holds.some(({ endsAt }) => endsAt === null);

type Next = NonNullable<ExplanationSnapshot['next']>;

function sentenceOf(snapshot: ExplanationSnapshot, next: Next, todayOn: LocalDate, language: Language): string {
  const words = WORDS[language];
  const { nowAt, timeZone } = snapshot;
  if (next.handed && next.lineStoppedAt) {
    const since = fullDay(localDate(next.lineStoppedAt, timeZone), todayOn, language);
    return `${words.isStopped(next, since, clockInWords(localClock(next.lineStoppedAt, timeZone), language))}.`;
  }
  if (next.handed) return `${words.isLeaving(next)}.`;
  if (next.madeOn) return `${words.isToPost(next, fullDay(next.madeOn, todayOn, language))}.`;
  const because = next.reasons.filter(({ code }) => code !== 'confirm' && code !== 'waiting');
  const day = fullDay(localDate(next.dueAt, timeZone), todayOn, language);
  const clock = clockInWords(localClock(next.dueAt, timeZone), language);
  const isToCome = Date.parse(next.dueAt) > Date.parse(nowAt);
  const arrived = next.mode === 'automatic' ? words.leavesNow(next) : words.waitsSince(next, day);
  const what = isToCome ? words.willLeave(next, day, clock) : arrived;
  const inWords = (reasons: readonly Reason[]) =>
    reasonsInWords(reasons, words, (on) => shortDay(on, todayOn, language));
  const why = inWords(because).join(', ');
  const confirm = next.reasons.filter(({ code }) => code === 'confirm');
  const asked = inWords(confirm).map((reason) => ` ${words.confirm(reason)}`);
  return `${what}${why ? `${words.colon}${why}` : ''}.${asked.join('')}`;
}

function reasonsAlone(reasons: readonly Reason[], todayOn: LocalDate, language: Language): string[] {
  return reasons.map((reason) => WORDS[language].reasonAlone(reason, (on) => shortDay(on, todayOn, language)));
}

/**
 * `previous_step+15` as « 15 jours après l’étape précédente… »; a rule stored in another form is returned unchanged.
 */
function ruleInWords(rule: string, language: Language): string {
  const match = /^(issued_on|due_on|previous_step)([+-]\d+)$/.exec(rule);
  return match ? WORDS[language].rule(match[1] as StepAnchor, Number(match[2])) : rule;
}
