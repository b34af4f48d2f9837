import type { Language } from '../../domain/reminder-content.ts';
import type { Transaction } from '../../prisma/client.ts';
import { retold } from './colleague-text.ts';
import { consoleUrlIn, toldItems } from './told-items.ts';

interface Mail {
  /** The qualification's id; when a second mail took that id, followed by this mail's own id. */
  originId: string | null;
  language: string;
  customBodyHtml: string | null;
  items: readonly { invoiceId: string }[];
}

/** The body of an internal mail that is remade: the people's words stay, the items are listed as they are now. */
export async function retellColleague(tx: Transaction, mail: Mail): Promise<string | null> {
  const { originId, customBodyHtml: body, items } = mail;
  const consoleUrl = body && consoleUrlIn(body);
  const [id] = originId?.split('/') ?? [];
  const qualification = id ? await tx.qualification.findUnique({ where: { id } }) : null;
  if (!body || consoleUrl === null || !qualification) return body;
  const language: Language = mail.language === 'en' ? 'en' : 'fr';
  const ids = items.map(({ invoiceId }) => invoiceId);
  return retold(body, await toldItems(tx, ids, { language, comment: qualification.comment, consoleUrl }), language);
}
