import { ok } from '../../frame/answer.ts';
import { defineEndpoint } from '../../frame/endpoint.ts';
import { idParams } from '../../frame/fields.ts';
import { notHere } from '../../frame/problem.ts';
import { templateView, viewTemplate, WITH_VARIANTS } from './template-body.ts';

export const getTemplateEndpoint = defineEndpoint({
  method: 'GET',
  path: '/v1/templates/{id}',
  tag: 'Templates',
  summary: 'Get a template with all its variants',
  who: ['collector'],
  params: idParams,
  answers: { 200: templateView },
  handle: async ({ params: { id }, context }) => {
    const template = await context.db.template.findUnique({ where: { id }, include: WITH_VARIANTS });
    if (!template) throw notHere();
    return ok(viewTemplate(template), { version: template.version });
  },
});
