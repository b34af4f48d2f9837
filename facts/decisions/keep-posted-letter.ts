import type { Transaction } from '../../prisma/client.ts';
import { draftMessage } from '../messages/draft.ts';
import { drawMessage, readMessage } from '../messages/draw-message.ts';
import { forbiddenWording, type Renderers } from '../messages/render-message.ts';
import { type ActionToSend, reserveAction } from '../messages/reserve-action.ts';
import type { FactContext } from '../outcome.ts';
import type { Completed } from './complete-action.ts';
import { type Posted, settlePosted } from './post-letter.ts';

/**
 * A letter of the ladder that a person printed and posted himself, unasked: it is made as it was on the day of posting, kept
 * with its bytes, and is the message sent, as if it had waited for him. Null: we have no such letter that may be written, so
 * what he posted was another.
 */
export async function keepPostedLetter(
  tx: Transaction,
  context: FactContext,
  action: ActionToSend,
  posted: Omit<Posted, 'messageId'>,
  renderers: Renderers,
): Promise<Completed | null> {
  if (!(await mayBeWritten(tx, context, action, posted.at))) return null;
  // No provider takes it any more.
  const { connectors: _, ...byHand } = context;
  const messageId = await reserveAction(tx, byHand, action, action.openSteps, context.actor);
  const read = await readMessage(tx, { messageId, at: posted.at.toISOString() });
  await drawMessage(tx, renderers, { messageId, at: context.at.toISOString() }, read);
  return settlePosted(tx, context, action, { ...posted, messageId });
}

async function mayBeWritten(tx: Transaction, { actor }: FactContext, action: ActionToSend, at: Date): Promise<boolean> {
  const { creditorId, customerId, letterKind, level, templateId, openSteps } = action;
  const draft = await draftMessage(tx, {
    ...{ creditorId, customerId, letterKind, level, templateId, actor, at },
    kind: 'letter',
    currency: openSteps[0]!.invoice.currency,
    invoiceIds: openSteps.map(({ invoiceId }) => invoiceId),
    edits: {},
  });
  if (!draft || draft.obstacle || draft.content.customer.addressLines.length === 0) return false;
  return forbiddenWording(draft.texts, draft.content).length === 0;
}
