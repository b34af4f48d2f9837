import { ApplicationFailure } from '@temporalio/activity';
import { lockCustomerOfInvoice, lockCustomerOfMessage } from '../prisma/lock.ts';
import type { Transaction } from '../prisma/client.ts';
import type { FactContext } from '../facts/outcome.ts';
import type { ActivityDeps, CaseCall, MessageCall } from './activity-deps.ts';

const MACHINE = { kind: 'system', name: 'Relance' } as const;

/** The context of what the machine does by itself, at the caller's instant. */
function machineContext(call: { creditorId: string; at: string }): FactContext {
  return { creditorId: call.creditorId, at: new Date(call.at), actor: MACHINE };
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
    return work(tx, machineContext(call));
  });
}

/** The same for the customer of a message. */
export async function underMessageLock<Result>(
  deps: ActivityDeps,
  call: MessageCall,
  work: (tx: Transaction, context: FactContext) => Promise<Result>,
): Promise<Result> {
  return deps.db.$transaction(async (tx) => {
    if ((await lockCustomerOfMessage(tx, call.creditorId, call.messageId)) === null)
      throw ApplicationFailure.nonRetryable(`message ${call.messageId} does not exist`, 'unknown_message');
    return work(tx, machineContext(call));
  });
}
