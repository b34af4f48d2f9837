import type { LocalDate } from '../calendar/local-date.ts';
import type { HoldInForce } from '../case/state.ts';
import type { ConfirmReason } from '../ladder/plan.ts';

/** Why the first step after this hold needs a person, null when it does not. `outcome` is how the hold ended. */
export function confirmReasonAfter(
  _hold: { kind: HoldInForce['kind']; outcome: string; sinceOn: LocalDate; endedOn: LocalDate },
): ConfirmReason | null {
  throw new Error('not written yet');
}
