import type { StepMode } from '../ladder/step.ts';
import { CLOSED_AS, type ClosedAs } from './state.ts';

/** The statuses of an open case. */
export const OPEN_STATUSES = [
  'waiting',
  'due',
  'to_confirm',
  'sending',
  'held',
  'needs_attention',
  'exhausted',
] as const;
export const CASE_STATUSES = [...OPEN_STATUSES, ...CLOSED_AS] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];

export interface StatusSnapshot {
  nowAt: string;
  closedAs: ClosedAs | null;
  needsAttention: boolean;
  held: boolean;
  exhausted: boolean;
  /** `handed`: a message already carries it. */
  openStep: { dueAt: string; mode: StepMode; handed: boolean } | null;
}

/** The `status` of a case in the API, derived and never stored: what a person should know first. */
export function statusOf(snapshot: StatusSnapshot): CaseStatus {
  const { nowAt, closedAs, openStep } = snapshot;
  if (closedAs) return closedAs;
  if (snapshot.needsAttention) return 'needs_attention';
  if (snapshot.held) return 'held';
  if (snapshot.exhausted) return 'exhausted';
  if (openStep?.handed) return 'sending';
  if (!openStep || Date.parse(openStep.dueAt) > Date.parse(nowAt)) return 'waiting';
  return openStep.mode === 'to_confirm' ? 'to_confirm' : 'due';
}
