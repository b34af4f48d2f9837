import type { Database } from '../../prisma/client.ts';
import { lockCustomers } from '../../prisma/lock.ts';
import { changedBy } from '../decisions/decision.ts';
import { readHandedOver } from '../handed-over.ts';
import type { SpecificActionInput } from '../inputs/specific-action.ts';
import type { AfterCommit, FactContext, FactOutcome, Telling } from '../outcome.ts';
import { refuseUnknown } from './draft-specific.ts';
import { storeSpecific, type StoredSpecific } from './store-specific.ts';
import { takeItems } from './take-items.ts';

/**
 * A stored specific action with the message to start. `replaced` is absent for a repeated request, where it is not
 * known.
 */
type CreatedSpecific = Omit<StoredSpecific, 'replaced'> & Partial<StoredSpecific>;

/** Plans a step outside the scenario for chosen invoices of one customer. The same `requestKey` is the same action. */
export async function createSpecific(
  db: Database,
  context: FactContext,
  input: SpecificActionInput,
  requestKey: string | null,
): Promise<FactOutcome<CreatedSpecific>> {
  const { customer_id: customerId, invoice_ids: invoiceIds, replaces_step: replacesStep, ...plan } = input;
  return db.$transaction(async (tx) => {
    await refuseUnknown(tx, context, customerId);
    await lockCustomers(tx, [customerId]);
    const earlier =
      requestKey === null ? null : await tx.specificAction.findUnique({ where: { requestKey }, ...WITH_ACTION });
    if (earlier) {
      const { id, action } = earlier;
      const tellings = changedBy(
        action.invoices.map((one) => one.invoiceId),
        'repeated',
      );
      const { messageId } = action;
      return { answer: { id, messageId }, ...after(messageId, tellings), replayed: true, handedOver: [] };
    }
    const items = await takeItems(tx, context, customerId, invoiceIds);
    const ids = items.map((item) => item.id);
    const handedOver = await readHandedOver(tx, ids);
    const answer = await storeSpecific(tx, context, { customerId, items, plan, requestKey, replacesStep });
    const tellings = changedBy(ids, 'specific_action');
    return { answer, ...after(answer.messageId, tellings), replayed: false, handedOver };
  });
}

const after = (messageId: string | null, tellings: Telling[]): AfterCommit => ({
  startMessageIds: messageId === null ? [] : [messageId],
  tellings,
});

const WITH_ACTION = { include: { action: { include: { invoices: true } } } } as const;
