import type { TemplateKind } from '../../../domain/messages/template-kinds.ts';
import type { DebtorKind, Language, TemplateText } from '../../../domain/reminder-content.ts';
import { pickVariant } from '../../../domain/shipped/pick-variant.ts';
import type { TemplateVariant } from '../../../prisma/generated/client.ts';
import type { Database, Transaction } from '../../../prisma/client.ts';

export interface TextRequest {
  creditorId: string;
  templateId: string;
  kind: TemplateKind;
  language: Language;
  debtorKind: DebtorKind;
}

/**
 * All texts of a template; none when it is gone. Raw SQL, since every message reads them; it names the creditor itself.
 */
export async function readTexts(
  db: Database | Transaction,
  { creditorId, templateId }: Pick<TextRequest, 'creditorId' | 'templateId'>,
) {
  return db.$queryRaw<TemplateVariant[]>`
    SELECT v.id, v."templateId", v.position, v.kind::text, v.language, v."debtorKind"::text, v.subject, v."bodyHtml"
    FROM template_variants v JOIN templates t ON t.id = v."templateId"
    WHERE t."creditorId" = ${creditorId}::uuid AND t.id = ${templateId}::uuid ORDER BY v.position`;
}

/** The template's text that best fits the channel and the reader; null when the template is gone. */
export async function pickText(
  db: Database | Transaction,
  request: TextRequest,
): Promise<(TemplateText & { language: Language }) | null> {
  return fittingText(await readTexts(db, request), request);
}

/** The columns of a template's text that are needed to choose and use it. */
export type Text = Pick<TemplateVariant, 'kind' | 'language' | 'debtorKind' | 'subject' | 'bodyHtml'>;

/** The one of these texts that best fits the channel and the reader; null when there are none. */
export function fittingText(
  texts: readonly Text[],
  request: Omit<TextRequest, 'creditorId' | 'templateId'>,
): (TemplateText & { language: Language }) | null {
  const [first, ...others] = texts;
  if (!first) return null;
  const { kind, language, debtorKind } = request;
  return pickVariant({ ...first, variants: others } as never, { kind, language, debtorKind });
}
