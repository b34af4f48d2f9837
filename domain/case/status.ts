import type { StepMode } from '../ladder/step.ts';
import type { ClosedAs } from './state.ts';

export type CaseStatus =
  | 'waiting'
  | 'due'
  | 'to_confirm'
  | 'sending'
  | 'held'
  | 'needs_attention'
  | 'exhausted'
  | ClosedAs;

export interface StatusSnapshot {
  nowAt: string;
  closedAs: ClosedAs | null;
  needsAttention: boolean;
  held: boolean;
  exhausted: boolean;
  /** `handed`: a message carries it. */
  openStep: { dueAt: string; mode: StepMode; handed: boolean } | null;
}

/** API.md's `status`, derived and never stored; the first that holds in the order of urgency. */
export function statusOf(_snapshot: StatusSnapshot): CaseStatus {
  throw new Error('not written yet');
}
