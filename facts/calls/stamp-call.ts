import { toDateColumn } from '../../prisma/dates.ts';
import type { Transaction } from '../../prisma/client.ts';

/** Outcomes of a call that reached nobody, so that it is no contact. A message left on voicemail is one. */
const REACHED_NOBODY: readonly string[] = ['no_answer', 'wrong_number'];

/**
 * Sets the local day of the last contact by telephone about these invoices. A call recorded late does not replace a
 * more recent one, and a call that reached nobody sets none.
 */
export async function stampCall(
  tx: Transaction,
  invoiceIds: readonly string[],
  { on, outcome }: { on: string; outcome: string | undefined },
): Promise<void> {
  if (outcome !== undefined && REACHED_NOBODY.includes(outcome)) return;
  const lastCallOn = toDateColumn(on);
  await tx.invoice.updateMany({
    where: { id: { in: [...invoiceIds] }, OR: [{ lastCallOn: null }, { lastCallOn: { lt: lastCallOn } }] },
    data: { lastCallOn },
  });
}
