import type { HoldKind, ClosedAs } from '../state.ts';
import type { Reason } from '../../ladder/plan.ts';
import type { Channel, LetterKind, StepAnchor, StepMode } from '../../ladder/step.ts';

export interface NextInWords {
  level: number;
  kind: Channel;
  letterKind: LetterKind | null;
  mode: StepMode;
}

/** Why nothing leaves for a reason that is no step's own rule. */
export type StopRule = HoldKind | 'closed' | 'attention' | 'exhausted';

/** The words of an explanation in one language. Days are passed in already as words. */
export interface ExplanationWords {
  /** `R3 (lettre recommandée)`; stands at the beginning of a sentence. */
  subject: (next: NextInWords) => string;
  willLeave: (next: NextInWords, day: string, clock: string) => string;
  waitsSince: (next: NextInWords, day: string) => string;
  leavesNow: (next: NextInWords) => string;
  isLeaving: (next: NextInWords) => string;
  /** Its message is ready and waits: since then nothing of the company leaves. */
  isStopped: (next: NextInWords, day: string, clock: string) => string;
  /** Its letter was made on that day and a person has to post it. */
  isToPost: (next: NextInWords, day: string) => string;
  /** A part of a sentence, without a capital or a full stop. */
  reason: (reason: Reason, day: (on: string) => string) => string;
  /** The reason as a sentence of its own, still without capital and full stop. */
  reasonAlone: (reason: Reason, day: (on: string) => string) => string;
  confirm: (why: string) => string;
  hold: (kind: HoldKind, untilDay: string | null) => string;
  held: (holds: string[]) => string;
  heldFor: (holds: string[], next: string) => string;
  closed: (as: ClosedAs, day: string) => string;
  attention: (text: string) => string;
  exhausted: string;
  notPlanned: string;
  rule: (anchor: StepAnchor, delayDays: number) => string;
  /** The rule by which nothing leaves, without a full stop. */
  stop: Record<StopRule, string>;
  creditNote: string;
  colon: string;
}
