import { ofOrigin } from '../../domain/actions/action-origin.ts';
import { type Connectors, withoutProvider } from '../../domain/messages/connectors.ts';
import type { Database, Transaction } from '../../prisma/client.ts';
import { lockCustomers } from '../../prisma/lock.ts';
import { raiseVersion } from '../raise-version.ts';
import { BY_PROVIDER, creditorConnectors } from './channel-choice.ts';

/** The number of customers locked in one transaction. */
const TOGETHER = 500;

/**
 * Releases what waits for a person only because a provider was missing that the creditor has now. Such steps are
 * planned again once their cases are told; such specific actions leave by themselves again when late ones are next
 * looked for. Handles at most `most` of each per call, and returns how many it released.
 */
export async function providerIsBack(
  db: Database,
  creditorId: string,
  offered: Connectors,
  most: number,
): Promise<number> {
  const missing = withoutProvider(await db.$transaction((tx) => creditorConnectors(tx, creditorId, offered)));
  const OR = (['letter', 'sms'] as const).filter((one) => !missing.includes(one)).map((one) => BY_PROVIDER[one]);
  if (OR.length === 0) return 0;
  const waits = { creditorId, messageId: null, mode: 'to_confirm', OR } as const;
  // Leaves out cases that will be planned again anyway.
  const invoice = { version: { lte: db.invoice.fields.plannedVersion } };
  const steps = { ...waits, invoice, reasons: { array_contains: [{ code: 'confirm', why: 'no_provider' }] } };
  const found = await db.openStep.findMany({ where: steps, select: { customerId: true }, take: most });
  const actions = { ...waits, ...ofOrigin('specific_action'), state: 'open', reason: 'no_provider' } as const;
  const asked = await db.action.findMany({ where: actions, select: { customerId: true }, take: most });
  let moved = 0;
  await byCustomers(db, [...found, ...asked], async (tx, customerIds) => {
    const ofThese = { customerId: { in: customerIds } };
    const still = await tx.openStep.findMany({ where: { AND: [steps, ofThese] }, select: { invoiceId: true } });
    await raiseVersion(
      tx,
      still.map(({ invoiceId }) => invoiceId),
    );
    const data = { mode: 'automatic', reason: null } as const;
    moved += still.length + (await tx.action.updateMany({ where: { AND: [actions, ofThese] }, data })).count;
  });
  return moved;
}

/** Runs `work` under the locks of some customers at a time. */
async function byCustomers(
  db: Database,
  of: readonly { customerId: string | null }[],
  work: (tx: Transaction, customerIds: string[]) => Promise<void>,
): Promise<void> {
  const ids = [...new Set(of.flatMap(({ customerId }) => customerId ?? []))].sort();
  for (let first = 0; first < ids.length; first += TOGETHER) {
    const some = ids.slice(first, first + TOGETHER);
    await db.$transaction(async (tx) => {
      await lockCustomers(tx, some);
      await work(tx, some);
    });
  }
}
