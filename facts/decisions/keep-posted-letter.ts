import type { Transaction } from '../../prisma/client.ts';
import { draftMessage } from '../messages/drawing/draft.ts';
import { drawMessage, readMessage } from '../messages/drawing/draw-message.ts';
import { forbiddenWording, type Renderers } from '../messages/drawing/render-message.ts';
import { type ActionToSend, reserveAction } from '../messages/reserving/reserve-action.ts';
import { acceptOwnWords, type OwnWords } from '../messages/texts/own-words.ts';
import type { MessageEdits } from '../messages/reserving/reserve-message.ts';
import type { FactContext } from '../outcome.ts';
import type { Completed } from './complete-action.ts';
import { isChangedSince } from './changed-since-posted.ts';
import { type Posted, settlePosted } from './post-letter.ts';

/**
 * A person printed and posted a ladder's letter that nobody had confirmed. The letter is made as of the day of posting,
 * in the planned text or the person's own words, is kept with its bytes, and counts as sent. Returns null when no such
 * letter may be written, or when its content has changed since that day, so that the posted letter was another one.
 */
export async function keepPostedLetter(
  tx: Transaction,
  context: FactContext,
  action: ActionToSend,
  { posted, words }: { posted: Omit<Posted, 'messageId'>; words: OwnWords },
  renderers: Renderers,
): Promise<Completed | null> {
  // No provider takes this letter any more.
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
