import type { Database, Transaction } from '../../prisma/client.ts';
import { lockCustomers } from '../../prisma/lock.ts';

/** How many cases wait for a person in one statement, with the locks of all their customers. */
const TOGETHER = 500;

/**
 * After Postgres was restored to an earlier instant: nobody knows what left since, nor who has paid. The next reminder of every open
 * case of every creditor becomes a person's to confirm, and what was made and had not left by then is held back, since its case has
 * changed. Answers how many cases they are. Done again it does the same.
 */
export async function confirmAfterRestore(db: Database): Promise<number> {
  let cases = 0;
  for (const { id } of await db.creditor.findMany({ select: { id: true } })) cases += await confirmAll(db, id);
  return cases;
}

async function confirmAll(db: Database, creditorId: string): Promise<number> {
  let cases = 0;
  for (let after: string | undefined; ;) {
    const page = await db.invoice.findMany({
      where: { creditorId, kind: 'invoice', closedAs: null, ...(after === undefined ? {} : { id: { gt: after } }) },
      select: { id: true, customerId: true },
      orderBy: { id: 'asc' },
      take: TOGETHER,
    });
    if (page.length === 0) return cases;
    await db.$transaction(async (tx) => {
      await lockCustomers(
        tx,
        page.map(({ customerId }) => customerId),
      );
      cases += await confirmThese(
        tx,
        creditorId,
        page.map(({ id }) => id),
      );
    });
    after = page.at(-1)!.id;
  }
}

/** What going live asks a person to confirm stays of going live. */
const confirmThese = (tx: Transaction, creditorId: string, ids: readonly string[]): Promise<number> =>
  tx.$executeRaw`
    UPDATE invoices SET "confirmReason" = CASE WHEN "confirmReason" = 'going_live' THEN 'going_live' ELSE 'restored' END,
      version = version + 1, "updatedAt" = now()
    WHERE "creditorId" = ${creditorId}::uuid AND id = ANY (${ids}::uuid[]) AND "closedAs" IS NULL`;
