import type { LocalDate } from '../calendar/local-date.ts';
import type { Reason } from '../ladder/plan.ts';
import type { Channel, LetterKind, StepMode } from '../ladder/step.ts';
import type { Language } from '../reminder-content.ts';
import type { ClosedAs, HoldInForce } from './state.ts';

/** What is known of a case at `nowAt`, as an explanation needs it. Names nobody. */
export interface ExplanationSnapshot {
  nowAt: string;
  timeZone: string;
  closed: { as: ClosedAs; on: LocalDate } | null;
  attention: { code: string; text: string } | null;
  holds: readonly Pick<HoldInForce, 'kind' | 'untilOn' | 'endsAt'>[];
  exhausted: boolean;
  /** The open step with the reasons it was planned with. `handed`: a message carries it. */
  next: {
    level: number;
    kind: Channel;
    letterKind: LetterKind | null;
    mode: StepMode;
    dueAt: string;
    handed: boolean;
    rule: string;
    reasons: readonly Reason[];
  } | null;
}

export interface Explanation {
  sentence: string;
  /** The rule in words; null when no step is planned. */
  rule: string | null;
  nextAt: string | null;
  reasons: string[];
}

/** Why nothing leaves today, or what leaves when and by which rule, for a collector. Reads time zones: not for workflows. */
export function explain(_snapshot: ExplanationSnapshot, _language: Language): Explanation {
  throw new Error('not written yet');
}
