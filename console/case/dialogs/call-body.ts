import type { CallOutcome } from '../../level/call-outcomes.ts';
import { instantOf } from '../../task/local-instant.ts';

/** What a call leads to. */
export interface AfterCall {
  /** `YYYY-MM-DD` of the next call. */
  againOn: string | null;
  /** The dialog of a promise follows. */
  isPromised: boolean;
}

export const NOTHING_AFTER: AfterCall = { againOn: null, isPromised: false };

/** As the API takes it with the call. */
export const callAgainBody = ({ againOn }: AfterCall) => (againOn ? { call_again_on: againOn } : {});

/** A call as it is typed: the hour is that of the creditor's clock, as everywhere on the screen. */
export interface Call {
  outcome: CallOutcome;
  comment: string;
  /** `2026-12-04 09:00:00`; null: now. */
  calledAt: string | null;
  after: AfterCall;
}

/** A typed call as the API takes it. */
export const callBody = ({ outcome, comment, calledAt, after }: Call, invoiceIds: string[], timeZone: string) => ({
  outcome,
  comment: comment.trim() || null,
  invoice_ids: invoiceIds,
  ...(calledAt ? { called_at: instantOf(calledAt, timeZone) } : {}),
  ...callAgainBody(after),
});
