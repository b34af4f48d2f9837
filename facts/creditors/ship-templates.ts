import { v7 as uuidv7 } from 'uuid';
import { shippedFolder } from '../../domain/shipped/folders.ts';
import { SHIPPED_SMS } from '../../domain/shipped/sms.ts';
import { SHIPPED_STATEMENTS } from '../../domain/shipped/statements.ts';
import { SHIPPED_ANSWERS, SHIPPED_TEMPLATES } from '../../domain/shipped/templates.ts';
import type { Transaction } from '../../prisma/client.ts';

/**
 * Stores the default templates, with each of their texts as a variant. Returns their ids by the template's default key.
 */
export async function shipTemplates(tx: Transaction, creditorId: string): Promise<Map<string, string>> {
  const shipped = [...SHIPPED_TEMPLATES, ...SHIPPED_SMS, ...SHIPPED_ANSWERS, ...SHIPPED_STATEMENTS];
  const ids = new Map(shipped.map((template) => [template.key as string, uuidv7()]));
  await tx.template.createMany({
    data: shipped.map(({ key, name, kind, level, ...of }) => ({
      ...{ id: ids.get(key) ?? '', creditorId, name, kind, level },
      thirdParty: of.thirdParty ?? null,
      purpose: of.purpose ?? null,
      folder: shippedFolder({ kind, ...of }),
    })),
  });
  await tx.templateVariant.createMany({
    data: shipped.flatMap((template) =>
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
