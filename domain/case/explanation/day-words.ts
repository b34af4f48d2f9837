import type { Reason } from '../../ladder/plan.ts';
import type { ClosedAs, HoldKind } from '../state.ts';
import type { NextInWords } from './words.ts';

/** The words that explain one day, in one language: parts of sentences, without a capital or a full stop. */
export interface DayWords {
  /** `Le jeudi 12 mars`; begins the sentence. */
  onDay: (day: string) => string;
  left: (what: NextInWords | null, clock: string) => string;
  nothingLeft: string;
  notRecorded: string;
  notWorking: (because: 'saturday' | 'sunday' | 'holiday') => string;
  hold: (kind: HoldKind, untilDay: string | null) => string;
  closed: (as: ClosedAs, day: string) => string;
  attention: (text: string) => string;
  exhausted: string;
  notPlanned: string;
  plannedFor: (next: NextInWords, day: string, why: string) => string;
  waited: (next: NextInWords, day: string) => string;
  confirm: (why: Extract<Reason, { code: 'confirm' }>['why']) => string;
  wasBeingSent: (next: NextInWords) => string;
  didNotLeave: (next: NextInWords, clock: string) => string;
  moved: (next: NextInWords, day: string, why: string) => string;
  cancelled: (what: NextInWords | null, why: string, causes: string) => string;
  willLeave: (next: NextInWords, clock: string) => string;
  nothingPlanned: string;
  colon: string;
}
