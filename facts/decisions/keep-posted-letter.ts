import type { Transaction } from '../../prisma/client.ts';
import { draftMessage } from '../messages/draft.ts';
import { drawMessage, readMessage } from '../messages/draw-message.ts';
import { forbiddenWording, type Renderers } from '../messages/render-message.ts';
import { type ActionToSend, reserveAction } from '../messages/reserve-action.ts';
import { acceptOwnWords, type OwnWords } from '../messages/own-words.ts';
import type { MessageEdits } from '../messages/reserve-message.ts';
import type { FactContext } from '../outcome.ts';
import type { Completed } from './complete-action.ts';
import { isChangedSince } from './changed-since-posted.ts';
import { type Posted, settlePosted } from './post-letter.ts';

/**
 * A letter of the ladder that a person printed and posted himself, unasked: it is made as it was on the day of posting, in the
 * planned text or in his own words, kept with its bytes, and is the message sent, as if it had waited for him. Null: we have no
 * such letter that may be written, or what it would say has changed since that day, so what he posted was another.
 */
export async function keepPostedLetter(
  tx: Transaction,
  context: FactContext,
  action: ActionToSend,
  { posted, words }: { posted: Omit<Posted, 'messageId'>; words: OwnWords },
  renderers: Renderers,
): Promise<Completed | null> {
  // No provider takes it any more.
  const { connectors: _, ...byHand } = context;
  const { kind, letterKind, customerId } = action;
  const edits = await acceptOwnWords(tx, customerId, words, { kind, letterKind, connectors: undefined });
  if (await isChangedSince(tx, action, posted)) return null;
  if (!(await mayBeWritten(tx, context, action, edits, posted.at))) return null;
  const messageId = await reserveAction(tx, byHand, action, action.openSteps, context.actor, edits);
  const read = await readMessage(tx, { messageId, at: posted.at.toISOString() });
  await drawMessage(tx, renderers, { messageId, at: context.at.toISOString() }, read);
  return settlePosted(tx, context, action, { ...posted, messageId });
}

async function mayBeWritten(
  tx: Transaction,
  { actor }: FactContext,
  action: ActionToSend,
  edits: MessageEdits,
  at: Date,
): Promise<boolean> {
  const { creditorId, customerId, letterKind, level, templateId, openSteps } = action;
  const draft = await draftMessage(tx, {
    ...{ creditorId, customerId, letterKind, level, templateId, actor, at, edits },
    kind: 'letter',
    currency: openSteps[0]!.invoice.currency,
    invoiceIds: openSteps.map(({ invoiceId }) => invoiceId),
  });
  if (!draft || draft.obstacle || draft.content.customer.addressLines.length === 0) return false;
  return forbiddenWording(draft.texts, draft.content).length === 0;
}
