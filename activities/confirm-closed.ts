import { ApplicationFailure } from '@temporalio/activity';
import type { CaseFacts } from '../domain/case/state.ts';
import { caseFacts, loadCases } from '../facts/case-facts.ts';
import { cancelWaitingLetter, WAITING_LETTER } from '../facts/plan/cancel-waiting-letter.ts';
import { withdrawStep } from '../facts/withdraw-step.ts';
import type { Transaction } from '../prisma/client.ts';
import type { ActivityDeps, CaseCall } from './activity-deps.ts';
import { underInvoiceLock } from './under-lock.ts';

/** Before a case ends: takes back what is still open of it, and answers the facts as they are now. */
export const createConfirmClosed =
  (deps: ActivityDeps) =>
  (call: CaseCall): Promise<CaseFacts> =>
    underInvoiceLock(deps, call, async (tx, context) => {
      const left = await tx.invoice.findUniqueOrThrow({ where: { id: call.invoiceId }, select: WHAT_IS_LEFT });
      if (left.messageItems.length > 0) await cancelWaitingLetter(tx, context, call.invoiceId);
      const facts = await factsOf(tx, call.invoiceId);
      if (facts.closedAs && left.openStep) await withdrawStep(tx, call.invoiceId, facts.closedAs, context.at);
      return facts;
    });

/** Nearly always nothing: the fact that closed the case has withdrawn its step. */
const WHAT_IS_LEFT = {
  openStep: { select: { invoiceId: true } },
  messageItems: { where: WAITING_LETTER, select: { messageId: true } },
} as const;

async function factsOf(tx: Transaction, invoiceId: string): Promise<CaseFacts> {
  const [row] = await loadCases(tx, [invoiceId]);
  if (!row) throw ApplicationFailure.nonRetryable(`invoice ${invoiceId} has no case`, 'unknown_invoice');
  return caseFacts(row);
}
