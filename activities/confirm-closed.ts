import { ApplicationFailure } from '@temporalio/activity';
import type { CaseFacts } from '../domain/case/state.ts';
import { caseFacts, loadCases } from '../facts/case-facts.ts';
import { cancelWaitingLetter } from '../facts/plan/cancel-waiting-letter.ts';
import { withdrawStep } from '../facts/withdraw-step.ts';
import type { ActivityDeps, CaseCall } from './activity-deps.ts';
import { underInvoiceLock } from './under-lock.ts';

/** Before a case ends: takes back what is still open of it, and answers the facts as they are now. */
export const createConfirmClosed =
  (deps: ActivityDeps) =>
  (call: CaseCall): Promise<CaseFacts> =>
    underInvoiceLock(deps, call, async (tx, context) => {
      await cancelWaitingLetter(tx, context, call.invoiceId);
      const [row] = await loadCases(tx, [call.invoiceId]);
      if (!row) throw ApplicationFailure.nonRetryable(`invoice ${call.invoiceId} has no case`, 'unknown_invoice');
      if (row.closedAs) await withdrawStep(tx, call.invoiceId, row.closedAs, context.at);
      return caseFacts(row);
    });
