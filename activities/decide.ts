import { ApplicationFailure } from '@temporalio/activity';
import type { CaseFacts } from '../domain/case/state.ts';
import { caseFacts, loadCases } from '../facts/case-facts.ts';
import { changedBy, type Judged, judgedAs, readDecision, refused } from '../facts/decisions/decision.ts';
import { JUDGES } from '../facts/decisions/judges.ts';
import type { FactContext } from '../facts/outcome.ts';
import type { Transaction } from '../prisma/client.ts';
import { carryOut } from '../temporal/carry-out.ts';
import type { DecisionName, Verdict } from '../workflows/messages.ts';
import type { ActivityDeps, CaseCall } from './activity-deps.ts';
import { underInvoiceLock } from './under-lock.ts';
import { asJson, asVerdict } from '../facts/stored-json.ts';

/** After this long the caller has been told that nobody answered, and may have decided otherwise since. */
const STALE_MS = 60_000;

export type DecideCall = CaseCall & { name: DecisionName; decisionId: string };

/**
 * Judges a stored decision under the lock and records the verdict once; called again, it returns the same verdict.
 * Starts the messages that the decision reserved, and signals the other invoices of the action.
 */
export const createDecide =
  (deps: ActivityDeps) =>
  async (call: DecideCall): Promise<{ verdict: Verdict; facts: CaseFacts }> => {
    const judged = await underInvoiceLock(deps, call, (tx, context) => judge(tx, context, call));
    await carryOut(deps, judged, new Date(call.at), call.invoiceId);
    const [row] = await loadCases(deps.db, [call.invoiceId]);
    if (!row) throw ApplicationFailure.nonRetryable(`invoice ${call.invoiceId} has no case`, 'unknown_invoice');
    return { verdict: judged.verdict, facts: caseFacts(row) };
  };

async function judge(tx: Transaction, context: FactContext, call: DecideCall): Promise<Judged> {
  const row = await tx.decision.findFirst({ where: { id: call.decisionId, creditorId: call.creditorId } });
  if (!row) return refused('unknown_decision', 'Cette décision n’a pas été enregistrée.');
  const verdict = asVerdict(row.verdict);
  if (verdict) return repeated(tx, verdict, row.actionId);
  const isStale = Date.now() - row.requestedAt.getTime() > STALE_MS;
  const judged = isStale
    ? refused('too_late', 'Personne n’a répondu dans la minute\u00a0; rien n’a été fait, décidez à nouveau.')
    : await JUDGES[call.name](tx, context, readDecision(row));
  await tx.decision.update({
    where: { id: row.id },
    data: { verdict: asJson(judged.verdict), decidedAt: context.at },
  });
  return judged;
}

/** Returns the recorded verdict and tells the invoices of the action again, in case the first call was cut short. */
async function repeated(tx: Transaction, verdict: Verdict, actionId: string | null): Promise<Judged> {
  if (!verdict.accepted || actionId === null) return judgedAs(verdict, []);
  const invoices = await tx.actionInvoice.findMany({ where: { actionId } });
  const invoiceIds = invoices.map((one) => one.invoiceId);
  return judgedAs(verdict, changedBy(invoiceIds, 'repeated'));
}
