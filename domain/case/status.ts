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
/**
 * Where a case stands, in the API's words. Three more lists of words are about the same or close to it: `ListedStage`
 * (the database: this without the clock, so that a stored row stays true), `StatusWord` (workflows/case-details.ts: what
 * the Temporal UI shows), and `ActionStatus` (domain/actions: what is left to do about one action of the agenda, which
 * may be about several cases or none).
 */
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
