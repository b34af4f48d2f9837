import type { MessageChannel } from '../../domain/ladder/step.ts';
import type { Language } from '../../domain/reminder-content.ts';
import type { Database, Transaction } from '../../prisma/client.ts';
import { pickText } from './pick-text.ts';
import type { MessageEdits } from './reserve-message.ts';

interface OwnText {
  customerId: string;
  kind: MessageChannel;
  /** Of the step whose text was the beginning; whoever names a template himself wants that template's letter. */
  templateId: string | null;
  words: MessageEdits;
}

/**
 * Outside the ladder a body of one's own is all that a message says: the letter of its mail has these words and not those of
 * the step's letter. The subject is the template's when none was written; with neither, the template stays.
 */
export async function ownTextAlone(
  db: Database | Transaction,
  { creditorId }: { creditorId: string },
  { customerId, kind, templateId, words }: OwnText,
): Promise<Pick<OwnText, 'templateId' | 'words'>> {
  if (templateId === null || words.bodyHtml === undefined) return { templateId, words };
  const subject = words.subject ?? (await subjectOf(db, { creditorId, customerId, kind, templateId }));
  return subject ? { templateId: null, words: { ...words, subject } } : { templateId, words };
}

async function subjectOf(
  db: Database | Transaction,
  { customerId, ...asked }: { creditorId: string; customerId: string; kind: OwnText['kind']; templateId: string },
): Promise<string | undefined> {
  const reader = await db.customer.findUniqueOrThrow({
    where: { id: customerId },
    select: { language: true, kind: true },
  });
  const text = await pickText(db, { ...asked, language: reader.language as Language, debtorKind: reader.kind });
  return text?.subject;
}
