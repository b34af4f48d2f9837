import type { DebtorKind, Language, TemplateText } from '../../domain/reminder-content.ts';
import { pickVariant } from '../../domain/shipped/pick-variant.ts';
import type { Database, Transaction } from '../../prisma/client.ts';

export interface TextRequest {
  templateId: string;
  kind: 'email' | 'letter';
  language: Language;
  debtorKind: DebtorKind;
}

/** The text of a template that fits the sending's channel and its reader best; null when the template is gone. */
export async function pickText(db: Database | Transaction, request: TextRequest): Promise<TemplateText | null> {
  const variants = await db.templateVariant.findMany({
    where: { templateId: request.templateId },
    orderBy: { position: 'asc' },
  });
  const [first, ...others] = variants;
  if (!first) return null;
  const { kind, language, debtorKind } = request;
  return pickVariant({ ...first, variants: others } as never, { kind, language, debtorKind });
}
