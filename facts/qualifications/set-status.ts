import { sharePromise } from '../../domain/holds/share-promise.ts';
import type { Transaction } from '../../prisma/client.ts';
import { storeDispute } from '../holds/open-dispute.ts';
import { storeLitigation } from '../holds/open-litigation.ts';
import { storePromise } from '../holds/record-promise.ts';
import type { QualificationInput } from '../inputs/specific-action.ts';
import type { FactContext, FactOutcome } from '../outcome.ts';
import { invalid } from '../refused.ts';
import type { TakenItem } from '../specific-actions/take-items.ts';
import { refusalsWithin } from './refusals-within.ts';

/** Stores the status of each item as the fact that it is (promise, dispute or litigation), with the comment. */
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
  const ownerId = status === 'dispute' ? await ownerOf(tx, context, input) : null;
  for (const [index, { id, holds }] of items.entries()) {
    if (status === 'promise' && promise) {
      const share = { ...promise, amount_cents: shares[index]!, comment };
      outcomes.push(await refusalsWithin('/promise', () => storePromise(tx, context, id, share)));
    }
    if (status === 'dispute') {
      const contested = { reason: firstLine(comment) ?? 'Litige', ...dispute, owner_id: ownerId, comment };
      outcomes.push(await refusalsWithin('/dispute', () => storeDispute(tx, context, id, contested)));
    }
    if (status === 'litigation') {
      outcomes.push(await storeLitigation(tx, context, id, whyInLitigation(holds, comment)));
    }
  }
  return outcomes;
}

/** The owner of a dispute: the one named, else the colleague who is told about it. */
async function ownerOf(
  tx: Transaction,
  { creditorId }: FactContext,
  { dispute, notify }: QualificationInput,
): Promise<string | null> {
  if (dispute?.owner_id !== undefined) return dispute.owner_id;
  const id = notify?.colleague?.user_id;
  // An unknown user is refused later, with the mail.
  return id && (await tx.user.findFirst({ where: { id, creditorId } })) ? id : null;
}

/** Without a comment, a litigation in force keeps its reason. */
function whyInLitigation(holds: TakenItem['holds'], comment: string | null) {
  const standing = comment === null ? holds.find(({ kind }) => kind === 'litigation') : undefined;
  return standing ?? { reason: firstLine(comment) ?? 'Contentieux', comment };
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
