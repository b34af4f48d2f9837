import type { RunRefusalCode } from '../../domain/messages/run-refusals.ts';
import { lockCustomerOfMessage, lockCustomers } from '../../prisma/lock.ts';
import type { Database, Transaction } from '../../prisma/client.ts';
import type { Prisma } from '../../prisma/generated/client.ts';
import { loadMessageToSettle } from '../messages/settling/message-to-settle.ts';
import { isStillHere, settleMessage } from '../messages/settling/settle-message.ts';
import type { FactContext } from '../outcome.ts';
import { OPERATIONS_ACTOR } from '../store-operations-fact.ts';
import { askAboutPlanned } from './ask-about-planned.ts';

/** The number of cases changed in one statement, with the locks of all their customers. */
const TOGETHER = 500;

/** What waits for a person after a restore, with the number of each. */
export interface HeldBack {
  cases: number;
  messages: number;
  specificActions: number;
  runItems: number;
}

/**
 * To be called after Postgres was restored to an earlier instant: nobody knows what has left or who has paid since.
 * Nothing that had not left by then leaves by itself any more. The next reminder of every open case and every planned
 * specific action waits for a person's confirmation, messages that were made are cancelled and not remade, and runs
 * under way end. It may be called again. `of` restricts it to some creditors; all by default.
 */
export async function confirmAfterRestore(
  db: Database,
  at: Date,
  of: Prisma.CreditorWhereInput = {},
): Promise<HeldBack> {
  const held: HeldBack = { cases: 0, messages: 0, specificActions: 0, runItems: 0 };
  for (const { id: creditorId } of await db.creditor.findMany({ where: of, select: { id: true } })) {
    held.cases += await confirmAll(db, creditorId);
    held.messages += await cancelUnsent(db, { creditorId, at, actor: OPERATIONS_ACTOR });
    held.specificActions += await db.$transaction((tx) => askAboutPlanned(tx, creditorId, 'restored'));
    const underWay = { state: 'waiting', run: { creditorId, dryRun: false } } as const;
    held.runItems += (await db.runItem.updateMany({ where: underWay, data: { state: 'refused', ...RESTORED } })).count;
  }
  return held;
}

const RESTORED = {
  code: 'restored',
  detail:
    'The database was restored from a backup, and this reminder may have left since: look it up before you ask again.',
} as const satisfies { code: RunRefusalCode; detail: string };

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

/** A case that already waits for confirmation because of going live keeps that reason. */
const confirmThese = (tx: Transaction, creditorId: string, ids: readonly string[]): Promise<number> =>
  tx.$executeRaw`
    UPDATE invoices SET "confirmReason" = CASE WHEN "confirmReason" = 'going_live' THEN 'going_live' ELSE 'restored' END,
      version = version + 1, "updatedAt" = now()
    WHERE "creditorId" = ${creditorId}::uuid AND id = ANY (${ids}::uuid[]) AND "closedAs" IS NULL`;

/**
 * Cancels every message that would leave by itself and had certainly not left by the instant of the backup, even one
 * that a person had asked for or confirmed, since it may have left afterwards. For a try with an unknown outcome the
 * provider is asked instead.
 */
async function cancelUnsent(db: Database, context: FactContext): Promise<number> {
  const { creditorId } = context;
  const open = await db.message.findMany({
    where: { creditorId, status: { in: ['reserved', 'rendered'] }, unknownSinceAt: null },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  let cancelled = 0;
  for (const { id } of open)
    cancelled += await db.$transaction(async (tx) => {
      await lockCustomerOfMessage(tx, creditorId, id);
      const message = await loadMessageToSettle(tx, id);
      if (!isStillHere(message)) return 0;
      await settleMessage(tx, context, message, { kind: 'cancelled', reason: 'restored' });
      return 1;
    });
  return cancelled;
}
