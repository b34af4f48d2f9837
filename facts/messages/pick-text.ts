import type { DebtorKind, Language, TemplateText } from '../../domain/reminder-content.ts';
import { pickVariant } from '../../domain/shipped/pick-variant.ts';
import type { TemplateVariant } from '../../prisma/generated/client.ts';
import type { Database, Transaction } from '../../prisma/client.ts';

export interface TextRequest {
  templateId: string;
  kind: 'email' | 'letter' | 'sms' | 'statement';
  language: Language;
  debtorKind: DebtorKind;
}

/** All texts of a template, by an id from a row that was read before; none when it is gone. By hand: every message reads them. */
export async function readTexts(db: Database | Transaction, templateId: string) {
  return db.$queryRaw<TemplateVariant[]>`
    SELECT id, "templateId", position, kind::text, language, "debtorKind"::text, subject, "bodyHtml"
    FROM template_variants WHERE "templateId" = ${templateId}::uuid ORDER BY position`;
}

/** The text of a template that fits the sending's channel and its reader best; null when the template is gone. */
export async function pickText(db: Database | Transaction, request: TextRequest): Promise<TemplateText | null> {
  return fittingText(await readTexts(db, request.templateId), request);
}

/** The same of texts that were read already. */
export function fittingText(
  texts: Awaited<ReturnType<typeof readTexts>>,
  request: Omit<TextRequest, 'templateId'>,
): TemplateText | null {
  const [first, ...others] = texts;
  if (!first) return null;
  const { kind, language, debtorKind } = request;
  return pickVariant({ ...first, variants: others } as never, { kind, language, debtorKind });
}
