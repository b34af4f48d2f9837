import { ofOrigin } from '../domain/actions/action-origin.ts';
import type { StopCode } from '../domain/case/attention-codes.ts';
import type { Prisma } from '../prisma/generated/client.ts';
import type { Transaction } from '../prisma/client.ts';

/**
 * What asks a person to look at a case that has ended is set aside: the task is cancelled, but keeps its invoice, by
 * which it is found when the case goes on.
 */
export const ASIDE = { ...ofOrigin('attention'), state: 'cancelled', reason: 'case_closed' } as const;

/** Sets aside the attention tasks of a case that ends. */
export async function setAttentionAside(tx: Transaction, invoiceId: string, at: Date): Promise<void> {
  await tx.action.updateMany({
    where: { ...ofOrigin('attention'), state: 'open', invoices: { some: { invoiceId } } },
    data: { ...ASIDE, settledAt: at },
  });
}

/** A provider has answered or a person has mended the cause: cases that have ended do not ask for these codes again. */
export async function forgetAside(
  tx: Transaction,
  invoices: Prisma.InvoiceWhereInput,
  codes: readonly StopCode[],
): Promise<void> {
  const invoice = { AND: [invoices, { closedAs: { not: null } }] };
  await tx.actionInvoice.deleteMany({ where: { invoice, action: { ...ASIDE, attentionCode: { in: [...codes] } } } });
}
