import type { Prisma } from '../prisma/generated/client.ts';
import type { Transaction } from '../prisma/client.ts';
import type { Telling } from './outcome.ts';

/**
 * The tellings of a fact that was stored before, for those of these invoices whose workflow has not heard everything
 * yet.
 */
export async function tellUntold(
  tx: Transaction,
  where: Prisma.InvoiceWhereInput,
  telling: Omit<Telling, 'invoiceId'>,
): Promise<Telling[]> {
  const rows = await tx.invoice.findMany({
    where: { ...where, kind: 'invoice', version: { gt: tx.invoice.fields.toldVersion } },
    select: { id: true },
  });
  return rows.map(({ id }) => ({ invoiceId: id, ...telling }));
}
