import type { CaseFacts } from '../domain/case/state.ts';
import { caseFacts } from '../facts/case-facts.ts';
import { cancelWaitingLetter } from '../facts/plan/cancel-waiting-letter.ts';
import { loadCaseForPlan } from '../facts/plan/load-plan.ts';
import { withdrawStep } from '../facts/withdraw-step.ts';
import type { ActivityDeps, CaseCall } from './activity-deps.ts';
import { underInvoiceLock } from './under-lock.ts';

/** Before a case ends: takes back what is still open of it, and answers the facts as they are now. */
export const createConfirmClosed = (deps: ActivityDeps) => (call: CaseCall): Promise<CaseFacts> =>
  underInvoiceLock(deps, call, async (tx, context) => {
    await cancelWaitingLetter(tx, context, call.invoiceId);
    const row = await loadCaseForPlan(tx, call.invoiceId);
    if (row.closedAs) await withdrawStep(tx, call.invoiceId, row.closedAs, context.at);
    return caseFacts(row);
  });
