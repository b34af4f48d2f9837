import { activityInfo, ApplicationFailure } from '@temporalio/activity';
import { stopInFrench } from '../domain/case/attention-in-words.ts';
import type { CasePlan } from '../domain/case/state.ts';
import { planCase } from '../facts/plan/plan-case.ts';
import { nothingAfterCommit } from '../facts/outcome.ts';
import { isOutage } from '../prisma/is-outage.ts';
import { carryOut } from '../temporal/carry-out.ts';
import type { ActivityDeps, CaseCall } from './activity-deps.ts';
import { underInvoiceLock } from './under-lock.ts';

/**
 * Some hour of retries: a faulty release of ours may be rolled back within it, and then nobody has to look at each
 * case.
 */
const ATTEMPTS = 60;

/**
 * Loads the case and writes its next step; for a closed case it only returns that it is closed. A case that cannot be
 * planned is put before a person in the end.
 */
export const createPlanCase =
  (deps: ActivityDeps) =>
  async (call: CaseCall): Promise<CasePlan> => {
    let after = nothingAfterCommit();
    const plan = await underInvoiceLock(deps, call, (tx, context) => {
      after = nothingAfterCommit();
      return planCase(tx, context, call.invoiceId, { after });
    }).catch((error: unknown) => {
      if (error instanceof ApplicationFailure || isOutage(error) || activityInfo().attempt < ATTEMPTS) throw error;
      deps.log.error({ err: error, invoiceId: call.invoiceId }, 'a case cannot be planned: a person is asked');
      throw ApplicationFailure.nonRetryable(stopInFrench('cannot_be_planned'), 'cannot_be_planned');
    });
    await carryOut(deps, after, new Date(call.at), call.invoiceId);
    return plan;
  };
