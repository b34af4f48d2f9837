import type { TemplateKind } from '../../domain/messages/template-kinds.ts';
import type { DebtorKind, Language, TemplateText } from '../../domain/reminder-content.ts';
import { pickVariant } from '../../domain/shipped/pick-variant.ts';
import type { TemplateVariant } from '../../prisma/generated/client.ts';
import type { Database, Transaction } from '../../prisma/client.ts';

export interface TextRequest {
  creditorId: string;
  templateId: string;
  kind: TemplateKind;
  language: Language;
  debtorKind: DebtorKind;
}

/** All texts of a template, none when it is gone. By hand, so that the creditor is named: every message reads them. */
export async function readTexts(
  db: Database | Transaction,
  { creditorId, templateId }: Pick<TextRequest, 'creditorId' | 'templateId'>,
) {
  return db.$queryRaw<TemplateVariant[]>`
    SELECT v.id, v."templateId", v.position, v.kind::text, v.language, v."debtorKind"::text, v.subject, v."bodyHtml"
    FROM template_variants v JOIN templates t ON t.id = v."templateId"
    WHERE t."creditorId" = ${creditorId}::uuid AND t.id = ${templateId}::uuid ORDER BY v.position`;
}

/** The text of a template that fits the sending's channel and its reader best; null when the template is gone. */
export async function pickText(
  db: Database | Transaction,
  request: TextRequest,
): Promise<(TemplateText & { language: Language }) | null> {
  return fittingText(await readTexts(db, request), request);
}

/** A text of a template, as far as it is chosen and said. */
export type Text = Pick<TemplateVariant, 'kind' | 'language' | 'debtorKind' | 'subject' | 'bodyHtml'>;

/** Of a template's texts, which were read already, the one that fits the sending's channel and its reader best; null of none. */
export function fittingText(
  texts: readonly Text[],
  request: Omit<TextRequest, 'creditorId' | 'templateId'>,
): (TemplateText & { language: Language }) | null {
  const [first, ...others] = texts;
  if (!first) return null;
  const { kind, language, debtorKind } = request;
  return pickVariant({ ...first, variants: others } as never, { kind, language, debtorKind });
}
