import type { LocalDate } from '../calendar/local-date.ts';

export type Channel = 'email' | 'letter' | 'sms' | 'call' | 'task';
/** What leaves, and counts for the customer's cap; calls and tasks are a person's. */
export function isMessage(kind: Channel): kind is 'email' | 'letter' | 'sms' {
  return kind === 'email' || kind === 'letter' || kind === 'sms';
}

export type LetterKind = 'simple' | 'registered' | 'lre_qualified' | 'ere_simple';
export type StepMode = 'manual' | 'to_confirm' | 'automatic';
export type StepAnchor = 'issued_on' | 'due_on' | 'previous_step';

/** What a step is, whenever it leaves. */
export interface Step {
  key: string;
  /** 0: preventive. */
  level: number;
  kind: Channel;
  letterKind: LetterKind | null;
  templateId: string | null;
}

/** From this level on a step is the formal notice. */
export const FORMAL_NOTICE_LEVEL = 3;
export const isFormalNoticeLevel = (level: number): boolean => level >= FORMAL_NOTICE_LEVEL;

/** A step of a scenario's version. */
export interface ScenarioStep extends Step {
  anchor: StepAnchor;
  /** Calendar days after the anchor; negative: before it. */
  delayDays: number;
  mode: StepMode;
  /** The scenario says that this step of level 1 or more may leave before the debt is due. */
  mayPrecedeDue?: boolean;
}

export type StepOutcome = 'sent' | 'completed' | 'skipped' | 'level_set';

/** What happened to a step; without a `stepKey`, to a level: set by a person, or reached before the case came here. */
export interface StepRecord {
  stepKey: string | null;
  level: number;
  kind: Channel | null;
  /** A person sent it himself: perhaps by another channel than its step's. */
  byHand?: boolean;
  outcome: StepOutcome;
  on: LocalDate;
  at: string;
}
