import type { CallOutcome } from '../../level/call-outcomes.ts';
import { instantOf } from '../../task/local-instant.ts';

/** What follows a call. */
export interface AfterCall {
  /** Day of the next call, `YYYY-MM-DD`. */
  againOn: string | null;
  /** Opens the dialog of a promise afterwards. */
  isPromised: boolean;
}

export const NOTHING_AFTER: AfterCall = { againOn: null, isPromised: false };

/** The part of a call's body that plans the next call. */
export const callAgainBody = ({ againOn }: AfterCall) => (againOn ? { call_again_on: againOn } : {});

/** A call as typed. Its time is in the creditor's time zone, like every time on the screen. */
export interface Call {
  outcome: CallOutcome;
  comment: string;
  /** `2026-12-04 09:00:00`. Null for now. */
  calledAt: string | null;
  after: AfterCall;
}

/** Converts a typed call to the body of the API. */
export const callBody = ({ outcome, comment, calledAt, after }: Call, invoiceIds: string[], timeZone: string) => ({
  outcome,
  comment: comment.trim() || null,
  invoice_ids: invoiceIds,
  ...(calledAt ? { called_at: instantOf(calledAt, timeZone) } : {}),
  ...callAgainBody(after),
});
