import { sharePromise } from '../../domain/holds/share-promise.ts';
import type { Transaction } from '../../prisma/client.ts';
import { storeDispute } from '../holds/open-dispute.ts';
import { storeLitigation } from '../holds/open-litigation.ts';
import { storePromise } from '../holds/record-promise.ts';
import type { QualificationInput } from '../inputs/specific-action.ts';
import type { FactContext, FactOutcome } from '../outcome.ts';
import { invalid } from '../refused.ts';
import type { TakenItem } from '../specific-actions/take-items.ts';

/** Gives each item its status, as the fact that it is; a comment goes with it. */
export async function setStatus(
  tx: Transaction,
  context: FactContext,
  items: readonly TakenItem[],
  input: QualificationInput,
): Promise<FactOutcome<unknown>[]> {
  const { status, promise, dispute } = input;
  const comment = input.comment || null;
  const outcomes: FactOutcome<unknown>[] = [];
  const shares = promise ? sharesOf(promise.amount_cents, items) : [];
  for (const [index, { id }] of items.entries()) {
    if (status === 'promise' && promise)
      outcomes.push(await storePromise(tx, context, id, { ...promise, amount_cents: shares[index]!, comment }));
    if (status === 'dispute') {
      const { reason, ...terms } = dispute ?? { reason: firstLine(comment) ?? 'Litige' };
      outcomes.push(await storeDispute(tx, context, id, { ...terms, reason, comment }));
    }
    if (status === 'litigation') {
      const reason = firstLine(comment) ?? 'Contentieux';
      outcomes.push(await storeLitigation(tx, context, id, { reason, comment }));
    }
  }
  return outcomes;
}

const firstLine = (comment: string | null): string | null => comment?.split('\n')[0]?.slice(0, 1000) || null;

function sharesOf(amountCents: number, items: readonly TakenItem[]): number[] {
  const balances = items.map((item) => item.balanceCents);
  const owedCents = balances.reduce((sum, cents) => sum + cents, 0);
  const pointer = '/promise/amount_cents';
  if (new Set(items.map((item) => item.currency)).size > 1)
    throw invalid(
      'several_currencies',
      '/invoice_ids',
      'A promise is in one currency.',
      'Choose invoices of one currency.',
    );
  if (amountCents > owedCents) {
    const detail = `More is promised than the ${String(owedCents)} cents that these invoices owe.`;
    throw invalid('above_balance', pointer, detail, 'Promise at most what is left to pay.');
  }
  if (amountCents < items.length)
    throw invalid('too_little', pointer, 'This is less than a cent for each invoice.', 'Choose fewer invoices.');
  return sharePromise(amountCents, balances);
}
