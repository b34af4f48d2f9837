import { v7 as uuidv7 } from 'uuid';
import { ofOrigin } from '../../../domain/actions/action-origin.ts';
import { toDateColumn } from '../../../prisma/dates.ts';
import type { Action } from '../../../prisma/generated/client.ts';
import type { Transaction } from '../../../prisma/client.ts';
import { localDayAt } from '../../business-calendar.ts';
import type { FactContext } from '../../outcome.ts';
import type { CaseForPlan } from '../../plan/load-case.ts';

type Letter = Pick<Action, 'level' | 'letterKind' | 'templateId'>;

/**
 * Opens an action for a registered letter about one customer's invoices, which waits until a person has posted it.
 * Returns the action's id.
 */
export async function openLetterToPost(
  tx: Transaction,
  context: FactContext,
  rows: readonly CaseForPlan[],
  letter: Letter,
): Promise<string> {
  const id = uuidv7();
  const { creditorId, customerId, currency } = rows[0]!;
  await tx.action.create({
    data: {
      ...{ id, creditorId, customerId, currency, ...letter },
      kind: 'letter',
      mode: 'manual',
      ...ofOrigin('hand_letter'),
      dueAt: context.at,
      dueOn: toDateColumn(localDayAt(rows[0]!.customer.creditor, context.at)),
      invoices: { create: rows.map((row) => ({ invoiceId: row.id })) },
    },
  });
  return id;
}
