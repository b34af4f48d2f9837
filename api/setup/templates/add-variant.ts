import { v7 as uuidv7 } from 'uuid';
import { created } from '../../frame/answer.ts';
import { defineEndpoint } from '../../frame/endpoint.ts';
import { idParams } from '../../frame/fields.ts';
import { conflicting, notHere } from '../../frame/problem.ts';
import { acceptText } from './accept-text.ts';
import { refuseSame } from './refuse-same.ts';
import { templateView, variantInput, viewTemplate, WITH_VARIANTS } from './template-body.ts';

const MOST_VARIANTS = 50;

export const addVariantEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/templates/{id}/variants',
  tag: 'Templates',
  summary: 'Add a variant to a template, for another channel, language or kind of debtor',
  who: ['supervisor'],
  params: idParams,
  body: variantInput,
  answers: { 201: templateView },
  handle: async ({ params: { id }, body, context: { db } }) => {
    const { kind, language, debtor_kind: debtorKind = null } = body;
    const { after, warnings } = await db.$transaction(async (tx) => {
      // Locks the row first, so that its texts are read after any other request that adds or changes one.
      const { count } = await tx.template.updateMany({ where: { id }, data: { version: { increment: 1 } } });
      if (count === 0) throw notHere();
      const template = await tx.template.findUniqueOrThrow({ where: { id }, include: WITH_VARIANTS });
      const accepted = acceptText({ ...body, debtor_kind: debtorKind, level: template.level });
      const { subject, bodyHtml } = accepted;
      refuseSame(template.variants, { kind, language, debtorKind });
      if (template.variants.length >= MOST_VARIANTS)
        throw conflicting('too_many', `A template has at most ${MOST_VARIANTS} texts.`);
      const position = Math.max(...template.variants.map((text) => text.position), -1) + 1;
      const text = { id: uuidv7(), position, kind, language, debtorKind, subject, bodyHtml };
      const data = { variants: { create: [text] } };
      return {
        after: await tx.template.update({ where: { id }, data, include: WITH_VARIANTS }),
        warnings: accepted.warnings,
      };
    });
    return created(`/v1/templates/${id}`, viewTemplate(after, warnings), { version: after.version });
  },
});
