import { v7 as uuidv7 } from 'uuid';
import { created } from '../../frame/answer.ts';
import { defineEndpoint } from '../../frame/endpoint.ts';
import { acceptText } from './accept-text.ts';
import { refusePurpose } from './refuse-purpose.ts';
import { templateInput, templateView, viewTemplate, WITH_VARIANTS } from './template-body.ts';

export const createTemplateEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/templates',
  tag: 'Templates',
  summary: 'Create a template; an unknown #tag is refused by its name',
  who: ['supervisor'],
  body: templateInput,
  answers: { 201: templateView },
  handle: async ({ body, auth, context }) => {
    const { name, kind, level = null, third_party: thirdParty = null, purpose = null, folder = null } = body;
    const { language, debtor_kind: debtorKind = null } = body;
    refusePurpose({ kind, level, purpose });
    const { subject, bodyHtml, warnings } = acceptText({ ...body, level, debtor_kind: debtorKind });
    const text = { id: uuidv7(), position: 0, kind, language, debtorKind, subject, bodyHtml };
    const template = await context.db.template.create({
      data: {
        ...{ id: uuidv7(), creditorId: auth.creditorId, name, kind, level, thirdParty, purpose, folder },
        variants: { create: [text] },
      },
      include: WITH_VARIANTS,
    });
    return created(`/v1/templates/${template.id}`, viewTemplate(template, warnings), { version: template.version });
  },
});
