import { z } from 'zod';
import { uuid } from '../../../facts/inputs/fields.ts';
import type { Database } from '../../../prisma/client.ts';
import type { Template, TemplateVariant } from '../../../prisma/generated/client.ts';
import { conflicting, notHere } from '../../frame/problem.ts';
import { WITH_VARIANTS } from './template-body.ts';

export const variantParams = z.strictObject({ id: uuid, vid: uuid });

type WithTexts = Template & { variants: TemplateVariant[] };

/** Finds a text of a template. Throws a 409 for its first text, which is changed through the template itself. */
export async function findVariant(
  db: Database,
  { id, vid }: z.output<typeof variantParams>,
): Promise<{ template: WithTexts; variant: TemplateVariant }> {
  const template = await db.template.findUnique({ where: { id }, include: WITH_VARIANTS });
  const variant = template?.variants.find((text) => text.id === vid);
  if (!template || !variant) throw notHere();
  if (variant.id === template.variants[0]?.id) {
    throw conflicting('first_text', 'It is the text that the template was made with: change the template itself.');
  }
  return { template, variant };
}
