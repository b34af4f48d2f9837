import type { CasePlan } from '../domain/case/state.ts';
import { planCase } from '../facts/plan/plan-case.ts';
import type { ActivityDeps, CaseCall } from './activity-deps.ts';
import { underInvoiceLock } from './under-lock.ts';

/** Loads the case and writes its next step; for one that is closed it finds just that. */
export const createPlanCase =
  (deps: ActivityDeps) =>
  (call: CaseCall): Promise<CasePlan> =>
    underInvoiceLock(deps, call, (tx, context) => planCase(tx, context, call.invoiceId));
