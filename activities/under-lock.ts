import { ApplicationFailure } from '@temporalio/activity';
import { lockThenRead } from '../prisma/lock-then-read.ts';
import { lockAction, lockCustomerOfInvoice, lockCustomerOfMessage } from '../prisma/lock.ts';
import type { Transaction } from '../prisma/client.ts';
import { chosenOf, readChoice } from '../facts/creditors/channel-choice.ts';
import type { FactContext } from '../facts/outcome.ts';
import type { ActivityDeps, CaseCall, MessageCall } from './activity-deps.ts';

const MACHINE = { kind: 'system', name: 'Relance' } as const;

type LockDeps = Pick<ActivityDeps, 'db' | 'channels'>;

/**
 * Takes the lock and returns what it found, with the context of what the machine does by itself at the caller's
 * instant. The creditor's choice of connectors is queried behind the lock in the same trip: it costs no extra wait, and
 * it sees what the previous holder of the lock has switched.
 */
async function locked<Found>(
  { channels }: LockDeps,
  tx: Transaction,
  { creditorId, at }: { creditorId: string; at: string },
  lock: () => Promise<Found>,
): Promise<{ found: Found; context: () => FactContext }> {
  const [found, chosen] = channels
    ? await lockThenRead(lock, () => readChoice(tx, creditorId, channels.connectors))
    : [await lock(), null];
  const connectors = () => (channels ? { connectors: chosenOf(channels.connectors, chosen) } : {});
  const mailbox = channels?.mailboxUrl ? { mailboxUrl: channels.mailboxUrl } : {};
  return { found, context: () => ({ creditorId, at: new Date(at), actor: MACHINE, ...connectors(), ...mailbox }) };
}

/** Runs `work` under the lock of the invoice's customer. An invoice that does not exist cannot succeed later either. */
export async function underInvoiceLock<Result>(
  deps: ActivityDeps,
  call: CaseCall,
  work: (tx: Transaction, context: FactContext) => Promise<Result>,
): Promise<Result> {
  return deps.db.$transaction(async (tx) => {
    const lock = () => lockCustomerOfInvoice(tx, call.creditorId, call.invoiceId);
    const { found, context } = await locked(deps, tx, call, lock);
    if (found === null)
      throw ApplicationFailure.nonRetryable(`invoice ${call.invoiceId} does not exist`, 'unknown_invoice');
    return work(tx, context());
  });
}

/** Runs `work` under the lock of the message's customer. A message that does not exist cannot succeed later either. */
export async function underMessageLock<Result>(
  deps: LockDeps,
  call: MessageCall,
  work: (tx: Transaction, context: FactContext) => Promise<Result>,
): Promise<Result> {
  return deps.db.$transaction(async (tx) => {
    const lock = () => lockCustomerOfMessage(tx, call.creditorId, call.messageId);
    const { found, context } = await locked(deps, tx, call, lock);
    if (found === null)
      throw ApplicationFailure.nonRetryable(`message ${call.messageId} does not exist`, 'unknown_message');
    return work(tx, context());
  });
}

/** Runs `work` under the lock of the action's customer; null when the action is gone. */
export async function underActionLock<Result>(
  deps: ActivityDeps,
  call: { creditorId: string; actionId: string; at: string },
  work: (tx: Transaction, context: FactContext) => Promise<Result>,
): Promise<Result | null> {
  const { creditorId, actionId: id } = call;
  return deps.db.$transaction(async (tx) => {
    const found = await tx.action.findFirst({ where: { id, creditorId }, select: { id: true, customerId: true } });
    if (!found) return null;
    const { context } = await locked(deps, tx, call, () => lockAction(tx, found));
    return work(tx, context());
  });
}
