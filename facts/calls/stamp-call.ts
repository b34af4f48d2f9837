import { toDateColumn } from '../../prisma/dates.ts';
import type { Transaction } from '../../prisma/client.ts';

/** Sets the local day of the invoices' last call. A call recorded late does not replace a more recent one. */
export async function stampCall(tx: Transaction, invoiceIds: readonly string[], on: string): Promise<void> {
  const lastCallOn = toDateColumn(on);
  await tx.invoice.updateMany({
    where: { id: { in: [...invoiceIds] }, OR: [{ lastCallOn: null }, { lastCallOn: { lt: lastCallOn } }] },
    data: { lastCallOn },
  });
}
