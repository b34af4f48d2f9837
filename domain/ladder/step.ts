import type { LocalDate } from '../calendar/local-date.ts';

/** Channels with a full text: e-mail and letter. */
export const WRITTEN_CHANNELS = ['email', 'letter'] as const;
/** Channels of messages, which count for the customer's cap; calls and tasks are done by a person. */
export const MESSAGE_CHANNELS = [...WRITTEN_CHANNELS, 'sms'] as const;
export type MessageChannel = (typeof MESSAGE_CHANNELS)[number];
export const CHANNELS = [...MESSAGE_CHANNELS, 'call', 'task'] as const;
export type Channel = (typeof CHANNELS)[number];

export const isMessage = (kind: Channel): kind is MessageChannel => MESSAGE_CHANNELS.some((one) => one === kind);

export const LETTER_KINDS = ['simple', 'registered', 'lre_qualified', 'ere_simple'] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];
export const STEP_MODES = ['manual', 'to_confirm', 'automatic'] as const;
export type StepMode = (typeof STEP_MODES)[number];
export const STEP_ANCHORS = ['issued_on', 'due_on', 'previous_step'] as const;
export type StepAnchor = (typeof STEP_ANCHORS)[number];

/** What a step is, apart from when it leaves. */
export interface Step {
  key: string;
  /** 0 is preventive. */
  level: number;
  kind: Channel;
  letterKind: LetterKind | null;
  templateId: string | null;
}

/** From this level on, a step is a formal notice. */
export const FORMAL_NOTICE_LEVEL = 3;
export const isFormalNoticeLevel = (level: number): boolean => level >= FORMAL_NOTICE_LEVEL;

/** A step of a scenario version. */
export interface ScenarioStep extends Step {
  anchor: StepAnchor;
  /** Calendar days after the anchor; negative for days before it. */
  delayDays: number;
  mode: StepMode;
  /** The scenario allows this step of level 1 or more to leave before the debt is due. */
  mayPrecedeDue?: boolean;
}

export type StepOutcome = 'sent' | 'completed' | 'skipped' | 'level_set';

/**
 * What happened to a step. Without a `stepKey`, what happened to a level: a person set it, or it was reached before the
 * case came to Relance.
 */
export interface StepRecord {
  stepKey: string | null;
  level: number;
  kind: Channel | null;
  /** A person sent it, perhaps by another channel than the step's. */
  byHand?: boolean;
  outcome: StepOutcome;
  on: LocalDate;
  at: string;
}
