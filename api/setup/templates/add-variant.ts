import { v7 as uuidv7 } from 'uuid';
import { created } from '../../frame/answer.ts';
import { defineEndpoint } from '../../frame/endpoint.ts';
import { idParams } from '../../frame/fields.ts';
import { conflicting, notHere } from '../../frame/problem.ts';
import { acceptText } from './accept-text.ts';
import { templateView, variantInput, viewTemplate, WITH_VARIANTS } from './template-body.ts';

const MOST_VARIANTS = 50;

export const addVariantEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/templates/{id}/variants',
  tag: 'Templates',
  summary: 'Add a text for another channel, language or kind of debtor',
  who: ['supervisor'],
  params: idParams,
  body: variantInput,
  answers: { 201: templateView },
  handle: async ({ params: { id }, body, context: { db } }) => {
    const template = await db.template.findUnique({ where: { id }, include: WITH_VARIANTS });
    if (!template) throw notHere();
    const { kind, language, debtor_kind: debtorKind = null } = body;
    const { subject, bodyHtml, warnings } = acceptText({ ...body, debtor_kind: debtorKind, level: template.level });
    const same = template.variants.some(
      (text) => text.kind === kind && text.language === language && text.debtorKind === debtorKind,
    );
    if (same)
      throw conflicting('already_exists', 'It already has a text for that channel, language and kind of debtor.');
    if (template.variants.length >= MOST_VARIANTS)
      throw conflicting('too_many', `A template has at most ${MOST_VARIANTS} texts.`);
    const position = Math.max(...template.variants.map((text) => text.position), -1) + 1;
    const text = { id: uuidv7(), position, kind, language, debtorKind, subject, bodyHtml };
    const after = await db.template.update({
      where: { id },
      data: { version: { increment: 1 }, variants: { create: [text] } },
      include: WITH_VARIANTS,
    });
    return created(`/v1/templates/${id}`, viewTemplate(after, warnings), { version: after.version });
  },
});
