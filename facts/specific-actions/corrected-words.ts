import type { MessageChannel } from '../../domain/ladder/step.ts';
import type { Database, Transaction } from '../../prisma/client.ts';
import { ownTextAlone } from '../messages/texts/own-text-alone.ts';
import type { MessageEdits } from '../messages/reserving/reserve-message.ts';
import type { LoadedSpecific } from './load-specific.ts';
import { wordsOf } from './reserve-specific.ts';

type Specific = Pick<LoadedSpecific, 'creditorId' | 'customerId' | 'templateId' | 'specific'> & {
  kind: MessageChannel;
};

/**
 * The words of a specific action with the sender's corrections: as when it was created, an own body replaces the text
 * of a scenario's step. The letter of a template that no scenario uses stays, because the author chose that template
 * for it.
 */
export async function correctedWords(
  db: Database | Transaction,
  action: Specific,
  edits: MessageEdits,
): ReturnType<typeof ownTextAlone> {
  const { creditorId, customerId, kind, templateId } = action;
  if (edits.bodyHtml === undefined || templateId === null) return { templateId, words: edits };
  const where = { templateId, version: { scenario: { creditorId } } };
  if (!(await db.scenarioStep.findFirst({ where, select: { id: true } }))) return { templateId, words: edits };
  const own = { customerId, kind, templateId, words: { ...wordsOf(action), ...edits } };
  return ownTextAlone(db, { creditorId }, own);
}
