import type { RunRefusalCode } from '../../domain/messages/run-refusals.ts';
import { lockCustomerOfMessage, lockCustomers } from '../../prisma/lock.ts';
import type { Database, Transaction } from '../../prisma/client.ts';
import type { Prisma } from '../../prisma/generated/client.ts';
import { loadMessageToSettle } from '../messages/message-to-settle.ts';
import { isStillHere, settleMessage } from '../messages/settle-message.ts';
import type { FactContext } from '../outcome.ts';
import { OPERATIONS_ACTOR } from '../store-operations-fact.ts';
import { askAboutPlanned } from './ask-about-planned.ts';

/** How many cases wait for a person in one statement, with the locks of all their customers. */
const TOGETHER = 500;

/** What waits for a person after a restore, each counted. */
export interface HeldBack {
  cases: number;
  messages: number;
  specificActions: number;
  runItems: number;
}

/**
 * After Postgres was restored to an earlier instant: nobody knows what left since, nor who has paid. Nothing that had not left by then
 * leaves by itself, of any creditor: the next reminder of every open case becomes a person's to confirm, so does what was planned
 * beside the ladder, what was made is cancelled without being made anew, and the runs under way end. Done again it does the same.
 * `of`: which creditors, all unless told.
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

/** What going live asks a person to confirm stays of going live. */
const confirmThese = (tx: Transaction, creditorId: string, ids: readonly string[]): Promise<number> =>
  tx.$executeRaw`
    UPDATE invoices SET "confirmReason" = CASE WHEN "confirmReason" = 'going_live' THEN 'going_live' ELSE 'restored' END,
      version = version + 1, "updatedAt" = now()
    WHERE "creditorId" = ${creditorId}::uuid AND id = ANY (${ids}::uuid[]) AND "closedAs" IS NULL`;

/**
 * Cancels what had certainly not left by the instant of the backup and would leave by itself, whoever had asked for it: what a person
 * confirmed then may have left since, too. Of what had been tried with an unknown outcome the provider is asked.
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
