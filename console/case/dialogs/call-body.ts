import type { CallOutcome } from '../../level/call-outcomes.ts';
import { instantOf } from '../../task/local-instant.ts';

/** A call as it is typed: the hour is that of the creditor's clock, as everywhere on the screen. */
export interface Call {
  outcome: CallOutcome;
  comment: string;
  /** `2026-12-04 09:00:00`; null: now. */
  calledAt: string | null;
}

/** A typed call as the API takes it. */
export const callBody = ({ outcome, comment, calledAt }: Call, invoiceIds: string[], timeZone: string) => ({
  outcome,
  comment: comment.trim() || null,
  invoice_ids: invoiceIds,
  ...(calledAt ? { called_at: instantOf(calledAt, timeZone) } : {}),
});
