import { ApplicationFailure } from '@temporalio/activity';
import type { CaseFacts } from '../domain/case/state.ts';
import { caseFacts, FACT_COLUMNS, type FactRow, factSource, loadCases } from '../facts/case-facts.ts';
import { cancelWaitingLetter } from '../facts/plan/cancel-waiting-letter.ts';
import { nothingAfterCommit } from '../facts/outcome.ts';
import { withdrawStep } from '../facts/withdraw-step.ts';
import { Prisma } from '../prisma/generated/client.ts';
import type { Transaction } from '../prisma/client.ts';
import { customerOfInvoice } from '../prisma/lock.ts';
import { POSTED_BY_PERSON } from '../prisma/posted-by-person.ts';
import { carryOut } from '../temporal/carry-out.ts';
import type { ActivityDeps, CaseCall } from './activity-deps.ts';
import { underInvoiceLock } from './under-lock.ts';

/**
 * Runs before a case ends: withdraws what is still open of it and returns the facts as they are now. Nearly always
 * nothing is open, because the fact that closed the case has withdrawn its step; then one trip to Postgres is enough.
 */
export const createConfirmClosed =
  (deps: ActivityDeps) =>
  async (call: CaseCall): Promise<CaseFacts> => {
    const lock = customerOfInvoice(call.creditorId, call.invoiceId);
    const [, [found]] = (await deps.db.$inOneTrip(lock, looking(call))) as [unknown, (FactRow & { isOpen: boolean })[]];
    return found && !found.isOpen ? caseFacts(factSource(found)) : withdrawWhatIsOpen(deps, call);
  };

/** Selects the facts, and whether a step is open or a letter waits that nobody has posted. */
const looking = ({ creditorId, invoiceId }: CaseCall): Prisma.Sql => Prisma.sql`
  SELECT ${FACT_COLUMNS},
    EXISTS (SELECT FROM open_steps s WHERE s."invoiceId" = i.id)
      OR EXISTS (SELECT FROM message_items t JOIN messages m ON m.id = t."messageId"
        WHERE t."invoiceId" = i.id AND t.active
          AND m.status = 'rendered' AND ${POSTED_BY_PERSON} AND m."handedOverAt" IS NULL) AS "isOpen"
  FROM invoices i WHERE i.id = ${invoiceId}::uuid AND i."creditorId" = ${creditorId}::uuid AND i.kind = 'invoice'`;

async function withdrawWhatIsOpen(deps: ActivityDeps, call: CaseCall): Promise<CaseFacts> {
  let after = nothingAfterCommit();
  const found = await underInvoiceLock(deps, call, async (tx, context) => {
    after = nothingAfterCommit();
    await cancelWaitingLetter(tx, context, call.invoiceId, after);
    const facts = await factsOf(tx, call.invoiceId);
    if (facts.closedAs) await withdrawStep(tx, call.invoiceId, facts.closedAs, context.at);
    return facts;
  });
  await carryOut(deps, after, new Date(call.at), call.invoiceId);
  return found;
}

async function factsOf(tx: Transaction, invoiceId: string): Promise<CaseFacts> {
  const [row] = await loadCases(tx, [invoiceId]);
  if (!row) throw ApplicationFailure.nonRetryable(`invoice ${invoiceId} has no case`, 'unknown_invoice');
  return caseFacts(row);
}
