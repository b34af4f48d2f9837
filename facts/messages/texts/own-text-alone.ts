import type { MessageChannel } from '../../../domain/ladder/step.ts';
import type { Language, TemplateText } from '../../../domain/reminder-content.ts';
import type { Database, Transaction } from '../../../prisma/client.ts';
import { pickText } from './pick-text.ts';
import type { MessageEdits } from '../reserving/reserve-message.ts';

interface OwnText {
  customerId: string;
  kind: MessageChannel;
  /** The template of the step whose text was edited. A person who names a template wants that template's letter. */
  templateId: string | null;
  words: MessageEdits;
}

interface TextAlone extends Pick<OwnText, 'templateId' | 'words'> {
  /** The language of the text that was edited; the customer's when absent. */
  language?: Language;
}

/**
 * A person's own body is all that a message says: the mail's letter has the same words and not those of the step's
 * letter, which would ask for something else. The subject is the template's when none was written; with neither, the
 * template stays.
 */
export async function ownTextAlone(
  db: Database | Transaction,
  { creditorId }: { creditorId: string },
  { customerId, kind, templateId, words }: OwnText,
): Promise<TextAlone> {
  if (templateId === null || words.bodyHtml === undefined) return { templateId, words };
  const text = await textOf(db, { creditorId, customerId, kind, templateId });
  const subject = words.subject ?? text?.subject;
  if (!subject) return { templateId, words };
  return { templateId: null, words: { ...words, subject }, ...(text ? { language: text.language } : {}) };
}

async function textOf(
  db: Database | Transaction,
  { customerId, ...asked }: { creditorId: string; customerId: string; kind: OwnText['kind']; templateId: string },
): Promise<(TemplateText & { language: Language }) | null> {
  const reader = await db.customer.findUniqueOrThrow({
    where: { id: customerId },
    select: { language: true, kind: true },
  });
  return pickText(db, { ...asked, language: reader.language as Language, debtorKind: reader.kind });
}
