import type { CasePlan } from '../domain/case/state.ts';
import { planCase } from '../facts/plan/plan-case.ts';
import { nothingTakenBack } from '../facts/plan/take-letter-back.ts';
import type { ActivityDeps, CaseCall } from './activity-deps.ts';
import { startAndTell } from './start-and-tell.ts';
import { underInvoiceLock } from './under-lock.ts';

/** Loads the case and writes its next step; for one that is closed it finds just that. */
export const createPlanCase =
  (deps: ActivityDeps) =>
  async (call: CaseCall): Promise<CasePlan> => {
    let after = nothingTakenBack();
    const plan = await underInvoiceLock(deps, call, (tx, context) => {
      after = nothingTakenBack();
      return planCase(tx, context, call.invoiceId, { after });
    });
    await startAndTell(deps, call, after);
    return plan;
  };
