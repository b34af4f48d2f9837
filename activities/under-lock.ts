import { ApplicationFailure } from '@temporalio/activity';
import { lockAction, lockCustomerOfInvoice, lockCustomerOfMessage } from '../prisma/lock.ts';
import type { Transaction } from '../prisma/client.ts';
import { creditorConnectors } from '../facts/creditors/channel-choice.ts';
import type { FactContext } from '../facts/outcome.ts';
import type { ActivityDeps, CaseCall, MessageCall } from './activity-deps.ts';

const MACHINE = { kind: 'system', name: 'Relance' } as const;

type LockDeps = Pick<ActivityDeps, 'db' | 'channels'>;

/** The context of what the machine does by itself, at the caller's instant. */
async function machineContext(
  { channels }: LockDeps,
  tx: Transaction,
  { creditorId, at }: { creditorId: string; at: string },
): Promise<FactContext> {
  const connectors = channels ? { connectors: await creditorConnectors(tx, creditorId, channels.connectors) } : {};
  return { creditorId, at: new Date(at), actor: MACHINE, ...connectors };
}

/** Runs `work` under the lock of the invoice's customer. An invoice that does not exist cannot succeed later either. */
export async function underInvoiceLock<Result>(
  deps: ActivityDeps,
  call: CaseCall,
  work: (tx: Transaction, context: FactContext) => Promise<Result>,
): Promise<Result> {
  return deps.db.$transaction(async (tx) => {
    if ((await lockCustomerOfInvoice(tx, call.creditorId, call.invoiceId)) === null)
      throw ApplicationFailure.nonRetryable(`invoice ${call.invoiceId} does not exist`, 'unknown_invoice');
    return work(tx, await machineContext(deps, tx, call));
  });
}

/** Runs `work` under the lock of the message's customer. A message that does not exist cannot succeed later either. */
export async function underMessageLock<Result>(
  deps: LockDeps,
  call: MessageCall,
  work: (tx: Transaction, context: FactContext) => Promise<Result>,
): Promise<Result> {
  return deps.db.$transaction(async (tx) => {
    if ((await lockCustomerOfMessage(tx, call.creditorId, call.messageId)) === null)
      throw ApplicationFailure.nonRetryable(`message ${call.messageId} does not exist`, 'unknown_message');
    return work(tx, await machineContext(deps, tx, call));
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
    await lockAction(tx, found);
    return work(tx, await machineContext(deps, tx, call));
  });
}
