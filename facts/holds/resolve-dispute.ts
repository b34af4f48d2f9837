import type { Database, Transaction } from '../../prisma/client.ts';
import { readBusinessDay } from '../business-calendar.ts';
import { recordHistory } from '../history.ts';
import type { DisputeResolutionInput } from '../inputs/holds.ts';
import type { FactContext, FactOutcome, Telling } from '../outcome.ts';
import type { CreditInput } from '../inputs/money.ts';
import { findCredit, storeCredit } from '../money/record-credit.ts';
import { setKnownCredit } from '../money/set-known-credit.ts';
import { raiseVersion } from '../raise-version.ts';
import { caseClosed, conflict, invalid } from '../refused.ts';
import { storeOnce } from '../store-once.ts';
import { endHold } from './end-hold.ts';
import { findHold } from './find-hold.ts';
import { type DisputeAnswer, disputeAnswer, type HoldRow } from './hold-answer.ts';
import { type OpenCase, takeCase, tellAgain } from './open-case.ts';
import { cancelReview } from './review-task.ts';

/**
 * Resolves a dispute. Rejected: the hold ends and the next step needs a person. Upheld: the hold stays until the credit
 * comes, which may be given at once in `credit`. Repeating the same outcome changes nothing; an upheld dispute may
 * still be rejected.
 */
export async function resolveDispute(
  db: Database,
  context: FactContext,
  ids: { invoiceId: string; disputeId: string },
  input: DisputeResolutionInput,
): Promise<FactOutcome<DisputeAnswer>> {
  if (input.credit && input.outcome === 'rejected') {
    const fix = 'Leave the credit out, or uphold the dispute.';
    throw invalid('credit_on_rejection', '/credit', 'A rejected dispute is given no credit.', fix);
  }
  return storeOnce(db, async (tx) => {
    const { invoiceId } = ids;
    const invoice = await takeCase(tx, context, invoiceId);
    const where = { id: ids.disputeId, creditorId: context.creditorId, invoiceId, kind: 'dispute' } as const;
    const hold = await findHold(tx, where);
    const telling: Telling = {
      invoiceId,
      signal: 'disputeResolved',
      data: { holdId: hold.id, outcome: input.outcome },
    };
    if (isSaidAlready(hold, input) && (await isCreditKnown(tx, invoice, input))) {
      const tellings = tellAgain(invoice, telling);
      return { answer: disputeAnswer(hold), tellings, replayed: true, handedOver: [] };
    }
    if (invoice.closedAs !== null) throw caseClosed();
    if (hold.endedAt !== null) throw conflict('dispute_over', `This dispute is over: ${String(hold.outcome)}.`);
    await note(tx, context, invoice, hold, input);
    if (input.outcome === 'rejected' || input.credit) await end(tx, context, hold, input.outcome);
    else await tx.hold.update({ where: { id: hold.id }, data: { awaitingCredit: true } });
    await raiseVersion(tx, [invoiceId]);
    const credited = input.credit ? await giveCredit(tx, context, invoiceId, input.credit) : null;
    return {
      answer: disputeAnswer(await findHold(tx, where)),
      tellings: [telling, ...(credited?.tellings ?? [])],
      replayed: false,
      handedOver: credited?.handedOver ?? [],
    };
  });
}

function isSaidAlready(hold: HoldRow, input: DisputeResolutionInput): boolean {
  if (hold.endedAt !== null) return hold.outcome === input.outcome;
  return hold.awaitingCredit && input.outcome === 'upheld' && !input.credit;
}

/**
 * True when the credit that comes with the outcome, if any, is stored already. Another credit makes it another request.
 */
const isCreditKnown = async (tx: Transaction, invoice: OpenCase, { credit }: DisputeResolutionInput) =>
  !credit || (await findCredit(tx, invoice, credit)) !== null;

/**
 * Gives the credit that ends the dispute. A credit that was stored before and taken off the invoice since is set
 * against it again.
 */
async function giveCredit(tx: Transaction, context: FactContext, invoiceId: string, credit: CreditInput) {
  const stored = await storeCredit(tx, context, invoiceId, credit);
  return stored.replayed ? setKnownCredit(tx, context, stored, invoiceId, credit.amount_cents) : stored;
}

async function end(
  tx: Transaction,
  context: FactContext,
  hold: HoldRow,
  outcome: 'upheld' | 'rejected',
): Promise<void> {
  const day = await readBusinessDay(tx, context);
  const invoiceIds = hold.invoiceId === null ? [] : [hold.invoiceId];
  await endHold(tx, day, hold, { outcome, at: context.at, invoiceIds });
  await cancelReview(tx, hold.id, `dispute_${outcome}`, context.at);
}

async function note(
  tx: Transaction,
  context: FactContext,
  invoice: OpenCase,
  hold: HoldRow,
  input: DisputeResolutionInput,
): Promise<void> {
  const { outcome, comment } = input;
  await recordHistory(tx, context, [
    {
      customerId: invoice.customerId,
      invoiceId: invoice.id,
      kind: 'dispute_resolved',
      data: {
        holdId: hold.id,
        outcome,
        comment: comment ?? undefined,
        awaitingCredit: outcome === 'upheld' && !input.credit,
      },
    },
  ]);
}
