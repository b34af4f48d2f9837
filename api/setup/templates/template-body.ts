import { z } from 'zod';
import { TEMPLATE_KINDS } from '../../../domain/messages/template-kinds.ts';
import { TEMPLATE_PURPOSES } from '../../../domain/messages/template-purposes.ts';
import { DEBTOR_KINDS } from '../../../domain/reminder-content.ts';
import { checkTemplate } from '../../../domain/tags/check-template.ts';
import { line, stepLevel } from '../../../facts/inputs/fields.ts';
import type { Template, TemplateVariant } from '../../../prisma/generated/client.ts';
import { shownId } from '../../frame/fields.ts';

const kind = z.enum(TEMPLATE_KINDS);

/** One text: for a channel, a language and a kind of debtor (null: any). */
export const variantInput = z.strictObject({
  kind,
  language: z.enum(['fr', 'en']),
  debtor_kind: z.enum(DEBTOR_KINDS).nullish(),
  subject: line(300),
  body_html: z.string().min(1).max(50_000),
});

export const templateInput = z.strictObject({
  name: line(120),
  level: stepLevel.nullish(),
  /** For a statement: the readers for whom it is used unless another is chosen. */
  third_party: z.enum(['referrer', 'notary']).nullish(),
  purpose: z.enum(TEMPLATE_PURPOSES).nullish().meta({
    description:
      'What a text outside the reminder levels is for; an `internal` one goes to colleagues and never to a customer. Null: reminders and everything else.',
  }),
  folder: line(120).nullish().meta({
    description: 'The folder that it is listed in; a new name makes a new folder. Null: no folder.',
  }),
  ...variantInput.shape,
});
/** `PATCH /templates/{id}`: changes the text that the template was created with. */
export const templateChange = templateInput.partial();

const variantView = z.object({
  id: shownId,
  kind,
  language: z.string(),
  debtor_kind: z.string().nullable(),
  subject: z.string(),
  body_html: z.string(),
});

export const templateView = z
  .object({
    id: shownId,
    name: z.string(),
    kind,
    level: z.int().nullable(),
    third_party: z.enum(['referrer', 'notary']).nullable(),
    purpose: z.enum(TEMPLATE_PURPOSES).nullable(),
    folder: z.string().nullable(),
    language: z.string(),
    debtor_kind: z.string().nullable(),
    subject: z.string(),
    body_html: z.string(),
    variants: z
      .array(variantView)
      .meta({ description: 'All texts; the first is the one that the template was created with.' }),
    warnings: z.array(z.string()),
  })
  .meta({ id: 'Template' });

/** How Prisma reads a template with its texts. */
export const WITH_VARIANTS = { variants: { orderBy: { position: 'asc' } } } as const;

/** A template as the API shows it. `warnings` default to those of its first text. */
export function viewTemplate(
  row: Template & { variants: TemplateVariant[] },
  warnings?: readonly string[],
): z.output<typeof templateView> {
  const first = row.variants[0];
  const text = { subject: first?.subject ?? '', bodyHtml: first?.bodyHtml ?? '' };
  const { id, name, kind, level } = row;
  return {
    id,
    name,
    kind,
    level,
    third_party: row.thirdParty,
    purpose: row.purpose,
    folder: row.folder,
    language: first?.language ?? 'fr',
    debtor_kind: first?.debtorKind ?? null,
    subject: text.subject,
    body_html: text.bodyHtml,
    variants: row.variants.map((variant) => ({
      id: variant.id,
      kind: variant.kind,
      language: variant.language,
      debtor_kind: variant.debtorKind,
      subject: variant.subject,
      body_html: variant.bodyHtml,
    })),
    warnings: [...(warnings ?? checkTemplate({ ...text, kind, level, debtorKind: first?.debtorKind }).warnings)],
  };
}
