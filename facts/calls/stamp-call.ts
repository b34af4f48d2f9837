import { toDateColumn } from '../../prisma/dates.ts';
import type { Transaction } from '../../prisma/client.ts';

/** The last call about these invoices was on this local day: an older one that is written down later does not go before a newer one. */
export async function stampCall(tx: Transaction, invoiceIds: readonly string[], on: string): Promise<void> {
  const lastCallOn = toDateColumn(on);
  await tx.invoice.updateMany({
    where: { id: { in: [...invoiceIds] }, OR: [{ lastCallOn: null }, { lastCallOn: { lt: lastCallOn } }] },
    data: { lastCallOn },
  });
}
