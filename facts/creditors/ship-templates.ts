import { v7 as uuidv7 } from 'uuid';
import { SHIPPED_TEMPLATES } from '../../domain/shipped/templates.ts';
import type { Transaction } from '../../prisma/client.ts';

/** Stores the shipped templates, each text a variant. Answers their ids by the shipped key. */
export async function shipTemplates(tx: Transaction, creditorId: string): Promise<Map<string, string>> {
  const ids = new Map(SHIPPED_TEMPLATES.map((template) => [template.key as string, uuidv7()]));
  await tx.template.createMany({
    data: SHIPPED_TEMPLATES.map(({ key, name, kind, level }) => ({
      id: ids.get(key) ?? '',
      creditorId,
      name,
      kind,
      level,
    })),
  });
  await tx.templateVariant.createMany({
    data: SHIPPED_TEMPLATES.flatMap((template) =>
      [template, ...template.variants].map(({ kind, language, debtorKind, subject, bodyHtml }, position) => ({
        id: uuidv7(),
        templateId: ids.get(template.key) ?? '',
        position,
        kind,
        language,
        debtorKind,
        subject,
        bodyHtml,
      })),
    ),
  });
  return ids;
}
