import { daysBetween, type LocalDate } from '../calendar/local-date.ts';
import type { HoldKind } from '../case/state.ts';
import type { ConfirmReason } from '../ladder/plan.ts';

/** After a hold longer than this, what the next reminder says may have become wrong. */
const LONG_HOLD_DAYS = 30;

/**
 * Why a person has to confirm the first step after this hold; null when nobody has to. `outcome`: how the hold ended.
 */
export function confirmReasonAfter(hold: {
  kind: HoldKind;
  outcome: string;
  sinceOn: LocalDate;
  endedOn: LocalDate;
}): ConfirmReason | null {
  if (hold.kind === 'litigation') return 'litigation';
  if (hold.kind === 'dispute' && hold.outcome === 'rejected') return 'dispute_rejected';
  return daysBetween(hold.sinceOn, hold.endedOn) > LONG_HOLD_DAYS ? 'long_hold' : null;
}
